import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateColumns, aggregateTree, extent, nodesAt, order, rank, tableOf, type Aggregation } from '../../../../src/lib/composite';
import { cell, columns, finite, keys, orderFrom, positiveCell, rowsOf, take, tree, weightsOf, wildCell } from './arbitraries';

const P = 3;
const means: Aggregation[] = [
  { aggregate: 'arithmetic' }, { aggregate: 'geometric' }, { aggregate: 'harmonic' }, { aggregate: 'power', exponent: 2 }, { aggregate: 'power', exponent: 0.5 }, { aggregate: 'power', exponent: -3.5 },
  { aggregate: 'power', exponent: Infinity }, { aggregate: 'power', exponent: -Infinity }
];
const comparing: Aggregation[] = [
  { aggregate: 'copeland' }, { aggregate: 'copeland', score: 'wins' }, { aggregate: 'topsis' }, { aggregate: 'topsis', scale: 'vector' }, { aggregate: 'topsis', scale: 'minMax' }, { aggregate: 'promethee' },
  { aggregate: 'promethee', preference: { shape: 'linear', q: 1, p: 20 } }, { aggregate: 'promethee', preference: { shape: 'gaussian', s: 5 } }, { aggregate: 'promethee', preference: { shape: 'level', q: 2, p: 9 } }
];
const mpi: Aggregation[] = [{ aggregate: 'mazziottaPareto' }, { aggregate: 'mazziottaPareto', penalty: 'up' }];
const every = fc.constantFrom(...means, ...mpi, ...comparing);
const run = (rows: number[][], w: readonly number[], how: Aggregation) => aggregateColumns(columns(rows, P), w, rows.length, how);
const close = (a: number, b: number, tolerance = 1e-8) => (Number.isNaN(a) || Number.isNaN(b) ? Number.isNaN(a) === Number.isNaN(b) : Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b)));
const positive = rowsOf(positiveCell, P);

describe('every aggregation', () => {
  it('gives a finite number or none, whatever the values; a unit without values has no score; refusals are those with values', () => {
    fc.assert(fc.property(rowsOf(wildCell, P), weightsOf(P), every, (rows, w, how) => {
      const { score, refused } = run(rows, w, how);
      rows.forEach((row, u) => {
        const present = row.some((v, j) => !Number.isNaN(v) && w[j]! > 0);
        expect(finite(score[u]!)).toBe(true);
        if (!present) expect(score[u]).toBeNaN();
        expect(Number.isNaN(score[u]!) && present).toBe(refused.includes(u));
      });
    }));
  });
  it('is the same for weights of any sum, columns in any order and units in any order', () => {
    fc.assert(fc.property(positive, weightsOf(P), every, fc.constantFrom(0.125, 3, 1e200, 1e-200), keys, (rows, w, how, size, k) => {
      const { score } = run(rows, w, how);
      const scaled = run(rows, w.map((v) => v * size), how).score;
      const turned = run(rows.map((r) => [r[2]!, r[0]!, r[1]!]), [w[2]!, w[0]!, w[1]!], how).score;
      const units = orderFrom(rows.length, k);
      const moved = run(units.map((u) => rows[u]!), w, how).score;
      score.forEach((v, u) => {
        expect(close(scaled[u]!, v)).toBe(true);
        expect(close(turned[u]!, v)).toBe(true);
      });
      units.forEach((from, to) => expect(close(moved[to]!, score[from]!)).toBe(true));
    }));
  });
  it('takes no notice of a column of weight nought, nor of one that is empty', () => {
    fc.assert(fc.property(positive, weightsOf(P), every, (rows, w, how) => {
      const { score } = run(rows, w, how);
      const extra = [...columns(rows, P), Float64Array.from(rows, (_, u) => (u * 7) % 5)];
      const empty = [...columns(rows, P), new Float64Array(rows.length).fill(NaN)];
      aggregateColumns(extra, [...w, 0], rows.length, how).score.forEach((v, u) => expect(close(v, score[u]!)).toBe(true));
      aggregateColumns(empty, [...w, 2], rows.length, how).score.forEach((v, u) => expect(close(v, score[u]!)).toBe(true));
    }));
  });
  it('a unit that is nowhere worse, and has the same gaps, scores no less', () => {
    const monotone = fc.constantFrom(...means, ...comparing);
    fc.assert(fc.property(positive, weightsOf(P), monotone, (rows, w, how) => {
      const { score } = run(rows, w, how);
      rows.forEach((a, i) => rows.forEach((b, j) => {
        const same = a.every((v, k) => Number.isNaN(v) === Number.isNaN(b[k]!));
        const below = a.every((v, k) => Number.isNaN(v) || v <= b[k]!);
        if (same && below && !Number.isNaN(score[i]!) && !Number.isNaN(score[j]!)) expect(score[i]! <= score[j]! + 1e-9).toBe(true);
      }));
    }));
  });
  it('equal units score equally', () => {
    fc.assert(fc.property(positive, weightsOf(P), every, (rows, w, how) => {
      fc.pre(rows.length > 0);
      const { score } = run([...rows, rows[0]!], w, how);
      expect(close(score.at(-1)!, score[0]!)).toBe(true);
    }));
  });
  it('one unit, one column, no units and no columns', () => {
    fc.assert(fc.property(positiveCell, every, (v, how) => {
      const one = aggregateColumns([Float64Array.of(v)], [1], 1, how);
      expect(one.score).toHaveLength(1);
      if (Number.isNaN(v)) expect(one.score[0]).toBeNaN();
      else if (!['copeland', 'topsis', 'promethee'].includes(how.aggregate)) expect(one.score[0]).toBeCloseTo(v, 10);
      expect(aggregateColumns([], [], 0, how).score).toHaveLength(0);
      expect([...aggregateColumns([], [], 2, how).score]).toEqual([NaN, NaN]);
      expect(aggregateColumns([new Float64Array(0)], [1], 0, how)).toEqual({ score: new Float64Array(0), refused: [] });
    }));
  });
});

