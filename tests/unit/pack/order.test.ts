/* The order of stages, on hand-made chains and as a property. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersAt, runsAgainstOrder, type Role, type Site, type Stage } from '../../../src/lib/pack';

const text = { en: 'x', ru: 'x' };
const stages: readonly Stage[] = ['dig', 'melt', 'cast', 'sell'].map((id, order) => ({ id, order, kind: 'intermediate', name: text }));
const role = (cluster: string, stage: string): Role => ({ cluster, stage, okved2: '24.10', product: text, since: null, until: null, statusYear: null, status: text, source: 's', verification: 'verified' });
const site = (...roles: readonly (readonly [string, string])[]): Site => ({ id: 's', name: text, city: text, at: [0, 0], region: 'A', grain: 'firm', outsideArea: null, roles: roles.map(([c, s]) => role(c, s)) });
const against = (from: Site, to: Site, cluster = 'iron') => runsAgainstOrder({ stages }, { cluster }, from, to);

describe('a link runs against the order of stages', () => {
  it.each([
    ['forwards', site(['iron', 'dig']), site(['iron', 'cast']), false],
    ['within a stage', site(['iron', 'melt']), site(['iron', 'melt']), false],
    ['back', site(['iron', 'cast']), site(['iron', 'dig']), true],
    ['back, but the sender also stands earlier', site(['iron', 'cast'], ['iron', 'dig']), site(['iron', 'melt']), false],
    ['back, but the receiver also stands later', site(['iron', 'cast']), site(['iron', 'dig'], ['iron', 'sell']), false],
    ['an earlier role in another cluster does not count', site(['iron', 'cast'], ['tin', 'dig']), site(['iron', 'melt']), true],
    ['a site of another cluster stands where it stands there', site(['tin', 'sell']), site(['iron', 'melt']), true],
    ['a site without a role is told elsewhere', site(), site(['iron', 'dig']), false]
  ])('%s', (_, from, to, expected) => expect(against(from, to)).toBe(expected));

  it('never both there and back', () => {
    const any = fc.array(fc.tuple(fc.constantFrom('iron', 'tin'), fc.constantFrom('dig', 'melt', 'cast', 'sell')), { maxLength: 4 }).map((roles) => site(...roles));
    fc.assert(fc.property(any, any, (a, b) => !(against(a, b) && against(b, a))));
  });

  it('takes the roles of the cluster before those of others', () => {
    const both = site(['tin', 'dig'], ['iron', 'sell']);
    expect([ordersAt({ stages }, both, 'iron'), ordersAt({ stages }, both, 'tin'), ordersAt({ stages }, both, 'lead')]).toEqual([[3], [0], [0, 3]]);
  });
});
