/* Any scenario of a pack, for properties. */
import fc from 'fast-check';
import { baseYears, CUTS, leastSigma, MEANS, NO_CHANGES, ownWeights, SCALES, seriesOf, usable, type Changes } from '../../../src/lib/atlas';
import { regionsOf } from '../../../src/lib/composite';
import type { Pack } from '../../../src/lib/pack';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

export function changesOf(pack: Pack): fc.Arbitrary<Changes> {
  const { method } = pack;
  const own = ownWeights(method);
  const other = <T>(all: readonly T[], standard: T) => maybe(fc.constantFrom(...all.filter((v) => v !== standard)));
  const keys = regionsOf(pack).flatMap(({ code }) => seriesOf(pack).map((id) => `${code}.${id}`));
  const record = (from: readonly string[], value: fc.Arbitrary<number>, same: (key: string) => number) =>
    fc.array(fc.tuple(fc.constantFrom(...from), value), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs.filter(([key, v]) => v !== same(key))));
  const sigma = fc.integer({ min: Math.ceil(20 * leastSigma(method)), max: 40 }).map((n) => n / 20);
  return fc.record({
    weights: record([...own.keys()], fc.integer({ min: 0, max: 40 }).map((n) => n / 10), (key) => own.get(key) ?? NaN).map((weights) => (usable(method, weights) ? weights : {})),
    scale: other(SCALES, method.normalisation.method),
    mean: other(MEANS, method.aggregation.between),
    tiers: maybe(fc.tuple(sigma, sigma)).map((t) => (t && t[0] === method.tiers.leadingAboveSd && t[1] === method.tiers.lowBelowSd ? null : t)),
    cut: other(CUTS, method.matrix.cut),
    base: baseYears(pack).length > 1 ? other(baseYears(pack), method.baseYear) : fc.constant(NO_CHANGES.base),
    values: record(keys, fc.integer({ min: 10, max: 1000 }).map((n) => n / 100), () => 1)
  });
}