describe('means', () => {
  const mean = fc.constantFrom(...means);
  it('lie between the least and the greatest of the values that count, and reach a value all of them share', () => {
    fc.assert(fc.property(positive, weightsOf(P), mean, (rows, w, how) => {
      const { score } = run(rows, w, how);
      rows.forEach((row, u) => {
        const counted = row.filter((v, j) => !Number.isNaN(v) && w[j]! > 0);
        if (counted.length === 0) return;
        const [least, most] = [Math.min(...counted), Math.max(...counted)];
        expect(score[u]! >= least - 1e-9 && score[u]! <= most + 1e-9).toBe(true);
      });
    }));
  });
  it('stretch with the values, even by 1e±300; the arithmetic mean moves with them', () => {
    fc.assert(fc.property(positive, weightsOf(P), mean, fc.constantFrom(1e-300, 1e300, 0.25), fc.integer({ min: -50, max: 50 }), (rows, w, how, size, shift) => {
      const { score } = run(rows, w, how);
      const stretched = run(rows.map((r) => r.map((v) => v * size)), w, how).score;
      const moved = run(rows.map((r) => r.map((v) => v + shift)), w, { aggregate: 'arithmetic' }).score;
      const plain = run(rows, w, { aggregate: 'arithmetic' }).score;
      score.forEach((v, u) => {
        expect(close(stretched[u]! / size, v)).toBe(true);
        expect(close(moved[u]!, plain[u]! + shift)).toBe(true);
      });
    }));
  });
  it('rise with the exponent; Mazziotta–Pareto takes off what it adds and never more than the spread', () => {
    fc.assert(fc.property(rowsOf(positiveCell, P, 4), weightsOf(P), (rows, w) => {
      const at = (exponent: number) => run(rows, w, { aggregate: 'power', exponent }).score;
      const ladder = [-Infinity, -7, -1, -0.5, 0, 0.5, 1, 3, Infinity].map(at);
      const [down, up] = mpi.map((how) => run(rows, w, how).score);
      rows.forEach((_, u) => {
        for (let k = 1; k < ladder.length; k++) expect(Number.isNaN(ladder[k]![u]!) || ladder[k - 1]![u]! <= ladder[k]![u]! + 1e-9).toBe(true);
        if (Number.isNaN(down![u]!)) return;
        expect((down![u]! + up![u]!) / 2).toBeCloseTo(ladder[6]![u]!, 9);
        expect(down![u]! <= up![u]! + 1e-12).toBe(true);
      });
    }));
  });
});

