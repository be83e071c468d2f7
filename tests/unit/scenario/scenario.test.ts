/* The integration scenario worked by hand on small districts, its properties, and its result on the VFD. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integration, integrationStart } from '../../../src/lib/atlas';
import { SCENARIO_PARAMETERS, type ScenarioParameterId } from '../../../src/lib/pack';
import { theil, topShare } from '../../../src/lib/polarisation';
import { breakEvens, claimShares, CONCLUSION, margin, MEASURES, POLICIES, scenario, scenarioModel, scenarioRuns, startFaults, type ScenarioStart, type ScenarioValues } from '../../../src/lib/scenario';
import { lagoon, vfd } from '../support';

const column = (...values: number[]) => Float64Array.from(values);
/** A leads, B and C lag; B would supply A. */
const start = (more: Partial<ScenarioStart> = {}): ScenarioStart => ({
  regions: ['A', 'B', 'C'],
  output: column(600, 200, 200),
  capital: column(300, 100, 200),
  investment: column(60, 20, 20),
  population: column(30, 20, 50),
  employed: column(15, 10, 25),
  leaders: [0],
  budget: 10,
  suppliers: column(0, 1, 0, 0.5, 0, 0.5, 1, 0, 0),
  proposals: [
    { region: 1, leader: 0, score: 0.6, relieves: 'x' },
    { region: 1, leader: 0, score: 0.2, relieves: 'x' },
    { region: 2, leader: 0, score: 0.2, relieves: null }
  ],
  weakPoints: 3,
  ...more
});
const values: ScenarioValues = { elasticity: 0.5, agglomeration: 0, absorption: 1e12, spillover: 0, success: 0.5, gain: 0.4, stranded: 0.2, anchor: 0.3 };
const free = { elasticity: { lo: 0.2, hi: 0.5 }, agglomeration: { lo: 0, hi: 0.06 }, absorption: { lo: 0.3, hi: 3 }, spillover: { lo: 0, hi: 0.3 }, success: { lo: 0.2, hi: 0.9 }, gain: { lo: 0, hi: 0.6 }, stranded: { lo: 0, hi: 0.8 }, anchor: { lo: 0.1, hi: 0.6 } };
const anyValues = fc.record(Object.fromEntries(SCENARIO_PARAMETERS.map((id) => [id, fc.double({ min: free[id].lo, max: free[id].hi, noNaN: true })])) as Record<ScenarioParameterId, fc.Arbitrary<number>>);

