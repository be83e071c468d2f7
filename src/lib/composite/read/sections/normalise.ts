/** Part `normalise`: one method for all indicators, exceptions by indicator, directions. */
import * as v from 'valibot';
import type { Direction } from '../../../pack';
import type { Normalisation } from '../../normalise/table';
import type { Method } from '../../pipeline/method';
import type { Node } from '../../structure';
import { coinrNormalise, isCoinrNormalise } from '../coinr/normalise';
import { NORMALISATIONS } from '../coinr/names';
import { byCode, isIndicator, isUnit, type Context } from '../context';
import { fault, fields, finite, inside, pair, positive, scope, shape, type Place } from '../shape';

const ties = v.optional(v.picklist(['least', 'mean', 'greatest']));
const cap = v.optional(v.boolean());
const one = (method: string) => v.literal(method);
const entry = v.variant('method', [
  fields({ method: v.picklist(['none', 'fractionOfMax', 'distanceToMax']) }),
  fields({ method: v.picklist(['rank', 'borda']), ties }),
  fields({ method: one('percentileRank'), range: v.optional(pair), ties }),
  fields({ method: one('minMax'), range: v.optional(pair) }),
  fields({ method: one('zScore'), mean: v.optional(finite), sd: v.optional(positive) }),
  fields({ method: one('distanceToTarget'), target: v.optional(finite), cap }),
  fields({ method: one('distanceToReference'), unit: v.string(), cap }),
  fields({ method: one('goalposts'), lo: v.optional(finite), hi: v.optional(finite), scale: v.optional(finite), truncate: v.optional(v.boolean()) })
]);
type Entry = v.InferOutput<typeof entry>;

const directionSchema = v.picklist([1, -1]);

export function readNormalise(value: unknown, place: Place, context: Context, base: Method['normalise']): Method['normalise'] | null {
  if (isCoinrNormalise(value)) return coinrNormalise(value, place, context, base);
  if (typeof value === 'string') return whole({ method: value }, {}, place, context, base);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(place, value, 'the name of a method, or an object with the field method');
  const { of, directions, over, ...how } = value as Record<string, unknown>;
  return whole('method' in how ? how : { method: 'minMax', ...how }, { of, directions, over }, place, context, base);
}

function whole(how: unknown, rest: { of?: unknown; directions?: unknown; over?: unknown }, place: Place, context: Context, base: Method['normalise']): Method['normalise'] | null {
  const main = readEntry(how, place);
  const over = rest.over === undefined ? base.over : shape(inside(place, 'over'), scope, rest.over);
  const directions = readDirections(rest.directions, inside(place, 'directions'), context);
  const exceptions = byCode(
    inside(place, 'of'),
    rest.of,
    (p, id) => isIndicator(context, p, id),
    (p, entryValue, id) => {
      const read = readEntry(typeof entryValue === 'string' ? { method: entryValue } : entryValue, p);
      return read ? resolve(read, p, context, context.structure.byId.get(id)) : null;
    }
  );
  if (!main || over === null) return null;
  if (!perIndicator(main)) {
    const resolved = resolve(main, place, context, undefined);
    return resolved && { how: resolved, of: exceptions, directions, over };
  }
  const of = new Map<string, Normalisation>();
  for (const node of context.structure.indicators) {
    const own = exceptions.get(node.id) ?? resolve(main, place, context, node);
    if (own) of.set(node.id, own);
  }
  return of.size === context.structure.indicators.length ? { how: base.how, of, directions, over } : null;
}

export function readDirections(value: unknown, place: Place, context: Context): Map<string, Direction> {
  return byCode(place, value, (p, id) => isIndicator(context, p, id), (p, entryValue) => shape(p, directionSchema, entryValue) as Direction | null);
}

function readEntry(value: unknown, place: Place): Entry | null {
  const alias = typeof value === 'object' && value !== null && 'method' in value && typeof value.method === 'string' ? NORMALISATIONS[value.method] : undefined;
  return shape(place, entry, alias === undefined ? value : { ...(value as object), method: alias });
}

/** One method for every indicator, as an option that varies. */
export function readNormalisation(value: unknown, place: Place, context: Context): Normalisation | null {
  const read = readEntry(typeof value === 'string' ? { method: value } : value, place);
  return read && (perIndicator(read) ? fault(place, read.method, 'a method with its parameters, which hold for every indicator') : resolve(read, place, context, undefined));
}

/** True where the parameters must come from each indicator's own row of the structure. */
const perIndicator = (how: Entry): boolean => (how.method === 'distanceToTarget' && !('target' in how)) || (how.method === 'goalposts' && !('lo' in how && 'hi' in how));

function resolve(how: Entry, place: Place, context: Context, node: Node | undefined): Normalisation | null {
  if (how.method === 'minMax' || how.method === 'percentileRank') {
    const range = 'range' in how ? how.range : undefined;
    if (range && !(range[0] < range[1])) return fault(inside(place, 'range'), range, 'a range from low to high');
  }
  if (how.method === 'distanceToReference' && 'unit' in how && !isUnit(context, inside(place, 'unit'), how.unit)) return null;
  if (how.method === 'distanceToTarget' && !('target' in how)) {
    if (node?.target === undefined) return fault(inside(place, 'target'), undefined, `a target for ${node?.id ?? 'the indicator'}: here, or in the column Target of the structure`);
    return { ...how, target: node.target } as Normalisation;
  }
  if (how.method === 'goalposts') {
    const record = context.records.get(node?.id ?? '') ?? {};
    const fromMeta = (name: string) => (record[name] === undefined ? undefined : Number(record[name]));
    const posts = how as { lo?: number; hi?: number };
    const [lo, hi] = [posts.lo ?? fromMeta('goalpost_lower'), posts.hi ?? fromMeta('goalpost_upper')];
    if (lo === undefined || hi === undefined) return fault(place, undefined, `goalposts lo and hi${node ? ` for ${node.id}` : ''}: here, or in the columns goalpost_lower and goalpost_upper of iMeta`);
    if (!(lo < hi)) return fault(inside(place, 'lo'), lo, `a number below hi = ${hi}`);
    return { ...how, lo, hi } as Normalisation;
  }
  return how as Normalisation;
}
