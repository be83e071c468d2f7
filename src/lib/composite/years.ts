/**
 * The method applied to one year of a pack, on goalposts of that year or on goalposts pooled over all
 * years that can be scored. Only pooled goalposts make a score mean the same in each year.
 */
import type { Block, Goalposts, Method, Pack } from '../pack';
import { composite, type Composite } from './composite';
import { methodIndicators, regionsOf, yearColumn, type YearColumn } from './inputs';
import type { Goalpost } from './normalise';
import { normaliseColumn, type Normalisation } from './normalise/table';
import { extent } from './summary';

export type Stage = 'potential' | 'dynamics';

export interface ScoredYear extends Composite {
  readonly year: number;
  readonly goalposts: Goalposts;
  /** Raw inputs by indicator id, with the year of each value. */
  readonly inputs: ReadonlyMap<string, YearColumn>;
}

/**
 * Scores one stage in one year. A year without enough data gives an index of NaN, never an error.
 * @param method another one than the pack's, on the pack's indicators
 */
export function scoreYear(pack: Pack, stage: Stage, year: number, goalposts: Goalposts = 'year', method: Method = pack.method): ScoredYear {
  const blocks = method[stage];
  const inputs = inputsOf(pack, blocks, year);
  const result = composite(blocks, (id) => inputs.get(id)?.values ?? new Float64Array(0), regionsOf(pack).length, {
    coverage: method.coverage,
    goalposts: goalposts === 'pooled' ? pooledGoalposts(pack, stage, blocks) : undefined,
    between: method.aggregation.between,
    ...(method.normalisation.method === 'min-max' ? {} : { normalised: otherScale(pack, stage, method, year, goalposts) })
  });
  return { ...result, year, goalposts, inputs };
}

/**
 * The normalisation of a method as the engine of whole tables names it, on a scale where the district's mean
 * lies near one half: z-scores with three standard deviations to either end, percentile ranks from 0 to 1.
 */
export function scaleOf({ normalisation: { method } }: Pick<Method, 'normalisation'>): Normalisation {
  if (method === 'z-score') return { method: 'zScore', mean: 0.5, sd: 1 / 6 };
  return method === 'percentile-rank' ? { method: 'percentileRank', range: [0, 1] } : { method: 'minMax', range: [0, 1] };
}

/** Normalises a year's column among the rows its goalposts see: those of the year, or of all scored years. */
function otherScale(pack: Pack, stage: Stage, method: Method, year: number, goalposts: Goalposts) {
  const how = scaleOf(method);
  const others = goalposts === 'pooled' ? scoredYears(pack, stage).filter((y) => y !== year).map((y) => inputsOf(pack, method[stage], y)) : [];
  return (id: string, raw: Float64Array, direction: 1 | -1): Float64Array => {
    const all = Float64Array.from([raw, ...others.map((inputs) => inputs.get(id)?.values ?? new Float64Array(0))].flatMap((column) => [...column]));
    return normaliseColumn(all, how, direction).slice(0, raw.length);
  };
}

/** Years in which at least one region gets an index of the stage, ascending. */
export function scoredYears(pack: Pack, stage: Stage): readonly number[] {
  let years = scored[stage].get(pack);
  if (!years) {
    years = pack.observations.years.filter((year) => scoreYear(pack, stage, year).index.some((v) => !Number.isNaN(v)));
    scored[stage].set(pack, years);
  }
  return years;
}

const scored: Record<Stage, WeakMap<Pack, readonly number[]>> = { potential: new WeakMap(), dynamics: new WeakMap() };

/** Least and greatest value of each indicator over all regions and the years that the pack's own method can score. */
export function pooledGoalposts(pack: Pack, stage: Stage, blocks: readonly Block[] = pack.method[stage]): ReadonlyMap<string, Goalpost> {
  const own = blocks === pack.method[stage];
  const known = own ? pooled[stage].get(pack) : undefined;
  if (known) return known;
  const years = scoredYears(pack, stage).map((year) => inputsOf(pack, blocks, year));
  const result = new Map(
    methodIndicators(blocks).map(({ id }) => {
      const extents = years.flatMap((inputs) => [...extent(inputs.get(id)?.values ?? new Float64Array(0))]);
      return [id, extent(Float64Array.from(extents))] as const;
    })
  );
  if (own) pooled[stage].set(pack, result);
  return result;
}

const pooled: Record<Stage, WeakMap<Pack, ReadonlyMap<string, Goalpost>>> = {
  potential: new WeakMap(),
  dynamics: new WeakMap()
};

/** Value of each indicator by region in a year, by indicator id. */
export function inputsOf(pack: Pack, blocks: readonly Block[], year: number): ReadonlyMap<string, YearColumn> {
  return new Map(methodIndicators(blocks).map(({ id, maxLag }) => [id, yearColumn(pack, id, year, maxLag)]));
}
