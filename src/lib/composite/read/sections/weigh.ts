/** Part `weigh`: where the weights among the children of each node come from. */
import * as v from 'valibot';
import type { Method, WeighScheme } from '../../pipeline/method';
import { byCode, isAggregate, perLevel, type Context } from '../context';
import { fault, fields, inside, positive, shape, whole, type Place } from '../shape';

const judgements = v.pipe(v.array(v.array(v.number())), v.minLength(1));
const scheme = v.variant('method', [
  fields({ method: v.picklist(['own', 'equal', 'deviation', 'entropy', 'merec', 'gini', 'variance', 'angle', 'cilos', 'idocriw']) }),
  fields({ method: v.literal('given'), weights: v.record(v.string(), v.pipe(v.number(), v.finite('a finite number'), v.minValue(0))) }),
  fields({ method: v.literal('critic'), scale: v.optional(v.boolean()), correlation: v.optional(v.picklist(['pearson', 'spearman'])) }),
  fields({ method: v.literal('factors'), factors: v.optional(whole(1)), kaiser: v.optional(v.boolean()) }),
  fields({ method: v.literal('balanced'), importance: v.optional(v.record(v.string(), v.pipe(v.number(), v.finite('a finite number'), v.minValue(0)))), measure: v.optional(v.picklist(['correlation', 'squared'])) }),
  fields({ method: v.literal('ahp'), order: v.optional(v.array(v.string())), matrix: judgements }),
  fields({ method: v.literal('budget'), order: v.optional(v.array(v.string())), points: judgements, budget: v.optional(positive) })
]);

export function readWeigh(value: unknown, place: Place, context: Context): Method['weigh'] | null {
  if (typeof value === 'string' || Array.isArray(value)) return withLevels(value, {}, place, context);
  if (typeof value !== 'object' || value === null) return fault(place, value, 'the name of a scheme, a list of them by level, or an object');
  const { levels, of, on, ...how } = value as Record<string, unknown>;
  if (levels !== undefined && Object.keys(how).length > 0) return fault(inside(place, Object.keys(how)[0] ?? ''), undefined, 'either levels or one method for all of them');
  return withLevels(levels ?? (Object.keys(how).length > 0 ? how : 'own'), { of, on }, place, context);
}

function withLevels(value: unknown, rest: { of?: unknown; on?: unknown }, place: Place, context: Context): Method['weigh'] | null {
  const on = rest.on === undefined ? ('normalised' as const) : shape(inside(place, 'on'), v.picklist(['normalised', 'treated']), rest.on);
  const of = byCode(inside(place, 'of'), rest.of, (p, id) => isAggregate(context, p, id), (p, entry, id) => readScheme(entry, p, context, [id]));
  const parents = (level: number) => context.structure.nodes.filter((node) => node.level === level && !of.has(node.id)).map((node) => node.id);
  const list = Array.isArray(value) ? perLevel(context, place, value as unknown[]) : null;
  if (Array.isArray(value) && !list) return null;
  const schemes = Array.from({ length: context.structure.levels - 1 }, (_, i) => readScheme(list ? list[i] : value, list ? inside(place, i) : place, context, parents(i + 2)));
  return on === null || schemes.some((s) => s === null) ? null : { levels: schemes as WeighScheme[], of, on };
}

/** @param parents nodes whose children the scheme will weigh */
function readScheme(value: unknown, place: Place, context: Context, parents: readonly string[]): WeighScheme | null {
  const read = shape(place, scheme, typeof value === 'string' ? { method: value } : value);
  if (!read) return null;
  const { method, ...parameters } = read;
  const byNode = (key: string, values: Record<string, number>) => {
    for (const id of Object.keys(values)) if (!context.structure.byId.has(id)) fault(inside(inside(place, key), id), id, 'the code of a node of the structure');
    return new Map(Object.entries(values));
  };
  if (method === 'given') return { scheme: 'given', weights: byNode('weights', (parameters as { weights: Record<string, number> }).weights) };
  if (method === 'balanced') {
    const { importance, measure } = parameters as { importance?: Record<string, number>; measure?: 'correlation' | 'squared' };
    return { scheme: 'balanced', ...(importance ? { importance: byNode('importance', importance) } : {}), ...(measure ? { measure } : {}) };
  }
  if (method !== 'ahp' && method !== 'budget') return { scheme: method, ...parameters } as WeighScheme;
  // Judgements compare the children of one node; without an order they come as the structure lists them.
  const { order, matrix, points, budget } = parameters as { order?: string[]; matrix?: number[][]; points?: number[][]; budget?: number };
  const width = (matrix ?? points ?? [])[0]?.length ?? 0;
  for (const parent of parents) {
    const children = (context.structure.children.get(parent) ?? []).map((child) => child.id);
    if (children.length < 2) continue;
    const names = order ?? children;
    const missing = children.filter((id) => !names.includes(id));
    if (missing.length > 0) return fault(inside(place, 'order'), undefined, `the codes of all children of ${parent}; ${missing.join(', ')} missing. Judgements on other nodes go under of`);
    if (width !== names.length) return fault(inside(place, matrix ? 'matrix' : 'points'), `${width} columns`, `one column for each of ${names.join(', ')}`);
  }
  const names = order ?? (context.structure.children.get(parents[0] ?? '') ?? []).map((child) => child.id);
  return method === 'ahp' ? { scheme: 'ahp', order: names, matrix: matrix ?? [] } : { scheme: 'budget', order: names, points: points ?? [], budget: budget ?? 100 };
}
