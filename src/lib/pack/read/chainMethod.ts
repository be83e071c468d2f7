/** Parts `intensity`, `partners` and `scenario` of method.json: their shape, by valibot, and what a shape cannot say. */
import * as v from 'valibot';
import type { Pack } from '../types';
import type { Reporter } from './reporter';
import { id, text } from './shapes';

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));
const atLeast = (least: number) => v.pipe(finite, v.minValue(least));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const some = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.minLength(1));
const maxLag = v.optional(whole(0, 5), 0);
const seed = whole(0, 2 ** 32 - 1);
const clusters = v.nullable(some(id));

const decay = v.variant('kind', [v.strictObject({ kind: v.literal('power'), exponent: positive }), v.strictObject({ kind: v.literal('exponential'), km: positive })]);

export const intensitySchema = v.strictObject({
  masses: some(v.strictObject({ clusters, stages: some(id), indicator: id, maxLag })),
  massExponent: positive,
  detour: atLeast(1),
  leastKm: positive,
  decay,
  sensitivity: v.strictObject({ massExponents: some(positive), decays: some(decay), top: whole(1, 1000) }),
  basis: text
});

export const partnersSchema = v.strictObject({
  weights: v.strictObject({ specialisation: atLeast(0), gap: atLeast(0), nearness: atLeast(0), relatedness: atLeast(0), readiness: atLeast(0) }),
  quotients: v.array(v.strictObject({ clusters, stages: some(id), numerator: id, denominator: id, maxLag })),
  halfDistanceKm: positive,
  readiness: some(v.strictObject({ id, direction: v.picklist([1, -1]), weight: positive, maxLag })),
  kinds: some(v.picklist(['knowledge', 'raw', 'intermediate', 'final', 'market'])),
  confidence: v.strictObject({ seed, draws: whole(1, 10_000), top: whole(1, 100) })
});

const parameter = v.strictObject({ value: atLeast(0), lo: atLeast(0), hi: atLeast(0), assumption: v.boolean(), name: text, basis: text });

export const scenarioSchema = v.strictObject({
  output: id,
  capital: id,
  investment: id,
  population: id,
  employed: id,
  maxLag,
  budget: positive,
  leaders: whole(1, 100),
  proposals: whole(1, 100),
  parameters: v.strictObject({ elasticity: parameter, agglomeration: parameter, absorption: parameter, spillover: parameter, success: parameter, gain: parameter, stranded: parameter, anchor: parameter }),
  seed,
  runs: whole(1, 100_000)
});

/** Shares of something: they end at 1. */
const SHARES = ['success', 'stranded', 'anchor', 'spillover'] as const;
const file = 'method.json';

/**
 * Indicators, clusters and stages that exist, with data for the target year; ranges around their value.
 * @param hasData of an indicator for the target year or at most so many years before
 */
export function checkChainMethod(pack: Pack, hasData: (id: string, maxLag: number) => boolean, report: Reporter): void {
  const { intensity, partners, scenario } = pack.method;
  const known = (column: string, value: string, list: readonly { readonly id: string }[], where: string) => {
    // A table that is empty or broken is told by itself.
    if (list.length > 0 && !list.some((x) => x.id === value)) report.error({ file, column, value }, where);
  };
  const indicator = (column: string, value: string, lag: number) => {
    if (!pack.indicators.some((i) => i.id === value)) report.error({ file, column, value }, 'an indicator of indicators.csv or of derived');
    else if (!hasData(value, lag)) report.error({ file, column, value }, `an indicator with data for ${pack.method.targetYear}${lag > 0 ? ` or ${lag} years before` : ''}`);
  };
  const fits = (column: string, row: { readonly clusters: readonly string[] | null; readonly stages: readonly string[] }) => {
    row.clusters?.forEach((c) => known(`${column}.clusters`, c, pack.clusters, 'a cluster of clusters.csv'));
    row.stages.forEach((s) => known(`${column}.stages`, s, pack.stages, 'a stage of stages.csv'));
  };
  intensity?.masses.forEach((row, i) => {
    fits(`intensity.masses.${i}`, row);
    indicator(`intensity.masses.${i}.indicator`, row.indicator, row.maxLag);
  });
  partners?.quotients.forEach((row, i) => {
    fits(`partners.quotients.${i}`, row);
    indicator(`partners.quotients.${i}.numerator`, row.numerator, row.maxLag);
    indicator(`partners.quotients.${i}.denominator`, row.denominator, row.maxLag);
  });
  partners?.readiness.forEach((row, i) => indicator(`partners.readiness.${i}.id`, row.id, row.maxLag));
  if (partners && Object.values(partners.weights).every((w) => w === 0)) report.error({ file, column: 'partners.weights' }, 'at least one weight above nought');
  if (!scenario) return;
  for (const key of ['output', 'capital', 'investment', 'population', 'employed'] as const) indicator(`scenario.${key}`, scenario[key], scenario.maxLag);
  for (const [key, { value, lo, hi }] of Object.entries(scenario.parameters)) {
    const column = `scenario.parameters.${key}`;
    if (!(lo <= value && value <= hi)) report.error({ file, column: `${column}.value`, value }, `a value from lo to hi: ${lo} to ${hi}`);
    if (SHARES.some((s) => s === key) && hi > 1) report.error({ file, column: `${column}.hi`, value: hi }, 'a share of at most 1');
  }
  if (scenario.parameters.absorption.lo === 0) report.error({ file, column: 'scenario.parameters.absorption.lo', value: 0 }, 'a number above nought: it divides');
}
