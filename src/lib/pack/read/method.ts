/** method.json and findings.json: their shape, by valibot; what they mean is checked in checks/method.ts. */
import * as v from 'valibot';
import { intensitySchema, partnersSchema, scenarioSchema } from './chainMethod';
import type { Reporter } from './reporter';
import { robustnessSchema } from './robustness';
import { id, text } from './shapes';

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const deviations = v.pipe(v.number(), v.finite(), v.minValue(0));
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100));

const block = v.strictObject({
  id,
  name: text,
  weight: positive,
  indicators: v.pipe(
    v.array(v.strictObject({ id, direction: v.picklist([1, -1]), weight: positive, maxLag: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)), 0) })),
    v.minLength(1)
  )
});

export const methodSchema = v.strictObject({
  $schema: v.optional(v.string()),
  title: text,
  citation: text,
  baseYear: year,
  targetYear: year,
  derived: v.array(
    v.strictObject({ id, theme: id, unit: v.string(), decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), additive: v.boolean(), expression: v.string(), name: text, short: text, note: v.optional(text) })
  ),
  potential: v.pipe(v.array(block), v.minLength(1)),
  dynamics: v.pipe(v.array(block), v.minLength(1)),
  normalisation: v.strictObject({ method: v.picklist(['min-max', 'z-score', 'percentile-rank']), goalposts: v.picklist(['year', 'pooled']) }),
  aggregation: v.strictObject({ within: v.literal('arithmetic'), between: v.picklist(['arithmetic', 'geometric']) }),
  coverage: v.strictObject({ block: share, index: share }),
  tiers: v.strictObject({ leadingAboveSd: deviations, lowBelowSd: deviations, names: v.strictObject({ leading: text, average: text, low: text }) }),
  matrix: v.strictObject({
    cut: v.picklist(['mean', 'median']),
    groups: v.array(v.strictObject({ id: v.picklist(['leaders', 'catch-up', 'stable', 'problem']), name: text, meaning: text, priorities: v.array(text) }))
  }),
  robustness: v.optional(robustnessSchema),
  intensity: v.optional(intensitySchema),
  partners: v.optional(partnersSchema),
  scenario: v.optional(scenarioSchema),
  // A scenario of the laboratory: its name, blocks of the potential it leaves out (tables may still name them), and factors on figures of the target year by `region.series`.
  whatIf: v.optional(v.strictObject({ name: v.string(), leftOut: v.optional(v.array(id), []), values: v.record(v.string(), positive) }))
});

const k = v.pipe(v.number(), v.integer(), v.minValue(1));
export const findingsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  findings: v.array(
    v.strictObject({
      id,
      statement: text,
      published: v.nullable(v.strictObject({ value: v.pipe(v.number(), v.finite()), unit: v.picklist(['percent', 'times']) })),
      quantity: v.variant('kind', [
        v.strictObject({ kind: v.literal('top-share'), k, expression: v.string(), year }),
        v.strictObject({ kind: v.literal('ratio'), k, numerator: v.string(), denominator: v.string(), year }),
        v.strictObject({ kind: v.literal('group-count'), group: v.picklist(['leaders', 'catch-up', 'stable', 'problem']), year })
      ]),
      formula: text,
      explanation: text
    })
  )
});

export const metaSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'a lower-case name')),
  version: v.string(),
  atlas: v.strictObject({ title: text, district: text, districtShort: text, description: text, licence: text, attribution: text, mapCredit: text, fictitious: v.boolean() })
});

export type MethodFile = v.InferOutput<typeof methodSchema>;
export type FindingsFile = v.InferOutput<typeof findingsSchema>;
export type MetaFile = v.InferOutput<typeof metaSchema>;

/** The value in its shape, or null with a fault for every place that is not. */
export function shaped<S extends v.GenericSchema>(file: string, schema: S, value: unknown, report: Reporter): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) report.error({ file, column: v.getDotPath(issue) ?? null, value: shown(issue) }, wanted(issue));
  return null;
}

const shown = ({ input, received }: v.BaseIssue<unknown>): string | null => (input === undefined ? null : typeof input === 'string' || typeof input === 'number' ? String(input) : received);

function wanted({ input, type, expected, message }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'no part of this name';
  if (input === undefined) return 'this part is missing';
  return type === 'regex' || expected === null ? message : expected;
}
