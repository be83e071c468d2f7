/** Parts `denominate`, `impute` and `screen`, in the words of this engine or with COINr's arguments. */
import * as v from 'valibot';
import type { Denomination } from '../../denominate';
import type { ImputeMethod, Method, Scope } from '../../pipeline/method';
import type { ScreenOptions } from '../../screen';
import { coinrDenominate, coinrImpute, coinrScreen, isCoinr } from '../coinr/prepare';
import { byCode, isGroup, isIndicator, isUnit, type Context } from '../context';
import { fault, fields, finite, inside, positive, scope, shape, share, whole, type Place } from '../shape';

const denomination = fields({ by: v.string(), scale: v.optional(finite) });

/** true: the denominators of the structure; false: none; otherwise by indicator. */
export function readDenominate(value: unknown, place: Place, context: Context, own: ReadonlyMap<string, Denomination>): ReadonlyMap<string, Denomination> {
  if (value === true || value === 'own') return own;
  if (value === false || value === 'none' || value === null) return new Map();
  if (isCoinr('denominate', value)) return coinrDenominate(value, place, context, own);
  return byCode(place, value, (p, id) => isIndicator(context, p, id), (p, entry) => {
    if (entry === null || entry === 'none') return null;
    const read = typeof entry === 'string' ? { by: entry } : shape(p, denomination, entry);
    return read && (context.columns.includes(read.by) ? (read as Denomination) : fault(p, read.by, 'a column of numbers of the data'));
  });
}

const level = v.optional(whole(2));
const over = v.optional(scope);
const imputation = v.variant('method', [
  fields({ method: v.picklist(['mean', 'median']), group: v.optional(v.string()), over }),
  fields({ method: v.picklist(['rowMean', 'rowMedian']), level, normalise: v.optional(v.boolean()), over }),
  fields({ method: v.literal('em'), level, tolerance: v.optional(positive), maxIterations: v.optional(whole(1)), over }),
  fields({ method: v.picklist(['latest', 'linear', 'constant']), maxTimes: v.optional(whole(1)) })
]);

export function readImpute(value: unknown, place: Place, context: Context): Method['impute'] {
  if (value === 'none' || value === null || value === false) return null;
  if (isCoinr('impute', value)) return coinrImpute(value, place, context);
  const read = shape(place, imputation, typeof value === 'string' ? { method: value } : value);
  if (!read) return null;
  const { method, ...rest } = read;
  const { over: wanted, ...parameters } = rest as typeof rest & { over?: Scope };
  return checkedImpute({ impute: method, ...parameters } as ImputeMethod, wanted ?? 'time', place, context);
}

export function checkedImpute(how: ImputeMethod, scopeOf: Scope, place: Place, context: Context): Method['impute'] {
  if ('group' in how && how.group !== undefined && !isGroup(context, inside(place, 'group'), how.group)) return null;
  if ('level' in how && how.level !== undefined && how.level > context.structure.levels) return fault(inside(place, 'level'), how.level, `a level of the structure, 2 to ${context.structure.levels}`);
  return { how, over: scopeOf };
}

const units = v.optional(v.array(v.string()));
const screening = fields({ by: v.optional(v.picklist(['present', 'nonZero', 'both'])), present: v.optional(share), nonZero: v.optional(share), keep: units, remove: units });

export function readScreen(value: unknown, place: Place, context: Context): ScreenOptions | null {
  if (value === 'none' || value === null || value === false) return null;
  if (isCoinr('screen', value)) return coinrScreen(value, place, context);
  const read = shape(place, screening, value);
  if (!read) return null;
  const force = new Map<string, boolean>();
  for (const [key, keep] of [['keep', true], ['remove', false]] as const) {
    (read[key] ?? []).forEach((unit, i) => {
      if (isUnit(context, inside(inside(place, key), i), unit)) force.set(unit, keep);
    });
  }
  return { by: read.by ?? 'present', ...(read.present === undefined ? {} : { present: read.present }), ...(read.nonZero === undefined ? {} : { nonZero: read.nonZero }), ...(force.size === 0 ? {} : { force }) };
}
