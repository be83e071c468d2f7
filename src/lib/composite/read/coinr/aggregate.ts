/** Aggregate() of COINr: f_ag and f_ag_para, weights, and the share of data a node needs. */
import type { Aggregation } from '../../aggregateTree';
import type { Method, WeighScheme } from '../../pipeline/method';
import { perLevel, type Context } from '../context';
import type { Aggregated } from '../sections/aggregate';
import { fault, inside, unboxed, type Place } from '../shape';
import { AGGREGATIONS, frame, named } from './names';

const KEYS = ['f_ag', 'f_ag_para', 'w', 'dat_thresh', 'by_df'];

export const isCoinrAggregate = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value) && KEYS.some((key) => key in value);

export function coinrAggregate(value: Record<string, unknown>, place: Place, context: Context, base: Method['aggregate']): Aggregated | null {
  for (const key of Object.keys(value)) if (!KEYS.includes(key)) fault(inside(place, key), undefined, `one of the fields ${KEYS.join(', ')}`);
  const functions = perLevel(context, inside(place, 'f_ag'), unboxed(value['f_ag'] ?? 'a_amean') as unknown);
  const paras = parameters(value['f_ag_para'], inside(place, 'f_ag_para'), context);
  const limits = perLevel(context, inside(place, 'dat_thresh'), unboxed(value['dat_thresh'] ?? 0) as unknown);
  if (!functions || !paras || !limits) return null;
  const levels = functions.map((f, i) => byFunction(unboxed(f), paras[i] ?? {}, place));
  if (limits.some((limit) => !(typeof limit === 'number' && limit >= 0 && limit <= 1))) return fault(inside(place, 'dat_thresh'), value['dat_thresh'], 'numbers from 0 to 1');
  const weigh = 'w' in value ? weights(value['w'], inside(place, 'w'), context) : null;
  if (levels.some((l) => l === null)) return null;
  return { aggregate: { ...base, levels: levels as Aggregation[], limits: limits as number[] }, weigh };
}

/** One list of parameters for all levels, or a list of lists. */
function parameters(value: unknown, place: Place, context: Context): readonly Readonly<Record<string, unknown>>[] | null {
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) && value.some((entry) => typeof entry === 'object') ? perLevel(context, place, value as unknown[]) : perLevel<unknown>(context, place, typeof value === 'object' ? { ...named(value, ['p']) } : value);
  return list && list.map((entry) => named(entry, ['p']));
}

function byFunction(f: unknown, para: Readonly<Record<string, unknown>>, place: Place): Aggregation | null {
  const name = AGGREGATIONS[String(f)];
  switch (name) {
    case 'arithmetic':
    case 'geometric':
    case 'harmonic':
      return { aggregate: name };
    case 'copeland':
      return { aggregate: 'copeland', score: 'wins' };
    case 'power': {
      const p = unboxed(para['p']);
      return typeof p === 'number' && p !== 0 ? { aggregate: 'power', exponent: p } : fault(inside(place, 'f_ag_para.p'), p, 'a number other than 0 for a_genmean');
    }
    default:
      return fault(inside(place, 'f_ag'), f, `one of ${Object.keys(AGGREGATIONS).join(', ')}`);
  }
}

/** "none" for equal weights, a data frame with iCode and Weight or weights by code; one for all levels or a list by level. */
function weights(value: unknown, place: Place, context: Context): Method['weigh'] | null {
  const byLevel = Array.isArray(value) && value.length > 1 && !isFrame(value);
  const list = byLevel ? perLevel(context, place, value as unknown[]) : new Array<unknown>(context.structure.levels - 1).fill(value);
  const levels = list?.map((entry, i) => scheme(entry, byLevel ? inside(place, i) : place, context));
  return !levels || levels.some((s) => s === null) ? null : { levels: levels as WeighScheme[], of: new Map(), on: 'normalised' };
}

const isFrame = (value: unknown): boolean => (typeof value === 'object' && frame(value)?.every((row) => 'iCode' in row)) ?? false;

function scheme(value: unknown, place: Place, context: Context): WeighScheme | null {
  const single = unboxed(value);
  if (single === null) return { scheme: 'own' };
  if (single === 'none') return { scheme: 'equal' };
  if (single === 'Original') return { scheme: 'own' };
  const rows = frame(value);
  const pairs = rows && isFrame(value) ? rows.map((row) => [String(row['iCode']), row['Weight']] as const) : typeof single === 'object' ? Object.entries(single) : null;
  if (!pairs) return fault(place, single, '"none", a data frame with the columns iCode and Weight, or weights by code');
  const result = new Map<string, number>();
  for (const [id, weight] of pairs) {
    if (!context.structure.byId.has(id)) fault(inside(place, id), id, 'the code of a node of the structure');
    else if (typeof weight !== 'number' || !(weight >= 0)) fault(inside(place, id), weight, 'a number ≥ 0');
    else result.set(id, weight);
  }
  return { scheme: 'given', weights: result };
}
