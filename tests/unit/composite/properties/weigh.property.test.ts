/* Weights, trees, and the little linear algebra below them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ahpWeights, balancedWeights, benefitOfDoubt, budgetWeights, cholesky, choleskySolve, correlationMatrix, criticWeights, deviationWeights, effectiveWeights, entropyWeights, equalWeights, factorWeights, givenWeights, indicatorsUnder, maximise, merecWeights, nodesAt, ownWeights, pearson, spearman, structureOf, symmetricEigen, varimax, weighTree,
  type Weights
} from '../../../../src/lib/composite';
import { runs } from '../../runs';
import { cell, columns, keys, orderFrom, rowsOf, tree, wildCell } from './arbitraries';

const P = 4;
const sum = (a: ArrayLike<number>) => Array.from(a).reduce((x, y) => x + y, 0);
const close = (a: number, b: number, tolerance = 1e-9) => (Number.isNaN(a) || Number.isNaN(b) ? Number.isNaN(a) === Number.isNaN(b) : Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b)));
/* Weights are there in full, sum to one and are not negative; or there are none and the log says so. */
function sound({ weights, log }: Weights): void {
  if (weights.length === 0) return;
  if (weights.some(Number.isNaN)) {
    expect(weights.every(Number.isNaN)).toBe(true);
    expect(log.map((n) => n.kind)).toContain('undefined');
    return;
  }
  expect(sum(weights)).toBeCloseTo(1, 10);
  expect(weights.every((w) => w >= 0)).toBe(true);
}

const positiveRules: Record<string, (x: Float64Array[]) => Weights> = { deviation: deviationWeights, entropy: entropyWeights, critic: criticWeights, 'critic by ranks': (x) => criticWeights(x, { correlation: 'spearman' }), merec: merecWeights };
const freeRules: Record<string, (x: Float64Array[]) => Weights> = { equal: (x) => equalWeights(x.length), deviation: deviationWeights, critic: criticWeights, factors: factorWeights };
/* Rules whose weights do not depend on the unit of measurement of a column. */
const ratio: Record<string, (x: Float64Array[]) => Weights> = { entropy: entropyWeights, critic: criticWeights, merec: merecWeights, factors: (x) => factorWeights(x, { factors: 1 }) };

describe('weights from the data', () => {
  it.each(Object.keys(freeRules))('%s: sum to one, or there are none and it says so, for any numbers', (name) => {
    fc.assert(fc.property(rowsOf(wildCell, P), (rows) => sound(freeRules[name]!(columns(rows, P)))), { numRuns: runs(50) });
  });
  it.each(Object.keys(positiveRules))('%s: the same for positive numbers of any size', (name) => {
    const size = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 50 }) }, { weight: 1, arbitrary: fc.constantFrom(1e300, 1e-300, NaN) });
    fc.assert(fc.property(rowsOf(size, P), (rows) => sound(positiveRules[name]!(columns(rows, P)))), { numRuns: runs(50) });
  });
  it.each(Object.keys(ratio))('%s: knows no unit of measurement', (name) => {
    fc.assert(fc.property(rowsOf(fc.integer({ min: 1, max: 30 }), P, 8, 3), fc.constantFrom(1e200, 1e-200, 12), fc.nat(P - 1), (rows, size, j) => {
      const x = columns(rows, P);
      const stretched = x.map((c, k) => (k === j ? c.map((v) => v * size) : c));
      const [a, b] = [ratio[name]!(x).weights, ratio[name]!(stretched).weights];
      a.forEach((w, k) => expect(close(b[k]!, w, 1e-6)).toBe(true));
    }), { numRuns: runs(50) });
  });
  it.each(Object.keys(positiveRules))('%s: follows columns that change places, and does not care for the order of units', (name) => {
    fc.assert(fc.property(rowsOf(fc.integer({ min: 1, max: 30 }), P, 8, 3), keys, (rows, k) => {
      const rule = positiveRules[name]!;
      const a = rule(columns(rows, P)).weights;
      const swapped = rule(columns(rows.map((r) => [r[3]!, r[1]!, r[2]!, r[0]!]), P)).weights;
      [3, 1, 2, 0].forEach((from, to) => expect(close(swapped[to]!, a[from]!)).toBe(true));
      const moved = rule(columns(orderFrom(rows.length, k).map((u) => rows[u]!), P)).weights;
      moved.forEach((w, j) => expect(close(w, a[j]!)).toBe(true));
    }), { numRuns: runs(50) });
  });
  it('one column carries everything, if it has any spread', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }), (v) => {
      const spread = new Set(v).size > 1;
      for (const rule of [deviationWeights, entropyWeights, criticWeights, merecWeights, factorWeights, balancedWeights]) {
        const [w] = rule([Float64Array.from(v)]).weights;
        expect(w).toBe(spread ? 1 : NaN);
      }
    }));
  });
});