describe('comparing units', () => {
  it('only the order of values matters to Copeland and to PROMETHEE with the usual preference', () => {
    fc.assert(fc.property(positive, weightsOf(P), fc.constantFrom<Aggregation>({ aggregate: 'copeland' }, { aggregate: 'copeland', score: 'wins' }, { aggregate: 'promethee' }), (rows, w, how) => {
      const { score } = run(rows, w, how);
      run(rows.map((r) => r.map((v) => v ** 3)), w, how).score.forEach((v, u) => expect(close(v, score[u]!)).toBe(true));
    }));
  });
  it('complete tables: Copeland shares sum to n (n − 1) ÷ 2, wins and net flows to nought; TOPSIS lies in 0–1', () => {
    fc.assert(fc.property(rowsOf(fc.integer({ min: 1, max: 9 }), P, 8, 1), weightsOf(P), (rows, w) => {
      const n = rows.length;
      const total = (how: Aggregation) => run(rows, w, how).score.reduce((a, b) => a + b, 0);
      expect(total({ aggregate: 'copeland' })).toBeCloseTo((n * (n - 1)) / 2, 8);
      expect(total({ aggregate: 'copeland', score: 'wins' })).toBeCloseTo(0, 8);
      expect(total({ aggregate: 'promethee' })).toBeCloseTo(0, 8);
      for (const v of run(rows, w, { aggregate: 'topsis', scale: 'minMax' }).score) expect(Number.isNaN(v) || (v >= 0 && v <= 1)).toBe(true);
    }));
  });
  it('the unit of measurement of a column does not matter to TOPSIS with its own scale, not even 1e±300', () => {
    fc.assert(fc.property(positive, weightsOf(P), fc.constantFrom('vector' as const, 'minMax' as const), fc.constantFrom(1e300, 1e-300, 8), (rows, w, scale, size) => {
      const { score } = run(rows, w, { aggregate: 'topsis', scale });
      run(rows.map((r) => [r[0]! * size, r[1]!, r[2]!]), w, { aggregate: 'topsis', scale }).score.forEach((v, u) => expect(close(v, score[u]!)).toBe(true));
    }));
  });
});

describe('up the tree', () => {
  it('a tree of arithmetic means is one mean with the products of the weights, where nothing is missing', () => {
    fc.assert(fc.property(tree, fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 9 }), { maxLength: 5 }), (structure, rows) => {
      const ids = structure.indicators.map((i) => i.id);
      const table = tableOf(rows.map((_, u) => `u${u}`), ids.map((id, j) => [id, Float64Array.from(rows, (r) => r[j]!)] as const));
      const { table: out, log, coverage } = aggregateTree(table, structure, { method: { aggregate: 'arithmetic' } });
      const top = out.columns.get('top')!;
      expect(log).toEqual([]);
      rows.forEach((row, u) => {
        let sum = 0;
        const blocks = nodesAt(structure, 2);
        for (const block of blocks) {
          const children = structure.children.get(block.id)!;
          const own = children.reduce((a, c) => a + c.weight, 0);
          for (const child of children) sum += (block.weight / blocks.reduce((a, b) => a + b.weight, 0)) * (child.weight / own) * row[ids.indexOf(child.id)]!;
        }
        expect(top[u]).toBeCloseTo(sum, 9);
        expect(coverage.get('top')![u]).toBe(1);
      });
    }));
  });
  it('limits only ever take scores away; each score that is missing or rescaled is noted', () => {
    fc.assert(fc.property(tree, fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('children' as const, 'weights' as const), (structure, rows, limit, limitBy) => {
      const table = tableOf(rows.map((_, u) => `u${u}`), structure.indicators.map((i, j) => [i.id, Float64Array.from(rows, (r) => r[j]!)] as const));
      const free = aggregateTree(table, structure, { method: { aggregate: 'arithmetic' } });
      const { table: out, coverage, log } = aggregateTree(table, structure, { method: { aggregate: 'arithmetic' }, limit, limitBy });
      for (const block of nodesAt(structure, 2)) {
        out.columns.get(block.id)!.forEach((v, u) => {
          const share = coverage.get(block.id)![u]!;
          expect(share >= 0 && share <= 1).toBe(true);
          if (!Number.isNaN(v)) expect(v).toBe(free.table.columns.get(block.id)![u]);
          const note = log.find((n) => n.column === block.id && n.unit === `u${u}`);
          expect(note?.kind).toBe(Number.isNaN(v) ? (share === 0 ? 'noData' : 'belowLimit') : share < 1 ? 'rescaled' : undefined);
        });
      }
    }));
  });
});

describe('ranks', () => {
  const column = fc.array(cell, { maxLength: 15 }).map((v) => Float64Array.from(v));
  it('count those strictly better; ties share; gaps have none; units may be reordered', () => {
    fc.assert(fc.property(column, keys, (x, k) => {
      const r = rank(x);
      x.forEach((v, u) => expect(r[u]).toEqual(Number.isNaN(v) ? NaN : 1 + x.filter((o) => o > v).length));
      const units = orderFrom(x.length, k);
      expect([...rank(take(x, units))]).toEqual([...take(r, units)]);
      if (x.some((v) => !Number.isNaN(v))) expect(extent(r)[0]).toBe(1);
    }));
  });
  it('the order runs down the scores, gaps last, and is an order of all units', () => {
    fc.assert(fc.property(column, (x) => {
      const o = order(x);
      expect([...o].sort((a, b) => a - b)).toEqual(Array.from(x.keys()));
      for (let k = 1; k < o.length; k++) {
        const [a, b] = [x[o[k - 1]!]!, x[o[k]!]!];
        expect(Number.isNaN(b) || a >= b).toBe(true);
        if (Number.isNaN(a)) expect(b).toBeNaN();
      }
    }));
  });
});
