/**
 * A two-level composite index: indicators → blocks → index (OECD/JRC Handbook 2008, steps 5 and 6).
 *
 * Columns hold one value per unit in the indicator's own unit; NaN = missing. Nothing is dropped in
 * silence: every indicator that could not be used is named in `log`.
 */
import type { BlockMean, Direction } from '../pack';
import { weightedGeometricMean, weightedMean } from './aggregate';
import { minMax, type Goalpost } from './normalise';
import { rank } from './rank';
import { extent } from './summary';

export interface StructureIndicator {
  readonly id: string;
  readonly direction: Direction;
  readonly weight: number;
}

export interface StructureBlock {
  readonly id: string;
  readonly weight: number;
  readonly indicators: readonly StructureIndicator[];
}

export interface CompositeOptions {
  /** Least share of weights present in a block and, of blocks, in the index (0–1). */
  readonly coverage: { readonly block: number; readonly index: number };
  /** Goalposts by indicator in raw units; without them, the extent of each column. */
  readonly goalposts?: ReadonlyMap<string, Goalpost>;
  /** Normalised values of an indicator where they are not min–max on the goalposts. */
  readonly normalised?: (id: string, raw: Float64Array, direction: Direction) => Float64Array;
  /** Mean of the blocks; arithmetic unless told otherwise. */
  readonly between?: BlockMean;
}

export interface IndicatorResult {
  readonly id: string;
  readonly direction: Direction;
  readonly goalpost: Goalpost;
  readonly normalised: Float64Array;
  /** Points this indicator adds to the index of each unit; the sum over indicators is the index. */
  readonly contribution: Float64Array;
}

export interface BlockResult {
  readonly id: string;
  readonly score: Float64Array;
  readonly coverage: Float64Array;
  readonly indicators: readonly IndicatorResult[];
}

export interface Composite {
  readonly units: number;
  readonly blocks: readonly BlockResult[];
  readonly index: Float64Array;
  readonly rank: Float64Array;
  readonly log: readonly LogEntry[];
}

export interface LogEntry {
  readonly indicator: string;
  readonly reason: 'constant' | 'missing';
  /** Number of units concerned. */
  readonly units: number;
}

/**
 * @param column raw values by indicator id, one per unit
 * @throws RangeError when an indicator of the structure has no column or one of another length
 */
export function composite(
  structure: readonly StructureBlock[],
  column: (id: string) => Float64Array,
  units: number,
  options: CompositeOptions
): Composite {
  const log: LogEntry[] = [];
  const scored = structure.map((block) => {
    const indicators = block.indicators.map((indicator) => {
      const raw = column(indicator.id);
      if (raw.length !== units) throw new RangeError(`${indicator.id}: ${raw.length} values for ${units} units`);
      const goalpost = options.goalposts?.get(indicator.id) ?? extent(raw);
      const normalised = options.normalised?.(indicator.id, raw, indicator.direction) ?? minMax(raw, goalpost, indicator.direction);
      const missing = raw.reduce((n, v) => n + Number(Number.isNaN(v)), 0);
      if (missing > 0) log.push({ indicator: indicator.id, reason: 'missing', units: missing });
      else if (goalpost[0] === goalpost[1]) log.push({ indicator: indicator.id, reason: 'constant', units });
      return { id: indicator.id, direction: indicator.direction, goalpost, normalised };
    });
    const { score, coverage } = weightedMean(
      indicators.map((i) => i.normalised),
      block.indicators.map((i) => i.weight),
      units,
      options.coverage.block
    );
    return { block, indicators, score, coverage };
  });

  const mean = options.between === 'geometric' ? weightedGeometricMean : weightedMean;
  const { score: index } = mean(
    scored.map((s) => s.score),
    scored.map((s) => s.block.weight),
    units,
    options.coverage.index
  );

  const blocks = scored.map(({ block, indicators, score, coverage }) => ({
    id: block.id,
    score,
    coverage,
    indicators: indicators.map((indicator, j) => ({
      ...indicator,
      contribution: contribution(scored, block, block.indicators[j]?.weight ?? 0, indicator.normalised, index)
    }))
  }));
  return { units, blocks, index, rank: rank(index), log };
}

/**
 * weight in its block × weight of the block, both rescaled to what is present, × normalised value. Where the
 * mean of the blocks is not arithmetic these points are scaled to its result, so that they still sum to it.
 */
function contribution(
  scored: readonly { block: StructureBlock; score: Float64Array; indicators: readonly { normalised: Float64Array }[] }[],
  block: StructureBlock,
  weight: number,
  normalised: Float64Array,
  index: Float64Array
): Float64Array {
  const units = index.length;
  const own = scored.find((s) => s.block === block);
  const result = new Float64Array(units).fill(NaN);
  for (let u = 0; u < units; u++) {
    const value = normalised[u] ?? NaN;
    if (!own || Number.isNaN(value) || Number.isNaN(own.score[u] ?? NaN)) continue;
    let inBlock = 0;
    own.indicators.forEach((i, j) => {
      if (!Number.isNaN(i.normalised[u] ?? NaN)) inBlock += block.indicators[j]?.weight ?? 0;
    });
    let blocksPresent = 0;
    let sum = 0;
    for (const s of scored) {
      const score = s.score[u] ?? NaN;
      if (Number.isNaN(score)) continue;
      blocksPresent += s.block.weight;
      sum += s.block.weight * score;
    }
    const arithmetic = sum / blocksPresent;
    const mean = index[u] ?? NaN;
    // Exactly 1 for the arithmetic mean, and where the coverage gives no index.
    const scale = Number.isNaN(mean) || mean === arithmetic ? 1 : mean / arithmetic;
    result[u] = ((weight / inBlock) * block.weight * value * scale) / blocksPresent;
  }
  return result;
}
