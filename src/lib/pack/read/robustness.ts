/** Part `robustness` of method.json: its shape, by valibot, and what a shape cannot say. */
import * as v from 'valibot';
import type { Robustness, RobustnessFactor } from '../types';
import type { Reporter } from './reporter';
import { id, text } from './shapes';

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const of = v.picklist(['indicators', 'blocks']);
/** One option would be no choice. */
const several = <S extends v.GenericSchema>(option: S) => v.pipe(v.array(option), v.minLength(2));
const base = { id, name: text };

const factor = v.variant('kind', [
  v.strictObject({ ...base, kind: v.literal('weights'), of, noise: v.pipe(positive, v.ltValue(1)) }),
  v.strictObject({ ...base, kind: v.literal('treatment'), options: several(v.variant('treat', [v.strictObject({ treat: v.literal('none') }), v.strictObject({ treat: v.literal('chain'), maxPoints: whole(1, 20) })])) }),
  v.strictObject({
    ...base,
    kind: v.literal('normalisation'),
    options: several(
      v.variant('method', [
        v.strictObject({ method: v.picklist(['minMax', 'percentileRank']), range: v.strictTuple([finite, finite]) }),
        v.strictObject({ method: v.literal('zScore'), mean: finite, sd: positive })
      ])
    )
  }),
  v.strictObject({ ...base, kind: v.literal('aggregation'), of, options: several(v.picklist(['arithmetic', 'geometric', 'harmonic'])) }),
  v.strictObject({ ...base, kind: v.literal('omit') }),
  v.strictObject({ ...base, kind: v.literal('tierLimits'), lo: finite, hi: finite }),
  v.strictObject({ ...base, kind: v.literal('cut'), options: several(v.picklist(['mean', 'median'])) })
]);

export const robustnessSchema = v.strictObject({ seed: whole(0, 2 ** 32 - 1), runs: whole(1, 100_000), factors: v.pipe(v.array(factor), v.minLength(1)) });

/** Ids once, each choice varied once, ranges the right way round, positive ones where a geometric mean may meet them. */
export function checkRobustness(robustness: Robustness | null, tiers: { readonly leadingAboveSd: number; readonly lowBelowSd: number }, report: Reporter): void {
  if (!robustness) return;
  const { factors } = robustness;
  const positiveOnly = factors.some((f) => f.kind === 'aggregation' && f.options.some((o) => o !== 'arithmetic'));
  const choice = (f: RobustnessFactor) => ('of' in f ? `${f.kind} of ${f.of}` : f.kind);
  factors.forEach((f, i) => {
    const fault = (key: string, value: string | number, expected: string) => report.error({ file: 'method.json', column: `robustness.factors.${i}.${key}`, value }, expected);
    if (factors.findIndex((other) => other.id === f.id) < i) fault('id', f.id, 'an id that no factor has already');
    if (factors.findIndex((other) => choice(other) === choice(f)) < i) fault('kind', choice(f), 'a choice that no other factor varies already');
    if ('options' in f) {
      const options = f.options.map((o) => JSON.stringify(o));
      options.forEach((o, j) => {
        if (options.indexOf(o) < j) fault(`options.${j}`, o, 'an option that is not there already');
      });
    }
    if (f.kind === 'normalisation') {
      f.options.forEach((o, j) => {
        if (o.method === 'zScore') {
          if (positiveOnly && !(o.mean > 0)) fault(`options.${j}.mean`, o.mean, 'a mean above nought: geometric and harmonic means need positive values');
        } else if (!(o.range[0] < o.range[1])) fault(`options.${j}.range`, o.range.join(', '), 'a range from low to high');
        else if (positiveOnly && !(o.range[0] > 0)) fault(`options.${j}.range`, o.range.join(', '), 'a range above nought: geometric and harmonic means need positive values');
      });
    }
    if (f.kind === 'tierLimits') {
      if (!(f.lo < f.hi)) fault('lo', f.lo, `a number below ${f.hi}`);
      else if (f.lo + Math.min(tiers.leadingAboveSd, tiers.lowBelowSd) < 0) fault('lo', f.lo, 'a shift that leaves both tier limits at nought or more');
    }
  });
  // Without it the nominal normalisation stays, which has nought at its lower end.
  const nominal = factors.every((f) => f.kind !== 'normalisation');
  if (positiveOnly && nominal) report.error({ file: 'method.json', column: 'robustness.factors' }, 'a factor “normalisation” with positive ranges, which geometric and harmonic means need');
}
