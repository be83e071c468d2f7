/**
 * Which choice decides: Sobol indices of the average shift of places, and for each region of its place, its tier and
 * its matrix group (whether the class of the method holds: 1 or 0). Exact by enumeration where every choice has a
 * finite number of options and the combinations are few, estimated otherwise.
 */
import { exactIndices, levelsOf, rank, rankShift, sobolIndices, type Indices } from '../../composite';
import type { Cut, Method } from '../../pack';
import { matrix, tiers } from '../../typology';
import { trial, type Bench } from './bench';

export type OutcomeKind = 'shift' | 'rank' | 'tier' | 'group';

export interface Effect {
  /** Id of the factor. */
  readonly factor: string;
  readonly first: number;
  readonly total: number;
  /** 95 % intervals of the bootstrap; NaN where the indices are exact. */
  readonly firstRange: readonly [lo: number, hi: number];
  readonly totalRange: readonly [lo: number, hi: number];
}

export interface Outcome {
  readonly kind: OutcomeKind;
  /** Null for the average shift. */
  readonly unit: number | null;
  readonly mean: number;
  /** Share of the points at which place or class is that of the method; NaN for the shift. From 0.95 on, indices rest on few exceptions. */
  readonly kept: number;
  /** True where nothing that is chosen changes it: then there are no effects. */
  readonly fixed: boolean;
  /** Sum of the first-order indices: what the choices explain singly; NaN without effects. */
  readonly alone: number;
  /** Greatest total first; empty where the outcome does not vary or is missing in some run. */
  readonly effects: readonly Effect[];
}

export interface Effects {
  readonly method: Indices['method'];
  readonly evaluations: number;
  readonly outcomes: readonly Outcome[];
  /** Units whose class by the method holds at less than half of the points. */
  readonly doubtful: Readonly<Record<'tier' | 'group', readonly number[]>>;
}

/** Base sample of the estimate; the number of evaluations is this × (factors + 2). */
const SAMPLE = 2048;
const REPLICATES = 200;
/** Up to here every combination is computed. */
const ENUMERABLE = 20_000;

export function effects(bench: Bench, method: Method): Effects {
  const { design, nominal } = bench;
  const index = trial(bench);
  const n = bench.stages.regions;
  const limits = method.robustness?.factors.find((f) => f.kind === 'tierLimits')?.id;
  const cuts = method.robustness?.factors.find((f) => f.kind === 'cut')?.id;
  const ranks = rank(nominal.potential.index);
  // After the outcomes shown: whether the place holds.
  const out = new Float64Array(1 + 4 * n);
  const evaluate = (point: Float64Array): Float64Array => {
    const [potential, dynamics] = index.run(point);
    const own = rank(potential);
    const shift = limits === undefined ? 0 : Number(index.factorValue(point, limits));
    const cut = cuts === undefined ? method.matrix.cut : (index.factorValue(point, cuts) as Cut);
    const { tier } = tiers(potential, { leadingAboveSd: method.tiers.leadingAboveSd + shift, lowBelowSd: method.tiers.lowBelowSd + shift });
    const { group } = matrix(potential, dynamics, cut);
    out[0] = rankShift(own, ranks);
    for (let u = 0; u < n; u++) {
      out[1 + u] = own[u] ?? NaN;
      out[1 + n + u] = holds(tier[u], nominal.tiers.tier[u]);
      out[1 + 2 * n + u] = holds(group[u], nominal.matrix.group[u]);
      out[1 + 3 * n + u] = Number.isNaN(own[u] ?? NaN) ? NaN : Number(own[u] === ranks[u]);
    }
    return out;
  };
  const levels = levelsOf(design);
  const few = levels && levels.reduce((a, b) => a * b, 1) <= ENUMERABLE;
  const indices = few ? exactIndices(levels, evaluate) : sobolIndices(evaluate, design.factors.length, SAMPLE, design.seed, { bootstrap: REPLICATES });
  const kinds = [{ kind: 'shift' as const, unit: null }, ...(['rank', 'tier', 'group'] as const).flatMap((kind) => Array.from({ length: n }, (_, unit) => ({ kind, unit })))];
  const kept = (o: number) => (o === 0 ? NaN : (indices.mean[o <= n ? o + 3 * n : o] ?? NaN));
  const outcomes = kinds.map((what, o) => ({ ...what, kept: kept(o), ...outcome(indices, o, design.factors.map((f) => f.id)) }));
  const doubtful = (kind: OutcomeKind) => outcomes.flatMap((o) => (o.kind === kind && o.unit !== null && o.kept < 0.5 ? [o.unit] : []));
  return { method: indices.method, evaluations: indices.evaluations, outcomes, doubtful: { tier: doubtful('tier'), group: doubtful('group') } };
}

/** 1 where the class of the method holds, NaN where there is none. */
const holds = (now: string | null | undefined, own: string | null | undefined): number => (now && own ? Number(now === own) : NaN);

function outcome({ factors: k, mean, variance, first, total, intervals }: Indices, o: number, ids: readonly string[]): Omit<Outcome, 'kind' | 'unit' | 'kept'> {
  const at = (column: Float64Array | undefined, f: number) => column?.[o * k + f] ?? NaN;
  const own = mean[o] ?? NaN;
  const fixed = variance[o] === 0;
  if (fixed || Number.isNaN(variance[o] ?? NaN)) return { mean: own, fixed, alone: NaN, effects: [] };
  const all = ids.map((factor, f): Effect => ({
    factor,
    first: at(first, f),
    total: at(total, f),
    firstRange: [at(intervals?.firstLo, f), at(intervals?.firstHi, f)],
    totalRange: [at(intervals?.totalLo, f), at(intervals?.totalHi, f)]
  }));
  return { mean: own, fixed, alone: all.reduce((sum, e) => sum + e.first, 0), effects: all.toSorted((a, b) => b.total - a.total) };
}