describe('weights from judgement', () => {
  it('given and budget weights are shares, whatever the sum', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(1e300, 1e-300)), { maxLength: 6 }), (w) => {
      sound(givenWeights(w));
      const total = sum(w);
      if (total > 0 && Number.isFinite(total)) sound(budgetWeights([w, w], total));
    }));
  });
  it('comparisons of any consistency give weights, a ratio that is not negative, and the same order as their rows', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1, 2, 4, 7), { minLength: 6, maxLength: 6 }), (upper) => {
      let k = 0;
      const m = Array.from({ length: 4 }, () => new Array<number>(4).fill(1));
      for (let i = 0; i < 4; i++) for (let j = i + 1; j < 4; j++) {
        m[i]![j] = upper[k++]!;
        m[j]![i] = 1 / m[i]![j]!;
      }
      const ahp = ahpWeights(m);
      sound(ahp);
      expect(ahp.lambdaMax).toBeGreaterThanOrEqual(4 - 1e-9);
      expect(ahp.consistencyRatio).toBeGreaterThanOrEqual(-1e-9);
      // A row that is nowhere less than another weighs no less.
      m.forEach((a, i) => m.forEach((b, j) => a.every((v, l) => v <= b[l]!) && expect(ahp.weights[i]! <= ahp.weights[j]! + 1e-9).toBe(true)));
    }));
  });
});

describe('benefit of the doubt', () => {
  it('no unit scores above one, someone reaches it, more is never worth less, units of measurement do not matter', () => {
    fc.assert(fc.property(rowsOf(fc.integer({ min: 0, max: 9 }), 3, 6, 1), fc.constantFrom(1e-200, 7, 1e200), (rows, size) => {
      const x = columns(rows, 3);
      const { score } = benefitOfDoubt(x);
      if (rows.some((r) => r.some((v) => v > 0))) expect(Math.max(...score)).toBeCloseTo(1, 9);
      expect(score.every((v) => v >= 0 && v <= 1)).toBe(true);
      rows.forEach((a, i) => rows.forEach((b, j) => a.every((v, k) => v <= b[k]!) && expect(score[i]! <= score[j]! + 1e-9).toBe(true)));
      benefitOfDoubt([x[0]!.map((v) => v * size), x[1]!, x[2]!]).score.forEach((v, u) => expect(close(v, score[u]!, 1e-7)).toBe(true));
    }), { numRuns: runs(50) });
  });
  it('the linear program meets its limits, and no other point that meets them is worth more', () => {
    const small = fc.integer({ min: 0, max: 6 });
    fc.assert(fc.property(fc.array(fc.integer({ min: -3, max: 5 }), { minLength: 3, maxLength: 3 }), fc.array(fc.array(small, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }), fc.array(small, { minLength: 4, maxLength: 4 }), fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }), (c, rows, bounds, other) => {
      const b = bounds.slice(0, rows.length);
      const s = maximise(Float64Array.from(c), rows.map((r) => Float64Array.from(r)), b);
      const value = (x: ArrayLike<number>) => c.reduce((a, v, j) => a + v * x[j]!, 0);
      const holds = (x: ArrayLike<number>) => rows.every((r, i) => r.reduce((a, v, j) => a + v * x[j]!, 0) <= b[i]! + 1e-9);
      if (!s.solved) {
        // Some direction that gains is held by no row.
        expect(c.some((v, j) => v > 0 && rows.every((r) => r[j] === 0))).toBe(true);
        return;
      }
      expect(holds(s.x) && Array.from(s.x).every((v) => v >= -1e-12)).toBe(true);
      if (holds(other)) expect(value(other)).toBeLessThanOrEqual(s.value + 1e-8);
    }));
  });
});

