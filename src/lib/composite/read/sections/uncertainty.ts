/** Part `uncertainty`: which choices of the method vary when its results are tested, and how far. */
import * as v from 'valibot';
import { designFaults, type Design, type Factor, type ImputationChoice, type Nominal } from '../../uncertainty/design';
import type { Context } from '../context';
import { fault, fields, finite, inside, positive, shape, whole, type Place } from '../shape';
import { readAggregation } from './aggregate';
import { readNormalisation } from './normalise';
import { readColumn } from './treat';

export interface Uncertainty {
  readonly design: Design;
  readonly runs: number;
}

const id = v.pipe(v.string(), v.minLength(1));
const level = v.optional(v.union([v.literal('all'), whole(1)]), 'all');
const options = v.pipe(v.array(v.unknown()), v.minLength(2, 'at least two options: one would be no choice'));
const factor = v.variant('kind', [
  fields({ id: v.optional(id), kind: v.literal('weights'), level, noise: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  fields({ id: v.optional(id), kind: v.literal('dirichlet'), level, concentration: positive }),
  fields({ id: v.optional(id), kind: v.picklist(['imputation', 'treatment', 'normalisation']), options }),
  fields({ id: v.optional(id), kind: v.literal('aggregation'), level, options }),
  fields({ id: v.optional(id), kind: v.literal('omit'), nodes: v.optional(v.union([v.literal('indicators'), v.array(v.nullable(v.string()))]), 'indicators') }),
  fields({ id: v.optional(id), kind: v.literal('number'), lo: finite, hi: finite }),
  fields({ id: v.optional(id), kind: v.literal('choice'), options: v.array(v.string()) })
]);
const schema = fields({ seed: v.optional(whole(0), 1), runs: v.optional(whole(1), 1000), factors: v.pipe(v.array(v.unknown()), v.minLength(1)) });

export function readUncertainty(value: unknown, place: Place, context: Context): Uncertainty | null {
  const read = shape(place, schema, value);
  if (!read) return null;
  const factors = read.factors.map((entry, i) => readFactor(entry, inside(inside(place, 'factors'), i), context));
  if (factors.some((f) => f === null)) return null;
  const design = { seed: read.seed, factors: factors as Factor[] };
  for (const message of designFaults(design)) fault(place, undefined, message);
  return { design, runs: read.runs };
}

function readFactor(value: unknown, place: Place, context: Context): Factor | null {
  const read = shape(place, factor, value);
  if (!read) return null;
  // Without a name a factor has that of its kind.
  const named = { ...read, id: read.id ?? read.kind };
  const top = context.structure.levels;
  if ('level' in named && typeof named.level === 'number') {
    const [lo, hi] = named.kind === 'aggregation' ? [2, top] : [1, top - 1];
    if (named.level < lo || named.level > hi) return fault(inside(place, 'level'), named.level, `a level from ${lo} to ${hi}, or "all"`);
  }
  switch (named.kind) {
    case 'imputation':
      return withOptions(named, place, readImputation);
    case 'treatment':
      return withOptions(named, place, readColumn);
    case 'normalisation':
      return withOptions(named, place, (p, o) => readNormalisation(o, p, context));
    case 'aggregation':
      return withOptions(named, place, (p, o) => readAggregation(o, p));
    case 'omit': {
      const nodes = named.nodes === 'indicators' ? [null, ...context.structure.indicators.map((node) => node.id)] : named.nodes;
      const unknown = nodes.findIndex((node) => node !== null && !context.structure.byId.has(node));
      return unknown >= 0 ? fault(inside(inside(place, 'nodes'), unknown), nodes[unknown], 'the code of a node of the structure, or null for none') : { id: named.id, kind: 'omit', nodes };
    }
    default:
      return named as Factor;
  }
}

/** Options by one; "nominal" stands for what the method does. */
function withOptions<O>(read: { readonly id: string; readonly kind: string; readonly options?: readonly unknown[] }, place: Place, reader: (place: Place, value: unknown) => O | null): Factor | null {
  const list = (read.options ?? []).map((option, i): O | Nominal | null => (option === 'nominal' ? option : reader(inside(inside(place, 'options'), i), option)));
  return list.some((o) => o === null) ? null : ({ ...read, options: list } as unknown as Factor);
}

const imputation = v.variant('method', [fields({ method: v.literal('none') }), fields({ method: v.picklist(['mean', 'median']), within: v.optional(v.picklist(['column', 'group'])) }), fields({ method: v.literal('em') })]);

function readImputation(place: Place, value: unknown): ImputationChoice | null {
  const read = shape(place, imputation, typeof value === 'string' ? { method: value } : value);
  if (!read) return null;
  const { method, ...parameters } = read;
  return { impute: method, ...parameters } as ImputationChoice;
}
