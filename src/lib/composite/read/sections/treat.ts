/** Part `treat`: the chain for all indicators and what single indicators get instead. */
import * as v from 'valibot';
import type { Method } from '../../pipeline/method';
import type { Transformation } from '../../transform';
import type { ColumnTreatment, TreatOptions } from '../../treat';
import { coinrTreat, isCoinrTreat } from '../coinr/treat';
import { TRANSFORMATIONS } from '../coinr/names';
import { byCode, isIndicator, type Context } from '../context';
import { fault, fields, finite, inside, scope, shape, whole, type Place } from '../shape';

const LOGS = ['log', 'coinLog', 'coinLogShift1', 'coinLogEitherTail', 'giiLog'] as const;
const NAMES = [...LOGS, 'boxCox', 'yeoJohnson'] as const;
const transformation = v.variant('transform', [
  fields({ transform: v.picklist(LOGS) }),
  fields({ transform: v.literal('boxCox'), lambda: v.optional(finite), shift: v.optional(v.picklist(['always', 'ifNeeded', 'never'])) }),
  fields({ transform: v.literal('yeoJohnson'), lambda: v.optional(finite) })
]);
const limits = { skew: v.optional(finite), kurt: v.optional(finite) };
const chain = fields({
  ...limits,
  maxPoints: v.optional(v.nullable(whole(0))),
  force: v.optional(v.boolean()),
  first: v.optional(v.unknown()),
  then: v.optional(v.unknown()),
  combine: v.optional(v.boolean()),
  test: v.optional(fields(limits)),
  over: v.optional(scope),
  of: v.optional(v.unknown())
});

export function readTreat(value: unknown, place: Place, context: Context): Method['treat'] {
  if (value === 'none' || value === null || value === false) return null;
  if (isCoinrTreat(value)) return coinrTreat(value, place, context);
  const read = readChain(value === 'chain' || value === true ? {} : value, place);
  if (!read) return null;
  const of = byCode(inside(place, 'of'), read.of, (p, id) => isIndicator(context, p, id), readColumn);
  return { options: read.options, of, over: read.over };
}

/** What one indicator gets, or every one as an option that varies. */
export function readColumn(place: Place, value: unknown): ColumnTreatment | null {
  if (value === 'chain') return { treat: 'chain' };
  if (value === 'none') return { treat: 'none' };
  if (typeof value === 'string' || (typeof value === 'object' && value !== null && 'transform' in value)) {
    const how = readStep(value, place);
    return how === null ? null : how === 'winsorise' ? { treat: 'chain', options: { then: null } } : { treat: 'transform', how };
  }
  const read = readChain(value, place);
  return read && { treat: 'chain', options: read.options };
}

function readChain(value: unknown, place: Place): { options: TreatOptions; of: unknown; over: 'panel' | 'time' } | null {
  const read = shape(place, chain, value);
  if (!read) return null;
  const { first, then, maxPoints, over, of, skew, kurt, force, combine, test } = read;
  const one = first === undefined ? undefined : readStep(first, inside(place, 'first'));
  const two = then === undefined ? undefined : then === null || then === 'none' ? null : readStep(then, inside(place, 'then'));
  if (one === null || (two === null && then !== null && then !== 'none')) return null;
  const options: TreatOptions = {
    ...(skew === undefined ? {} : { skew }),
    ...(kurt === undefined ? {} : { kurt }),
    ...(force === undefined ? {} : { force }),
    ...(combine === undefined ? {} : { combine }),
    ...(maxPoints === undefined ? {} : { maxPoints: maxPoints ?? Infinity }),
    ...(test === undefined ? {} : { test: { ...(test.skew === undefined ? {} : { skew: test.skew }), ...(test.kurt === undefined ? {} : { kurt: test.kurt }) } }),
    ...(one === undefined ? {} : { first: one }),
    ...(two === undefined ? {} : { then: two })
  };
  return { options, of, over: over ?? 'time' };
}

/** `winsorise`, the name of a transformation, or a transformation with its parameters. */
export function readStep(value: unknown, place: Place): 'winsorise' | Transformation | null {
  if (value === 'winsorise') return value;
  if (typeof value === 'string') {
    const name = TRANSFORMATIONS[value] ?? value;
    return (NAMES as readonly string[]).includes(name) ? ({ transform: name } as Transformation) : fault(place, value, `winsorise or one of the transformations ${NAMES.join(', ')}`);
  }
  return shape(place, transformation, value) as Transformation | null;
}
