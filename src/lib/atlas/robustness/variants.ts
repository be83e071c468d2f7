/** The index under each normalisation × mean of blocks that the pack puts up for choice, all else as in the method. */
import { kendallTau, rank, rankShift, type Factor } from '../../composite';
import { trial, type Bench } from './bench';

type Normalising = Extract<Factor, { kind: 'normalisation' }>;
type Aggregating = Extract<Factor, { kind: 'aggregation' }>;

export interface Variant {
  /** Name of the method of normalisation and of the mean; null where the design leaves it as it is. */
  readonly normalisation: string | null;
  readonly aggregation: string | null;
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
  /** Mean over regions of |rank − nominal rank|. */
  readonly shift: number;
  /** Kendall's τ-b of the scores with the nominal ones. */
  readonly kendall: number;
}

export interface Variants {
  readonly nominal: Float64Array;
  readonly variants: readonly Variant[];
  /** Places in `variants`; −1 where there are none. */
  readonly mildest: number;
  readonly hardest: number;
  /** Number of ranked regions with one and the same place everywhere, and of ranked regions. */
  readonly same: number;
  readonly ranked: number;
  /** The farthest step any region makes; null where nothing moves. */
  readonly mover: { readonly unit: number; readonly from: number; readonly to: number } | null;
}

export function variants(bench: Bench): Variants {
  const { design } = bench;
  const nominalScores = bench.nominal.potential.index;
  const normalising = design.factors.find((f): f is Normalising => f.kind === 'normalisation');
  // The mean nearest to the root: that of the blocks.
  const height = ({ level }: Aggregating) => (level === 'all' ? Infinity : level);
  const aggregating = design.factors.filter((f): f is Aggregating => f.kind === 'aggregation').toSorted((a, b) => height(b) - height(a))[0];
  const factors = [normalising, aggregating].filter((f) => f !== undefined);
  const index = trial(bench, factors);
  const nominal = rank(nominalScores);
  const list: Variant[] = [];
  const [across, down] = [normalising?.options ?? [null], aggregating?.options ?? [null]];
  across.forEach((normalisation, i) => {
    down.forEach((aggregation, j) => {
      // The middle of each option's part of [0, 1).
      const middle = [...(normalising ? [(i + 0.5) / across.length] : []), ...(aggregating ? [(j + 0.5) / down.length] : [])];
      const scores = index.run(Float64Array.from(middle))[0].slice();
      const ranks = rank(scores);
      list.push({
        normalisation: normalisation === null || normalisation === 'nominal' ? null : normalisation.method,
        aggregation: aggregation === null || aggregation === 'nominal' ? null : aggregation.aggregate,
        scores,
        ranks,
        shift: rankShift(ranks, nominal),
        kendall: kendallTau(nominalScores, scores)
      });
    });
  });
  const known = list.flatMap((v, i) => (Number.isNaN(v.shift) ? [] : [{ i, shift: v.shift }]));
  const steps = list.flatMap(({ ranks }) => Array.from(ranks, (to, unit) => ({ unit, from: nominal[unit] ?? NaN, to }))).filter(({ from, to }) => from !== to && !Number.isNaN(from + to));
  const units = Array.from(nominal.keys()).filter((u) => !Number.isNaN(nominal[u] ?? NaN));
  return {
    nominal,
    variants: list,
    mildest: known.reduce((best, x) => (x.shift < best.shift ? x : best), { i: -1, shift: Infinity }).i,
    hardest: known.reduce((best, x) => (x.shift > best.shift ? x : best), { i: -1, shift: -Infinity }).i,
    same: units.filter((u) => list.every(({ ranks }) => ranks[u] === nominal[u])).length,
    ranked: units.length,
    mover: steps.reduce<(typeof steps)[number] | null>((far, step) => (far === null || Math.abs(step.to - step.from) > Math.abs(far.to - far.from) ? step : far), null)
  };
}
