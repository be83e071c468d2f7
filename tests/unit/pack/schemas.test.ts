/* The published JSON Schemas and the shapes checked at run time say the same. */
import { Ajv2020 } from 'ajv/dist/2020';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findingsSchema, methodSchema } from '../../../src/lib/pack/read';
import { lagoon, vfd } from './packs';

type Json = Record<string, unknown>;
const json = (text: string | undefined) => JSON.parse(text ?? '') as Json;
const ajv = new Ajv2020({ allErrors: true, strict: false });

/** [what is changed, the path, the value put there; undefined removes it] */
const CHANGES: Record<string, readonly (readonly [string, unknown])[]> = {
  method: [
    ['title', 'text'],
    ['title.en', ''],
    ['title.fr', 'texte'],
    ['citation.ru', undefined],
    ['baseYear', 2019.5],
    ['baseYear', '2019'],
    ['targetYear', 1899],
    ['targetYear', 2100],
    ['derived', {}],
    ['derived', []],
    ['derived.0.id', 'Big'],
    ['derived.0.id', '1a'],
    ['derived.0.decimals', 7],
    ['derived.0.decimals', 6],
    ['derived.0.additive', 'false'],
    ['derived.0.note', undefined],
    ['derived.0.note', null],
    ['derived.0.extra', 1],
    ['potential', []],
    ['potential.0.indicators', []],
    ['potential.0.weight', 0],
    ['potential.0.weight', 1e-9],
    ['potential.0.indicators.0.direction', 0],
    ['potential.0.indicators.0.direction', -1],
    ['potential.0.indicators.0.maxLag', 6],
    ['potential.0.indicators.0.maxLag', 5],
    ['potential.0.indicators.0.maxLag', undefined],
    ['dynamics', undefined],
    ['normalisation.method', 'z-score'],
    ['normalisation.goalposts', 'pooled'],
    ['aggregation.between', 'geometric'],
    ['coverage.block', 1.01],
    ['coverage.index', 0],
    ['tiers.lowBelowSd', -0.1],
    ['tiers.lowBelowSd', 0],
    ['tiers.names.low', undefined],
    ['matrix.cut', 'median'],
    ['matrix.cut', 'mode'],
    ['matrix.groups.0.id', 'heroes'],
    ['matrix.groups.0.priorities', []],
    ['robustness', undefined],
    ['robustness', null],
    ['robustness.seed', -1],
    ['robustness.seed', 4294967296],
    ['robustness.runs', 0],
    ['robustness.runs', 100_000],
    ['robustness.factors', []],
    ['robustness.factors.0.noise', 0],
    ['robustness.factors.0.noise', 0.99],
    ['robustness.factors.0.of', 'regions'],
    ['robustness.factors.0.name', undefined],
    ['robustness.factors.0.options', ['mean', 'median']],
    ['robustness.factors.0.kind', 'omit'],
    ['robustness.factors.2.options', []],
    ['robustness.factors.3.options', [{ treat: 'none' }]],
    ['robustness.factors.3.options', [{ treat: 'none' }, { treat: 'chain', maxPoints: 21 }]],
    ['robustness.factors.3.options', [{ treat: 'none', maxPoints: 2 }, { treat: 'chain' }]],
    ['robustness.factors.4.options.0.range', [1]],
    ['robustness.factors.4.options.0.range', [0, 1, 2]],
    ['robustness.factors.4.options.1.sd', 0],
    ['robustness.factors.4.options.1.mean', -1],
    ['robustness.factors.5.options', ['arithmetic', 'median']],
    ['robustness.factors.5.options', ['arithmetic', 'harmonic']],
    ['robustness.factors.6.lo', '0'],
    ['robustness.factors.7.options', ['mean', 'mode']],
    ['intensity', undefined],
    ['intensity', null],
    ['intensity.masses', []],
    ['intensity.masses.0.clusters', []],
    ['intensity.masses.0.clusters', ['automotive']],
    ['intensity.masses.0.maxLag', undefined],
    ['intensity.massExponent', 0],
    ['intensity.detour', 0.9],
    ['intensity.decay', { kind: 'power', km: 3 }],
    ['intensity.decay', { kind: 'exponential', km: 300 }],
    ['intensity.sensitivity.top', 0],
    ['intensity.basis', undefined],
    ['partners', undefined],
    ['partners.weights.gap', 0],
    ['partners.weights.gap', -1],
    ['partners.weights.luck', 1],
    ['partners.quotients', []],
    ['partners.readiness', []],
    ['partners.kinds', ['raw', 'fine']],
    ['partners.confidence.draws', 0],
    ['whatIf', { name: '', values: {} }],
    ['whatIf', { name: '', leftOut: ['works'], values: { 'XX-AL.people': 1.1 } }],
    ['whatIf', { name: '', leftOut: ['The works'], values: {} }],
    ['whatIf', { name: '', leftOut: 'works', values: {} }],
    ['whatIf', { name: '', values: { 'XX-AL.people': 0 } }],
    ['scenario', undefined],
    ['scenario.budget', 0],
    ['scenario.leaders', 1.5],
    ['scenario.parameters.gain', undefined],
    ['scenario.parameters.gain.lo', -0.1],
    ['scenario.parameters.gain.assumption', 'yes'],
    ['scenario.parameters.luck', {}],
    ['scenario.runs', 0],
    ['$schema', undefined],
    ['$schema', 7],
    ['extra', 1]
  ],
  findings: [
    ['findings', undefined],
    ['findings', []],
    ['findings.0.id', 'A'],
    ['findings.0.statement.ru', ''],
    ['findings.0.published', null],
    ['findings.0.published', undefined],
    ['findings.0.published.value', '32'],
    ['findings.0.published.unit', 'kg'],
    ['findings.0.quantity.kind', 'top'],
    ['findings.0.quantity.kind', 'ratio'],
    ['findings.0.quantity.k', 0],
    ['findings.0.quantity.k', 1.5],
    ['findings.0.quantity.year', 3000],
    ['findings.0.quantity.expression', undefined],
    ['findings.0.quantity.extra', 1],
    ['findings.0.explanation', undefined]
  ]
};

function changed(value: Json, path: string, put: unknown): Json {
  const copy = structuredClone(value);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Json>((at, step) => at[step] as Json, copy);
  if (put === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = put;
  return copy;
}

describe.each([
  ['method', methodSchema],
  ['findings', findingsSchema]
] as const)('%s', (name, shape) => {
  const published = ajv.compile(json(vfd.get(`${name}.schema.json`)));
  const agree = (value: unknown): boolean => {
    const [outside, inside] = [published(value), v.safeParse(shape, value).success];
    expect({ inside }).toEqual({ inside: outside });
    return outside;
  };

  it('accepts both packs', () => {
    for (const files of [vfd, lagoon]) expect(agree(json(files.get(`${name}.json`)))).toBe(true);
  });

  it.each(CHANGES[name] ?? [])('agrees on %s = %j', (path, put) => {
    agree(changed(json(vfd.get(`${name}.json`)), path, put));
  });

  it.each([null, [], 'text', 1, {}])('refuses %j', (value) => expect(agree(value)).toBe(false));
});
