import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUDGET, defaultAssumptions, formatAssumptions, integration, integrationFrom, integrationStart, parseAssumptions, withBudget } from '../../../src/lib/atlas';
import { SCENARIO_PARAMETERS } from '../../../src/lib/pack';
import { open, vfd } from '../pack/packs';

const pack = open(vfd);
const method = pack.method.scenario!;
const start = integrationStart(pack)!;

describe('assumptions of the scenario in the address', () => {
  it('what is written is read again, without a notice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCENARIO_PARAMETERS), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: BUDGET.lo, max: BUDGET.hi, noNaN: true }), (id, share, budget) => {
        const { lo, hi } = method.parameters[id];
        const fallback = defaultAssumptions(method);
        const chosen = { budget, values: { ...fallback.values, [id]: Math.min(hi, lo + share * (hi - lo)) } };
        expect(parseAssumptions(new URLSearchParams(formatAssumptions(chosen, method)), method)).toEqual({ assumptions: chosen, notices: [] });
      })
    );
  });

  it('the values of the method leave the address empty', () => {
    expect(formatAssumptions(defaultAssumptions(method), method)).toBe('');
  });

  it('what cannot be used falls back and is named', () => {
    const { assumptions, notices } = parseAssumptions(new URLSearchParams('success=2&gain=&budget=much&colour=red&theme=dark'), method);
    expect(assumptions).toEqual(defaultAssumptions(method));
    expect(notices).toEqual([
      { parameter: 'colour', value: 'red', reason: 'unknown-parameter' },
      { parameter: 'budget', value: 'much', reason: 'unknown-value' },
      { parameter: 'success', value: '2', reason: 'unknown-value' },
      { parameter: 'gain', value: '', reason: 'unknown-value' }
    ]);
  });
});

describe('the scenario without the pack', () => {
  it('is the same as with it, for the budget of the method', () => {
    const { budget, values } = defaultAssumptions(method);
    const here = integrationFrom(withBudget(start, budget), method, values);
    const there = integration(pack)!;
    expect(here.outcomes).toEqual(there.outcomes);
    expect(here.claims).toEqual(there.claims);
    const { integrate, equalise, concentrate } = here.outcomes;
    expect(here.holds).toEqual({
      'output-of-equalising': integrate.growth >= equalise.growth,
      'less-polarised-than-concentrating': integrate.theil <= concentrate.theil,
      'output-of-concentrating': integrate.growth >= concentrate.growth,
      conclusion: integrate.growth >= equalise.growth && integrate.theil <= concentrate.theil
    });
  });

  it('adds nothing where there is hardly a budget', () => {
    const { outcomes } = integrationFrom(withBudget(start, 1e-9), method, defaultAssumptions(method).values);
    for (const outcome of Object.values(outcomes)) expect(Math.abs(outcome.growth)).toBeLessThan(1e-8);
  });
});
