/** Everything about the choices of a method, from one set of runs and a few more trials. */
import type { Goalposts, Pack, Text } from '../../pack';
import { confidence } from '../../typology';
import { bench } from './bench';
import { effects, type Effects } from './effects';
import { omissions, type Omissions } from './omission';
import { pairsOf, type Pairs } from './pairs';
import { places, type Places } from './places';
import { variants, type Variants } from './variants';

export interface RobustnessReport {
  readonly year: number;
  readonly goalposts: Goalposts;
  readonly runs: number;
  readonly seed: number;
  readonly factors: readonly { readonly id: string; readonly name: Text; /** False for limits of classes, which move no place. */ readonly moves: boolean }[];
  readonly places: Places;
  /** In the order of `places`. */
  readonly pairs: Pairs;
  readonly effects: Effects;
  readonly variants: Variants;
  readonly omissions: Omissions;
}

const known = new WeakMap<Pack, Map<string, RobustnessReport | null>>();

/** Null for a pack that does not say what varies. Kept with its pack, as it takes a while. */
export function robustness(pack: Pack, year: number = pack.method.targetYear, goalposts: Goalposts = pack.method.normalisation.goalposts): RobustnessReport | null {
  let byYear = known.get(pack);
  if (!byYear) known.set(pack, (byYear = new Map()));
  const key = `${year} ${goalposts}`;
  let found = byYear.get(key);
  if (found === undefined) byYear.set(key, (found = made(pack, year, goalposts)));
  return found;
}

function made(pack: Pack, year: number, goalposts: Goalposts): RobustnessReport | null {
  const { method } = pack;
  const tried = bench(pack, year, goalposts);
  const runs = confidence(pack, method, year, goalposts);
  if (!tried || !runs || !method.robustness) return null;
  const taken = places(runs, tried.nominal.potential.index);
  return {
    year,
    goalposts,
    runs: runs.runs,
    seed: method.robustness.seed,
    factors: method.robustness.factors.map(({ id, name, kind }) => ({ id, name, moves: kind !== 'tierLimits' && kind !== 'cut' })),
    places: taken,
    pairs: pairsOf(runs, taken.rows.map((r) => r.unit)),
    effects: effects(tried, method),
    variants: variants(tried),
    omissions: omissions(tried)
  };
}
