import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveWeights, equalWeights, indicatorsUnder, nodesAt, ownWeights, readMeta, structureOf, tableOf, weighTree, type Node } from '../../../src/lib/composite';

const node = (id: string, parent: string | null, level: number, weight = 1): Node => ({ id, parent, level, weight });
const good: Node[] = [node('a', 'p', 1), node('b', 'p', 1, 3), node('c', 'q', 1), node('p', 'top', 2, 2), node('q', 'top', 2), node('top', null, 3)];
const rules = (rows: Node[]) => structureOf(rows).faults.map((f) => `${f.node}:${f.rule}`);

describe('the tree', () => {
  it('is read from flat rows in any order', () => {
    const { structure, faults } = structureOf([...good].reverse());
    expect(faults).toEqual([]);
    expect(structure?.levels).toBe(3);
    expect(structure?.root.id).toBe('top');
    expect(structure && nodesAt(structure, 2).map((n) => n.id)).toEqual(['q', 'p']);
    expect(structure && indicatorsUnder(structure, 'top').map((n) => n.id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('names every fault by node', () => {
    expect(rules([])).toEqual([':empty']);
    expect(rules([...good, node('d', 'nowhere', 1)])).toEqual(['d:parent']);
    expect(rules([...good, node('a', 'q', 1)])).toEqual(['a:duplicate']);
    expect(rules([...good, node('d', 'top', 1)])).toEqual(['d:gap']);
    expect(rules([...good, node('d', 'p', 1, -1)])).toEqual(['d:weight']);
    expect(rules([...good, node('d', 'p', 1, NaN)])).toEqual(['d:weight']);
    expect(rules([...good, node('r', 'top', 2)])).toEqual(['r:childless']);
    expect(rules([...good, node('e', null, 1)])).toEqual(['e:roots']);
    expect(rules([...good, node('d', 'p', 1.5)])).toContain('d:level');
    expect(rules([...good, node('', 'p', 1)])).toEqual([':id']);
    expect(rules(good.map((n) => (n.parent === 'p' ? { ...n, weight: 0 } : n)))).toEqual(['p:weightless']);
    expect(rules([{ ...node('a', 't', 1), direction: 2 as 1 }, node('t', null, 2)])).toEqual(['a:direction']);
  });

  it('finds cycles without going round for ever', () => {
    const faults = rules([node('a', 'b', 1), node('b', 'c', 2), node('c', 'b', 3)]);
    expect(faults).toContain('b:cycle');
    expect(faults).toContain('c:cycle');
    expect(faults).toContain(':root');
    expect(faults).not.toContain('a:cycle');
  });

  it('never throws and never passes a tree without one root', () => {
    const row = fc.record({ id: fc.constantFrom('a', 'b', 'c', ''), parent: fc.constantFrom('a', 'b', 'c', 'z', null), level: fc.integer({ min: 0, max: 3 }), weight: fc.constantFrom(-1, 0, 1, NaN) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { structure, faults } = structureOf(rows);
        expect(structure === null).toBe(faults.length > 0);
        if (structure) expect(structure.nodes.filter((n) => n.parent === null)).toHaveLength(1);
      })
    );
  });
});

describe('metadata in the form of COINr', () => {
  it('becomes nodes, groups and denominators', () => {
    const reading = readMeta([
      { iCode: 'x', Type: 'Indicator', Parent: 'I', Level: '1', Weight: '0.5', Direction: '-1', Target: '3', Denominator: 'GDP' },
      { iCode: 'y', Type: 'Indicator', Parent: 'I', Level: '1', Weight: '', Direction: 'NA' },
      { iCode: 'I', Type: 'Aggregate', Parent: 'NA', Level: '2', Weight: '1' },
      { iCode: 'GDP', Type: 'Denominator' },
      { iCode: 'size', Type: 'Group' },
      { iCode: 'odd', Type: 'Oddity' }
    ]);
    expect(reading.rows[0]).toEqual({ id: 'x', parent: 'I', level: 1, weight: 0.5, direction: -1, target: 3, denominator: 'GDP' });
    expect(reading.rows[1]).toEqual({ id: 'y', parent: 'I', level: 1, weight: 1, direction: 1 });
    expect([reading.groups, reading.denominators]).toEqual([['size'], ['GDP']]);
    expect(reading.faults.map((f) => f.node)).toEqual(['odd']);
    expect(structureOf(reading.rows).faults).toEqual([]);
  });

  it('a weight that is no number is a fault of its node', () => {
    const { rows } = readMeta([{ iCode: 'x', Type: 'Indicator', Parent: 'I', Level: '1', Weight: 'much' }, { iCode: 'I', Type: 'Aggregate', Level: '2' }]);
    expect(rules([...rows])).toEqual(['x:weight']);
  });
});

describe('weights in the tree', () => {
  const structure = structureOf(good).structure!;
  it('own weights are shared among siblings and multiply to the top', () => {
    expect(ownWeights(structure).weights.get('b')).toBe(0.75);
    const effective = effectiveWeights(structure);
    expect(effective.get('b')).toBeCloseTo(0.75 * (2 / 3), 15);
    expect(['a', 'b', 'c'].reduce((s, id) => s + effective.get(id)!, 0)).toBeCloseTo(1, 15);
  });
  it('a rule is asked once for each parent', () => {
    const { weights } = weighTree(structure, (ids) => equalWeights(ids.length));
    expect([weights.get('a'), weights.get('c'), weights.get('p')]).toEqual([0.5, 1, 0.5]);
  });
});

describe('tables', () => {
  it('refuses what cannot be a table', () => {
    const col = Float64Array.of(1, 2);
    expect(() => tableOf(['u', 'u'], [])).toThrow(RangeError);
    expect(() => tableOf(['u'], [['a', col]])).toThrow(RangeError);
    expect(() => tableOf(['u', 'v'], [['a', col], ['a', col]])).toThrow(RangeError);
    expect(() => tableOf(['u', 'v'], [['a', Float64Array.of(1, Infinity)]])).toThrow(/unit v/);
    expect(tableOf([], []).columns.size).toBe(0);
  });
});
