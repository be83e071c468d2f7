/**
 * A scenario of the laboratory: what differs from the method and the figures of the pack. It stands in the
 * address, so every parameter has one short form; what equals the pack's own is not a change and left out.
 */
import { regionsOf, yearColumn } from '../../composite';
import type { BlockMean, Cut, Method, NormalisationMethod, Pack } from '../../pack';
import type { Notice } from '../view';

export interface Changes {
  /** Weight by block (`industrial`, `dynamics.industrial`) or indicator; 0 leaves it out. */
  readonly weights: Readonly<Record<string, number>>;
  readonly scale: NormalisationMethod | null;
  readonly mean: BlockMean | null;
  /** Distances of the tier limits from the mean, σ: leading above, low below. */
  readonly tiers: readonly [leading: number, low: number] | null;
  readonly cut: Cut | null;
  readonly base: number | null;
  /** Factor by `region.series`, on what was published for the target year. */
  readonly values: Readonly<Record<string, number>>;
}

export const NO_CHANGES: Changes = { weights: {}, scale: null, mean: null, tiers: null, cut: null, base: null, values: {} };

export const SCALES: readonly NormalisationMethod[] = ['min-max', 'z-score', 'percentile-rank'];
export const MEANS: readonly BlockMean[] = ['arithmetic', 'geometric'];
export const CUTS: readonly Cut[] = ['mean', 'median'];

/** Bounds of what can be set: wide enough to try, narrow enough to mean something. */
export const WEIGHT = { least: 0, most: 4, step: 0.1 } as const;
export const FACTOR = { least: 0.1, most: 10 } as const;
export const SIGMA = { least: 0, most: 2, step: 0.05 } as const;

const LIST = '~';
export const CHANGE_KEYS = ['weights', 'scale', 'mean', 'tiers', 'cut', 'base', 'values'] as const;

export function isChanged(changes: Changes): boolean {
  return formatChanges(changes).length > 0;
}

/** Weight of the pack's own method by key, in the order of the method: potential, then dynamics. */
export function ownWeights(method: Method): ReadonlyMap<string, number> {
  const blocks = (prefix: string, stage: Method['potential']) => stage.flatMap((b): [string, number][] => [[prefix + b.id, b.weight], ...b.indicators.map((i): [string, number] => [i.id, i.weight])]);
  return new Map([...blocks('', method.potential), ...blocks('dynamics.', method.dynamics)]);
}

/** Least distance of a tier limit: the shifts that test the method must not turn it over. */
export function leastSigma({ robustness }: Pick<Method, 'robustness'>): number {
  return Math.max(SIGMA.least, ...(robustness?.factors ?? []).map((f) => (f.kind === 'tierLimits' ? -f.lo : 0)));
}

/** Published series behind the indicators of the method: those whose values a scenario can change. */
export function seriesOf(pack: Pack): readonly string[] {
  const used = new Set(
    [...pack.method.potential, ...pack.method.dynamics].flatMap((b) => b.indicators).flatMap(({ id }) => {
      return pack.indicators.find((i) => i.id === id)?.derivation?.inputs ?? [id];
    })
  );
  return pack.indicators.filter((i) => used.has(i.id)).map((i) => i.id);
}

/** Base years from which every growth rate of the method can be computed for some region. */
export function baseYears(pack: Pack): readonly number[] {
  const known = bases.get(pack);
  if (known) return known;
  const { method } = pack;
  const growth = method.dynamics.flatMap((b) => b.indicators);
  const found = pack.observations.years.filter((year) => {
    if (year >= method.targetYear) return false;
    const other = { ...pack, method: { ...method, baseYear: year } };
    return growth.every(({ id, maxLag }) => yearColumn(other, id, method.targetYear, maxLag).values.some((v) => !Number.isNaN(v)));
  });
  bases.set(pack, found);
  return found;
}

const bases = new WeakMap<Pack, readonly number[]>();

