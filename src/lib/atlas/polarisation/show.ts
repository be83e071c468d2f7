/** Everything the page on polarisation shows, derived from pack and choice. */
import { regionsOf } from '../../composite';
import type { Area, Indicator, Pack, Source } from '../../pack';
import { betaConvergence, lorenz, type Lorenz, type Moran, type Pair, type Quadrant, type Reference } from '../../polarisation';
import { sourcesOf } from '../evidence';
import { leadersOf } from '../findings';
import { polarisationYears, type PolarisationChoice } from './choice';
import { measurePath, topCount, yearMeasures, yearValues, type YearMeasures, type YearValues } from './measures';
import { regionWeights, spatialPattern } from './space';

/** Results with a p-value above this are not told from chance. */
export const LEVEL = 0.05;

export interface RegionRow {
  readonly code: string;
  readonly name: Area['name'];
  readonly short: Area['short'];
  readonly amount: number;
  /** NaN where every region counts as one. */
  readonly size: number;
  /** Share in the sum of amounts, 0–1. */
  readonly share: number;
  /** Amount per size ÷ that of all regions together; without sizes amount ÷ mean amount. 1 = as the average. */
  readonly relative: number;
  readonly z: number;
  readonly lag: number;
  readonly local: number;
  readonly quadrant: Quadrant | null;
  readonly p: number;
  readonly adjusted: number;
  readonly reference: Reference['kind'];
  /** `firm`: significant also after correction for as many tests as regions; `single`: only when tested alone. */
  readonly standing: 'firm' | 'single' | 'none';
  readonly arrangements: number;
  readonly neighbours: readonly string[];
}

export interface Convergence {
  readonly from: number;
  readonly to: number;
  /** Of yearly growth (natural logarithms) on the logarithm of the first level. */
  readonly slope: number;
  /** Growth the line gives a region that began at the average. */
  readonly atAverage: number;
  readonly error: number;
  readonly p: number;
  readonly r2: number;
  readonly speed: number;
  readonly halfLife: number;
  readonly verdict: 'converge' | 'diverge' | 'neither';
  readonly regions: number;
  /** First level relative to the average of that year, and yearly growth as a logarithm. */
  readonly points: readonly { readonly code: string; readonly initial: number; readonly growth: number }[];
}

export interface ShownPolarisation {
  readonly choice: PolarisationChoice;
  readonly indicator: Indicator;
  readonly per: Indicator | null;
  /** Years that can be chosen. */
  readonly years: readonly number[];
  /** Regions of the pack. */
  readonly of: number;
  /** How many regions "the largest" and "the leaders" are. */
  readonly k: number;
  readonly leaders: readonly string[];
  readonly now: YearMeasures;
  readonly path: readonly YearMeasures[];
  /** Points from (0, 0) to (1, 1), each with the region that reaches it; empty where there is no curve. */
  readonly lorenz: readonly { readonly x: number; readonly y: number; readonly code: string | null }[];
  /** Share of the whole the lower half of the sizes holds. */
  readonly lowerHalf: number;
  readonly regions: readonly RegionRow[];
  /** Null where fewer than two years have every region. */
  readonly convergence: Convergence | null;
  readonly moran: Omit<Moran, 'units'> & { readonly regions: number; readonly verdict: 'together' | 'apart' | 'neither' | 'unknown' };
  readonly joined: readonly { readonly code: string; readonly to: string }[];
  readonly cutoffKm: number;
  readonly sources: readonly Source[];
}