describe('by hand', () => {
  const model = scenarioModel(start());
  it('money by policy', () => {
    const money = (policy: (typeof POLICIES)[number]) => {
      const { plain, contract } = model.allocation(policy, 0.3);
      return [[...plain], [...contract]];
    };
    expect(money('concentrate')).toEqual([[10, 0, 0], [0, 0, 0]]);
    expect(money('equalise')).toEqual([[3, 2, 5], [0, 0, 0]]);
    const [plain, contract] = money('integrate');
    expect(plain).toEqual([3, 0, 0]);
    // Seven for suppliers, 0.8 : 0.2 by score.
    contract?.forEach((v, r) => expect(v).toBeCloseTo([0, 5.6, 1.4][r]!, 12));
  });
  it('without proposals integrating is concentrating', () => {
    const none = scenarioModel(start({ proposals: [] }));
    expect(none.outcome('integrate', values)).toEqual(none.outcome('concentrate', values));
  });
  it('concentrating: 600 × (√(310/300) − 1) more', () => {
    expect(model.outcome('concentrate', values).growth).toBeCloseTo((600 * (Math.sqrt(310 / 300) - 1)) / 1000, 12);
  });
  it('integrating: money on contract yields s(1 + gain) + (1 − s)(1 − stranded) of what it would', () => {
    const y = 0.5 * 1.4 + 0.5 * 0.8;
    const more = 600 * (Math.sqrt(303 / 300) - 1) + y * (200 * (Math.sqrt(105.6 / 100) - 1) + 200 * (Math.sqrt(201.4 / 200) - 1));
    expect(model.outcome('integrate', values).growth).toBeCloseTo(more / 1000, 12);
  });
  it('half of the money works where it equals the yearly investment at an absorption of 1', () => {
    const one = scenarioModel(start({ budget: 60 })).outcome('concentrate', { ...values, absorption: 1 });
    expect(one.growth).toBeCloseTo((600 * (Math.sqrt(330 / 300) - 1)) / 1000, 12);
  });
  it('a larger region has more of it: (600 ÷ 333.3)^0.1', () => {
    const plain = model.outcome('concentrate', values).growth;
    expect(model.outcome('concentrate', { ...values, agglomeration: 0.1 }).growth / plain).toBeCloseTo(1.8 ** 0.1, 12);
  });
  it('suppliers of the region gain, and under integrate the leader from what is made on contract', () => {
    const added = 600 * (Math.sqrt(310 / 300) - 1);
    const after = model.outputAfter('concentrate', { ...values, spillover: 0.2 });
    expect(after[1]).toBeCloseTo(200 + 0.2 * added, 10);
    const [b, c] = [200 * (Math.sqrt(105.6 / 100) - 1), 200 * (Math.sqrt(201.4 / 200) - 1)];
    const y = 1.1;
    const lead = model.outputAfter('integrate', { ...values, spillover: 0.2 })[0];
    // From its own money, as half the supplier of B and only one of C, and from contracts of both.
    expect(lead).toBeCloseTo(600 + 600 * (Math.sqrt(303 / 300) - 1) + 0.2 * (0.5 * y * b + y * c) + 0.2 * 0.7 * (b + c), 10);
  });
  it('polarisation, gap and weak points', () => {
    const today = model.outcome(null, values);
    expect(today).toMatchObject({ growth: 0, weakPoints: 3 });
    expect(today.topTwo).toBeCloseTo(0.8, 12);
    expect(today.gap).toBeCloseTo(600 / 15 / (1000 / 50), 12);
    expect(today.theil).toBeCloseTo(0.6 * Math.log(2) + 0.2 * Math.log(1) + 0.2 * Math.log(0.4), 12);
    // Two tries at x with a chance of one half each; the third proposal relieves nothing.
    expect(model.outcome('integrate', values).weakPoints).toBeCloseTo(3 - 0.75, 12);
    expect(model.outcome('equalise', values).weakPoints).toBe(3);
  });
  it('names what is missing', () => {
    expect(startFaults(start())).toEqual([]);
    expect(startFaults(start({ output: column(1, NaN, 3), leaders: [], budget: 0 }))).toEqual(['output of B: a number above nought, not NaN', 'leaders: at least one, and not all regions', 'budget: a number above nought']);
    expect(startFaults(start({ capital: column(1) }))).toEqual(['capital: 1 values for 3 regions']);
  });
});

describe('properties', () => {
  const model = scenarioModel(start());
  it('every rouble of the budget is given out', () =>
    fc.assert(fc.property(fc.constantFrom(...POLICIES), fc.double({ min: 0, max: 1, noNaN: true }), (policy, anchor) => {
      const { plain, contract } = model.allocation(policy, anchor);
      expect([...plain, ...contract].reduce((a, b) => a + b)).toBeCloseTo(10, 9);
    })));
  it('Theil and the share of two are those of the room polarisation', () =>
    fc.assert(fc.property(fc.constantFrom(...POLICIES), anyValues, (policy, v) => {
      const found = model.outcome(policy, v);
      const after = model.outputAfter(policy, v);
      expect(found.theil).toBeCloseTo(theil(after, start().population).t, 12);
      expect(found.topTwo).toBeCloseTo(topShare(after, 2).share, 12);
    })));
  it('the unit of money does not matter', () =>
    fc.assert(fc.property(fc.constantFrom(...POLICIES), anyValues, (policy, v) => {
      const s = start();
      const scaled = scenarioModel(start({ output: s.output.map((x) => x * 1000), capital: s.capital.map((x) => x * 1000), investment: s.investment.map((x) => x * 1000), budget: s.budget * 1000 }));
      for (const m of MEASURES) expect(scaled.outcome(policy, v)[m]).toBeCloseTo(model.outcome(policy, v)[m], 9);
    })));
  it('integrating gains from success and gain, loses from stranding; the others do not know them', () =>
    fc.assert(fc.property(anyValues, (v) => {
      const growth = (more: Partial<ScenarioValues>) => model.outcome('integrate', { ...v, ...more }).growth;
      expect(growth({ gain: v.gain + 0.1 })).toBeGreaterThan(growth({}));
      expect(growth({ stranded: v.stranded + 0.1 })).toBeLessThan(growth({}));
      expect(model.outcome('equalise', { ...v, success: 0, gain: 0, stranded: 1, anchor: 1 })).toEqual(model.outcome('equalise', v));
    })));
});