/** Parameters of an address, in a fixed order; none for the pack as it stands. */
export function formatChanges(changes: Changes): readonly (readonly [string, string])[] {
  const pairs = (record: Readonly<Record<string, number>>) => Object.keys(record).sort().map((key) => `${key}:${short(record[key] ?? NaN)}`).join(LIST);
  const parts: readonly (readonly [string, string | null])[] = [
    ['weights', pairs(changes.weights)],
    ['scale', changes.scale],
    ['mean', changes.mean],
    ['tiers', changes.tiers && changes.tiers.map(short).join(',')],
    ['cut', changes.cut],
    ['base', changes.base === null ? null : String(changes.base)],
    ['values', pairs(changes.values)]
  ];
  return parts.filter((part): part is readonly [string, string] => part[1] !== null && part[1] !== '');
}

/** Reads what `formatChanges` writes. What cannot be used is left out and named. */
export function parseChanges(params: URLSearchParams, pack: Pack): { readonly changes: Changes; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const { method } = pack;
  const choice = <T extends string>(parameter: string, allowed: readonly T[], own: T): T | null => {
    const value = params.get(parameter);
    if (value === null) return null;
    const found = allowed.find((a) => a === value) ?? null;
    if (found === null) notices.push({ parameter, value, reason: 'unknown-value' });
    return found === own ? null : found;
  };
  const pairs = (parameter: string, own: (key: string) => number | undefined, least: number, most: number): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const item of (params.get(parameter) ?? '').split(LIST).filter((s) => s !== '')) {
      const [key = '', text = ''] = item.split(':');
      const value = text === '' ? NaN : Number(text);
      const standard = own(key);
      if (standard === undefined || !(value >= least && value <= most)) notices.push({ parameter, value: item, reason: 'unknown-value' });
      else if (value !== standard) found[key] = value;
    }
    return found;
  };
  const weights = ownWeights(method);
  const [series, regions] = [new Set(seriesOf(pack)), new Set(regionsOf(pack).map((r) => r.code))];
  const ofSeries = (key: string) => {
    const at = key.indexOf('.');
    return at > 0 && regions.has(key.slice(0, at)) && series.has(key.slice(at + 1)) ? 1 : undefined;
  };
  let found: Record<string, number> = pairs('weights', (key) => weights.get(key), WEIGHT.least, WEIGHT.most);
  if (!usable(method, found)) {
    notices.push({ parameter: 'weights', value: params.get('weights') ?? '', reason: 'unknown-value' });
    found = {};
  }
  return {
    changes: {
      weights: found,
      scale: choice('scale', SCALES, method.normalisation.method),
      mean: choice('mean', MEANS, method.aggregation.between),
      tiers: tierLimits(params, method, notices),
      cut: choice('cut', CUTS, method.matrix.cut),
      base: baseYear(params, pack, notices),
      values: pairs('values', ofSeries, FACTOR.least, FACTOR.most)
    },
    notices
  };
}

function tierLimits(params: URLSearchParams, method: Method, notices: Notice[]): Changes['tiers'] {
  const { tiers } = method;
  const value = params.get('tiers');
  if (value === null) return null;
  const [leading = NaN, low = NaN, ...more] = value.split(',').map((s) => (s === '' ? NaN : Number(s)));
  const least = leastSigma(method);
  const sane = (v: number) => v >= least && v <= SIGMA.most;
  if (more.length > 0 || !sane(leading) || !sane(low)) {
    notices.push({ parameter: 'tiers', value, reason: 'unknown-value' });
    return null;
  }
  return leading === tiers.leadingAboveSd && low === tiers.lowBelowSd ? null : [leading, low];
}

function baseYear(params: URLSearchParams, pack: Pack, notices: Notice[]): number | null {
  const value = params.get('base');
  if (value === null) return null;
  const year = Number(value);
  if (!baseYears(pack).includes(year)) {
    notices.push({ parameter: 'base', value, reason: /^\d{4}$/.test(value) ? 'no-data' : 'unknown-value' });
    return null;
  }
  return year === pack.method.baseYear ? null : year;
}

/** Each stage needs a block, and each block that counts an indicator. */
export function usable(method: Method, weights: Readonly<Record<string, number>>): boolean {
  const left = (prefix: string, stage: Method['potential']) => stage.filter((b) => (weights[prefix + b.id] ?? b.weight) > 0);
  return [left('', method.potential), left('dynamics.', method.dynamics)].every((blocks) => blocks.length > 0 && blocks.every((b) => b.indicators.some((i) => (weights[i.id] ?? i.weight) > 0)));
}

/** As few digits as the number needs, at most six decimals. */
function short(value: number): string {
  return String(Number(value.toFixed(6)));
}
