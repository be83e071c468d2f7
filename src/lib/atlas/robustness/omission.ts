/** The index without each indicator in turn: which one the order of regions hangs on. */
import { rank, rankShift } from '../../composite';
import { trial, type Bench } from './bench';

export interface Omission {
  readonly indicator: string;
  readonly ranks: Float64Array;
  /** Mean over regions of |rank − nominal rank|. */
  readonly shift: number;
  /** Regions that change their place. */
  readonly moved: number;
  /** The farthest step; null where no region moves. */
  readonly mover: { readonly unit: number; readonly from: number; readonly to: number } | null;
}

export interface Omissions {
  /** Greatest shift first; ties in the order of the method. */
  readonly rows: readonly Omission[];
  /** Indicators whose absence moves no region by more than one place. */
  readonly harmless: number;
}

export function omissions(bench: Bench): Omissions {
  const ids = bench.stages.models[0].structure.indicators.map((node) => node.id);
  const index = trial(bench, [{ id: 'omit', kind: 'omit', nodes: ids }]);
  const nominal = rank(bench.nominal.potential.index);
  const rows = ids.map((indicator, i): Omission => {
    const ranks = rank(index.run(Float64Array.of((i + 0.5) / ids.length))[0]);
    const steps = Array.from(ranks, (to, unit) => ({ unit, from: nominal[unit] ?? NaN, to })).filter(({ from, to }) => from !== to && !Number.isNaN(from + to));
    return {
      indicator,
      ranks,
      shift: rankShift(ranks, nominal),
      moved: steps.length,
      mover: steps.reduce<(typeof steps)[number] | null>((far, step) => (far === null || Math.abs(step.to - step.from) > Math.abs(far.to - far.from) ? step : far), null)
    };
  });
  return {
    rows: rows.toSorted((a, b) => (Number.isNaN(b.shift) ? -1 : b.shift) - (Number.isNaN(a.shift) ? -1 : a.shift)),
    harmless: rows.filter(({ shift, mover }) => !Number.isNaN(shift) && (mover === null || Math.abs(mover.to - mover.from) <= 1)).length
  };
}