describe('trees', () => {
  it('weights of siblings sum to one and effective weights of a level to one, by any rule', () => {
    fc.assert(fc.property(tree, fc.boolean(), (structure, equal) => {
      const { weights } = equal ? weighTree(structure, (ids) => equalWeights(ids.length)) : ownWeights(structure);
      for (const children of structure.children.values()) expect(children.reduce((a, c) => a + weights.get(c.id)!, 0)).toBeCloseTo(1, 12);
      const effective = effectiveWeights(structure, weights);
      for (const level of [1, 2, 3]) expect(nodesAt(structure, level).reduce((a, n) => a + effective.get(n.id)!, 0)).toBeCloseTo(1, 12);
      expect(indicatorsUnder(structure, 'top')).toHaveLength(structure.indicators.length);
    }));
  });
  it('the order of the rows does not matter to what is read', () => {
    fc.assert(fc.property(tree, keys, (structure, k) => {
      const { structure: again, faults } = structureOf(orderFrom(structure.nodes.length, k).map((i) => structure.nodes[i]!));
      expect(faults).toEqual([]);
      expect([again!.root.id, again!.levels, again!.indicators.length]).toEqual(['top', 3, structure.indicators.length]);
      for (const [id, children] of structure.children) expect(new Set(again!.children.get(id)!.map((c) => c.id))).toEqual(new Set(children.map((c) => c.id)));
    }));
  });
});

describe('correlation, factors and solving', () => {
  it('correlations lie in −1…1, are symmetric, and are one with themselves, or missing without spread', () => {
    fc.assert(fc.property(rowsOf(wildCell, 2), fc.boolean(), (rows, ranks) => {
      const [x, y] = columns(rows, 2);
      const of = ranks ? spearman : pearson;
      const r = of(x!, y!);
      expect(Number.isNaN(r) || Math.abs(r) <= 1).toBe(true);
      expect(close(of(y!, x!), r)).toBe(true);
      const self = of(x!, x!);
      expect(Number.isNaN(self) || close(self, 1)).toBe(true);
    }));
  });
  it('a matrix of correlations of complete columns has no negative eigenvalue; a rotation keeps what each column shares', () => {
    fc.assert(fc.property(rowsOf(fc.integer({ min: -9, max: 9 }), P, 9, 3), fc.boolean(), (rows, kaiser) => {
      const x = columns(rows, P);
      fc.pre(x.every((c) => new Set(c).size > 1));
      const { values, vectors } = symmetricEigen(correlationMatrix(x), P);
      expect(values.every((v) => v > -1e-9)).toBe(true);
      const loadings = x.map((_, j) => Float64Array.from({ length: 2 }, (_v, f) => vectors[f]![j]! * Math.sqrt(Math.max(0, values[f]!))));
      const turned = varimax(loadings, kaiser);
      loadings.forEach((row, j) => expect(Math.hypot(...turned[j]!)).toBeCloseTo(Math.hypot(...row), 9));
    }), { numRuns: runs(50) });
  });
  it('Cholesky factors rebuild their matrix and solve it, or there are none', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 9, maxLength: 9 }), fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 }), (half, b) => {
      // H Hᵀ is positive, or at least not negative.
      const a = Float64Array.from({ length: 9 }, (_, k) => [0, 1, 2].reduce((s, i) => s + half[Math.floor(k / 3) * 3 + i]! * half[(k % 3) * 3 + i]!, 0));
      const l = cholesky(a, 3);
      const det = a[0]! * (a[4]! * a[8]! - a[5]! * a[7]!) - a[1]! * (a[3]! * a[8]! - a[5]! * a[6]!) + a[2]! * (a[3]! * a[7]! - a[4]! * a[6]!);
      if (!l) {
        expect(Math.abs(det)).toBeLessThan(1);
        return;
      }
      a.forEach((v, k) => expect([0, 1, 2].reduce((s, i) => s + l[Math.floor(k / 3) * 3 + i]! * l[(k % 3) * 3 + i]!, 0)).toBeCloseTo(v, 8));
      const x = choleskySolve(l, 3, Float64Array.from(b));
      if (det >= 1) b.forEach((v, i) => expect([0, 1, 2].reduce((s, j) => s + a[i * 3 + j]! * x[j]!, 0)).toBeCloseTo(v, 5));
    }));
  });
});

describe('no column at all', () => {
  it('gives no weights and no fault', () => {
    for (const rule of [...Object.values(freeRules), ...Object.values(positiveRules)]) expect(rule([]).weights).toHaveLength(0);
    fc.assert(fc.property(fc.integer({ min: 0, max: 4 }), cell, (units, v) => {
      for (const rule of Object.values(freeRules)) expect(rule([new Float64Array(units).fill(v), new Float64Array(units).fill(NaN)]).weights).toHaveLength(2);
    }));
  });
});
