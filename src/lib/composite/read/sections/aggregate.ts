/** Part `aggregate`: how the children of each node make its score, and how many of them must be there. */
import * as v from 'valibot';
import type { Aggregation } from '../../aggregateTree';
import type { Method } from '../../pipeline/method';
import { coinrAggregate, isCoinrAggregate } from '../coinr/aggregate';
import { AGGREGATIONS } from '../coinr/names';
import { byCode, isAggregate, perLevel, type Context } from '../context';
import { fault, fields, finite, inside, oneOrMore, positive, scope, shape, share, type Place } from '../shape';

const threshold = v.pipe(v.number(), v.finite('a finite number'), v.minValue(0));
const preference = v.variant('shape', [
  fields({ shape: v.literal('usual') }),
  fields({ shape: v.literal('u'), q: threshold }),
  fields({ shape: v.literal('v'), p: positive }),
  fields({ shape: v.picklist(['level', 'linear']), q: threshold, p: positive }),
  fields({ shape: v.literal('gaussian'), s: positive })
]);
const aggregation = v.variant('method', [
  fields({ method: v.picklist(['arithmetic', 'geometric', 'harmonic']) }),
  fields({ method: v.literal('power'), exponent: finite }),
  fields({ method: v.literal('mazziottaPareto'), penalty: v.optional(v.picklist(['down', 'up'])) }),
  fields({ method: v.literal('copeland'), score: v.optional(v.picklist(['share', 'wins'])) }),
  fields({ method: v.literal('topsis'), scale: v.optional(v.picklist(['none', 'vector', 'minMax'])) }),
  fields({ method: v.literal('vikor'), v: v.optional(share) }),
  fields({ method: v.literal('promethee'), preference: v.optional(preference), preferenceOf: v.optional(v.record(v.string(), preference)) }),
  fields({ method: v.literal('benefitOfDoubt'), least: v.optional(share), most: v.optional(share), shareOf: v.optional(v.picklist(['weights', 'contributions'])) })
]);

export interface Aggregated {
  readonly aggregate: Method['aggregate'];
  /** Weights that COINr's Aggregate() takes along. */
  readonly weigh: Method['weigh'] | null;
}

export function readAggregate(value: unknown, place: Place, context: Context, base: Method['aggregate']): Aggregated | null {
  if (isCoinrAggregate(value)) return coinrAggregate(value, place, context, base);
  if (typeof value === 'string' || Array.isArray(value)) return withLevels(value, {}, place, context, base);
  if (typeof value !== 'object' || value === null) return fault(place, value, 'the name of a method, a list of them by level, or an object');
  const { levels, of, limit, limitOf, limitBy, over, ...how } = value as Record<string, unknown>;
  if (levels !== undefined && Object.keys(how).length > 0) return fault(inside(place, Object.keys(how)[0] ?? ''), undefined, 'either levels or one method for all of them');
  return withLevels(levels ?? (Object.keys(how).length > 0 ? how : 'arithmetic'), { of, limit, limitOf, limitBy, over }, place, context, base);
}

function withLevels(value: unknown, rest: Readonly<Record<string, unknown>>, place: Place, context: Context, base: Method['aggregate']): Aggregated | null {
  const { levels } = context.structure;
  const list = Array.isArray(value) ? perLevel(context, place, value as unknown[]) : null;
  if (Array.isArray(value) && !list) return null;
  const methods = list ? list.map((entry, i) => readAggregation(entry, inside(place, i))) : new Array<Aggregation | null>(levels - 1).fill(readAggregation(value, place));
  const of = byCode(inside(place, 'of'), rest['of'], (p, id) => isAggregate(context, p, id), (p, entry) => readAggregation(entry, p));
  const given = rest['limit'] === undefined ? 0 : shape(inside(place, 'limit'), oneOrMore(share), rest['limit']);
  const limits = given === null ? null : perLevel(context, inside(place, 'limit'), given);
  const limitOf = byCode(inside(place, 'limitOf'), rest['limitOf'], (p, id) => isAggregate(context, p, id), (p, entry) => shape(p, share, entry));
  const limitBy = rest['limitBy'] === undefined ? base.limitBy : shape(inside(place, 'limitBy'), v.picklist(['children', 'weights']), rest['limitBy']);
  const over = rest['over'] === undefined ? base.over : shape(inside(place, 'over'), scope, rest['over']);
  if (methods.some((m) => m === null) || !limits || limitBy === null || over === null) return null;
  return { aggregate: { levels: methods as Aggregation[], of, limits, limitOf, limitBy, over }, weigh: null };
}

/** The method of a node, by name or with its parameters. */
export function readAggregation(value: unknown, place: Place): Aggregation | null {
  const named = typeof value === 'string' ? { method: value } : value;
  const alias = typeof named === 'object' && named !== null && 'method' in named && typeof named.method === 'string' ? AGGREGATIONS[named.method] : undefined;
  const read = shape(place, aggregation, alias === undefined ? named : { ...(named as object), method: alias, ...(alias === 'copeland' ? { score: 'wins' } : {}) });
  if (!read) return null;
  const { method, ...parameters } = read;
  if ('preferenceOf' in parameters && parameters.preferenceOf) return { aggregate: 'promethee', ...parameters, preferenceOf: new Map(Object.entries(parameters.preferenceOf)) } as Aggregation;
  if (!('shareOf' in parameters)) return { aggregate: method, ...parameters } as Aggregation;
  const { shareOf, ...bounds } = parameters;
  return { aggregate: method, ...bounds, of: shareOf } as Aggregation;
}
