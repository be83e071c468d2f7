/** Everything the atlas says about one region: score, tier, group, and what the score is made of. */
import { mean, rank, regionsOf, type BlockResult, type ScoredYear } from '../composite';
import type { Area, Block, Goalposts, Group, Indicator, Pack, TierId } from '../pack';
import { measureSeries } from './measures';
import { scores } from './scores';

export interface IndicatorProfile {
  readonly indicator: Indicator;
  readonly direction: 1 | -1;
  readonly value: number;
  /** Year the value was published for; 0 = missing. Differs from the year asked where it was carried. */
  readonly year: number;
  /** Unweighted mean of the regions. */
  readonly districtMean: number;
  /** Place among the regions, 1 = best in the direction of the method. */
  readonly place: number;
  readonly of: number;
  readonly normalised: number;
  /** Normalised value of the district mean, to mark it on the same scale. */
  readonly normalisedMean: number;
  /** Share of the region's index that this indicator brings, 0–1. */
  readonly share: number;
}

export interface BlockProfile {
  readonly block: Block;
  readonly score: number;
  readonly districtMean: number;
  readonly place: number;
  /** Indicators present and all of them. */
  readonly present: number;
  readonly of: number;
  readonly indicators: readonly IndicatorProfile[];
}

export interface RegionProfile {
  readonly area: Area;
  readonly unit: number;
  readonly year: number;
  readonly index: number;
  readonly rank: number;
  readonly of: number;
  readonly districtMean: number;
  readonly tier: TierId | null;
  readonly dynamics: number;
  readonly dynamicsRank: number;
  readonly group: Group | null;
  readonly blocks: readonly BlockProfile[];
  /** Blocks of the dynamics index. */
  readonly dynamicsBlocks: readonly BlockProfile[];
  /** Index over the years on pooled goalposts. */
  readonly path: readonly { readonly year: number; readonly index: number; readonly rank: number }[];
}

export function profile(pack: Pack, code: string, year: number, goalposts: Goalposts): RegionProfile | null {
  const regions = regionsOf(pack);
  const unit = regions.findIndex((r) => r.code === code);
  const area = regions[unit];
  if (!area) return null;
  const { potential, dynamics, tiers, matrix } = scores(pack, year, goalposts);
  const groupId = matrix.group[unit] ?? null;
  return {
    area,
    unit,
    year,
    index: at(potential.index, unit),
    rank: at(potential.rank, unit),
    of: present(potential.index),
    districtMean: mean(potential.index),
    tier: tiers.tier[unit] ?? null,
    dynamics: at(dynamics.index, unit),
    dynamicsRank: at(dynamics.rank, unit),
    group: pack.method.matrix.groups.find((g) => g.id === groupId) ?? null,
    blocks: blocksOf(pack, potential, pack.method.potential, unit),
    dynamicsBlocks: blocksOf(pack, dynamics, pack.method.dynamics, unit),
    path: measureSeries(pack, 'index').map(({ year: y, values }) => ({ year: y, index: at(values, unit), rank: at(rank(values), unit) }))
  };
}

function blocksOf(pack: Pack, scored: ScoredYear, blocks: readonly Block[], unit: number): readonly BlockProfile[] {
  return blocks.map((block, b) => {
    const result = scored.blocks[b] as BlockResult;
    const indicators = block.indicators.map((member, i): IndicatorProfile => {
      const column = scored.inputs.get(member.id);
      const values = column?.values ?? new Float64Array(0);
      const oriented = values.map((v) => v * member.direction);
      const found = result.indicators[i];
      const [lo, hi] = found?.goalpost ?? [NaN, NaN];
      const districtMean = mean(values);
      const raw = (districtMean - lo) / (hi - lo);
      return {
        indicator: pack.indicators.find((x) => x.id === member.id) as Indicator,
        direction: member.direction,
        value: at(values, unit),
        year: column?.years[unit] ?? 0,
        districtMean,
        place: at(rank(oriented), unit),
        of: present(values),
        normalised: at(found?.normalised, unit),
        normalisedMean: member.direction === 1 ? raw : 1 - raw,
        share: at(found?.contribution, unit) / at(scored.index, unit)
      };
    });
    return {
      block,
      score: at(result.score, unit),
      districtMean: mean(result.score),
      place: at(rank(result.score), unit),
      present: indicators.filter((i) => !Number.isNaN(i.value)).length,
      of: indicators.length,
      indicators
    };
  });
}

function at(column: Float64Array | undefined, unit: number): number {
  return column?.[unit] ?? NaN;
}

function present(column: Float64Array): number {
  return column.reduce((n, v) => n + Number(!Number.isNaN(v)), 0);
}