describe('runs and conditions', () => {
  const model = scenarioModel(start());
  const parameters = Object.fromEntries(SCENARIO_PARAMETERS.map((id) => [id, { ...free[id], value: (free[id].lo + free[id].hi) / 2 }])) as never as Parameters<typeof scenario>[2]['parameters'];
  it('run i is the same in any number of runs; values lie between the limits', () => {
    const [few, many] = [scenarioRuns(model, free, 5, 20), scenarioRuns(model, free, 5, 50)];
    expect(many.values.subarray(0, few.values.length)).toEqual(few.values);
    expect(many.outcomes.integrate.growth.subarray(0, 20)).toEqual(few.outcomes.integrate.growth);
    many.values.forEach((v, i) => {
      const { lo, hi } = free[SCENARIO_PARAMETERS[i % SCENARIO_PARAMETERS.length]!];
      expect(v >= lo && v <= hi).toBe(true);
    });
  });
  it('ranges hold nine tenths of the runs', () => {
    const { runs, ranges } = scenario(start(), values, { parameters, seed: 1, runs: 201 });
    const { low, high } = ranges.integrate.growth;
    expect(runs.outcomes.integrate.growth.filter((g) => g >= low && g <= high).length / 201).toBeCloseTo(0.9, 1);
  });
  it('equal regions, half the money each: it turns where success = stranded ÷ (gain + stranded)', () => {
    const equal = scenarioModel(start({ regions: ['A', 'B'], output: column(100, 100), capital: column(100, 100), investment: column(10, 10), population: column(10, 10), employed: column(5, 5), suppliers: column(0, 0, 0, 0), proposals: [{ region: 1, leader: 0, score: 1, relieves: 'x' }] }));
    const at = { ...values, anchor: 0.5, gain: 0.4, stranded: 0.2 };
    const found = breakEvens(equal, at, free).find((b) => b.claim === 'output-of-equalising' && b.parameter === 'success');
    expect(found).toMatchObject({ holdsAtLo: false, holdsAtHi: true });
    expect(found?.at).toHaveLength(1);
    expect(found?.at[0]).toBeCloseTo(0.2 / 0.6, 9);
  });
  it('shares of runs are those in which the margins are not negative', () => {
    const runs = scenarioRuns(model, free, 9, 60);
    const shares = claimShares(runs, free);
    const drawn = (i: number) => Object.fromEntries(SCENARIO_PARAMETERS.map((id, k) => [id, runs.values[i * SCENARIO_PARAMETERS.length + k]])) as Record<ScenarioParameterId, number>;
    const held = (i: number) => CONCLUSION.every((claim) => margin(model, claim, drawn(i)) >= 0);
    expect(shares.find((s) => s.claim === 'conclusion')?.share).toBeCloseTo(Array.from({ length: 60 }, (_, i) => held(i)).filter(Boolean).length / 60, 12);
  });
});

describe('on the packs', () => {
  it('the VFD has all it needs; the budget is a twentieth of its yearly investment', () => {
    const begin = integrationStart(vfd())!;
    expect(startFaults(begin)).toEqual([]);
    expect(begin.leaders.map((l) => begin.regions[l])).toEqual(['RU-TA', 'RU-NIZ']);
    expect(begin.budget / begin.investment.reduce((a, b) => a + b)).toBeCloseTo(0.05, 12);
    for (let i = 0; i < begin.regions.length; i++) expect(begin.suppliers.subarray(i * begin.regions.length, (i + 1) * begin.regions.length).reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    const { outcomes, today } = integration(vfd())!;
    // Concentrating polarises, equalising evens out; that follows from where the money goes.
    expect(outcomes.concentrate.theil).toBeGreaterThan(today.theil);
    expect(outcomes.equalise.theil).toBeLessThan(today.theil);
  });
  it('a pack without parameters has no scenario', () => expect(integration(lagoon())).toBeNull());
});