/** @throws RangeError for an indicator the pack does not have */
export function showPolarisation(pack: Pack, choice: PolarisationChoice, borders: readonly Pair[]): ShownPolarisation {
  const find = (id: string): Indicator => {
    const found = pack.indicators.find((i) => i.id === id);
    if (!found) throw new RangeError(`unknown indicator: ${id}`);
    return found;
  };
  const indicator = find(choice.indicator);
  const per = choice.per === null ? null : find(choice.per);
  const areas = regionsOf(pack);
  const code = (u: number) => areas[u]?.code ?? '';
  const path = measurePath(pack, choice);
  const values = yearValues(pack, choice, choice.year);
  const curve = lorenz(values.amounts, values.sizes);
  const { weights, neighbours, joined, cutoffKm } = regionWeights(pack, choice.neighbours, borders);
  const { global, local } = spatialPattern(pack, values.compared, weights);
  const { units, ...moran } = global;
  const total = sum(values.amounts);
  const average = averageOf(values);
  const at = (column: Float64Array | undefined, u: number) => column?.[u] ?? NaN;
  const k = topCount(pack);
  const sources = new Set([indicator, ...(per ? [per] : [])].flatMap((i) => sourcesOf(pack, i, choice.year)));
  return {
    choice,
    indicator,
    per,
    years: polarisationYears(pack, choice.indicator, choice.per),
    of: areas.length,
    k,
    leaders: leadersOf(pack, k).map(code),
    now: yearMeasures(pack, choice, choice.year),
    path,
    lorenz: curve ? [...curve.x].map((x, i) => ({ x, y: at(curve.y, i), code: i === 0 ? null : code(curve.order[i - 1] ?? -1) })) : [],
    lowerHalf: curve ? lowerHalf(curve) : NaN,
    regions: areas.map((area, u) => ({
      code: area.code,
      name: area.name,
      short: area.short,
      amount: at(values.amounts, u),
      size: at(values.sizes, u),
      share: at(values.amounts, u) / total,
      relative: at(values.compared, u) / average,
      z: at(local.z, u),
      lag: at(local.lag, u),
      local: at(local.i, u),
      quadrant: local.quadrant[u] ?? null,
      p: at(local.p, u),
      adjusted: at(local.adjusted, u),
      reference: local.reference[u]?.kind ?? 'none',
      standing: at(local.adjusted, u) <= LEVEL ? 'firm' : at(local.p, u) <= LEVEL ? 'single' : 'none',
      arrangements: local.reference[u]?.arrangements ?? 0,
      neighbours: (neighbours[u] ?? []).map(code)
    })),
    convergence: convergence(pack, choice, path, code),
    moran: { ...moran, regions: units.length, verdict: Number.isNaN(moran.reference.p) ? 'unknown' : moran.reference.p > LEVEL ? 'neither' : moran.i > moran.expected ? 'together' : 'apart' },
    joined: joined.map(([i, j]) => ({ code: code(i), to: code(j) })),
    cutoffKm,
    sources: pack.sources.filter((s) => sources.has(s))
  };
}

/** Between the first and the last year in which the most regions have a value. */
function convergence(pack: Pack, choice: PolarisationChoice, path: readonly YearMeasures[], code: (u: number) => string): Convergence | null {
  const most = Math.max(...path.map((m) => m.regions));
  const whole = path.filter((m) => m.regions === most && most >= 3).map((m) => m.year);
  const [from, to] = [whole[0], whole.at(-1)];
  if (from === undefined || to === undefined || from === to) return null;
  const first = yearValues(pack, choice, from);
  const { initial, growth, n, intercept, ...fit } = betaConvergence(first.compared, yearValues(pack, choice, to).compared, to - from);
  if (Number.isNaN(fit.slope)) return null;
  const average = averageOf(first);
  const points = [...initial.keys()].flatMap((u) => (Number.isNaN(initial[u]) ? [] : [{ code: code(u), initial: Math.exp(initial[u] ?? NaN) / average, growth: growth[u] ?? NaN }]));
  const verdict = !(fit.p <= LEVEL) ? 'neither' : fit.slope > 0 ? 'diverge' : 'converge';
  return { from, to, ...fit, verdict, atAverage: intercept + fit.slope * Math.log(average), regions: n, points };
}

/** Height of the curve at one half, along the straight line between two units. */
function lowerHalf({ x, y }: Lorenz): number {
  const k = x.findIndex((v) => v >= 0.5);
  const [x0, x1, y0, y1] = [x[k - 1] ?? NaN, x[k] ?? NaN, y[k - 1] ?? NaN, y[k] ?? NaN];
  return y0 + ((y1 - y0) * (0.5 - x0)) / (x1 - x0);
}

/** Of all regions together: sum of amounts ÷ sum of sizes, or the mean amount. */
function averageOf({ amounts, sizes }: YearValues): number {
  const counted = amounts.map((v, u) => (Number.isNaN(v) ? NaN : sizes ? (sizes[u] ?? NaN) : 1));
  return sum(amounts) / sum(counted);
}

function sum(column: Float64Array): number {
  return column.reduce((s, v) => s + (Number.isNaN(v) ? 0 : v), 0);
}
