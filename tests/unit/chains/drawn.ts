/*
 * A chain drawn by hand, on the regions A to D (o lies outside), with the stages raw → part → whole → shop:
 *
 *   r1(A) ─┬→ p1(A) ──→ w1(C) ──→ s1(D)
 *   r2(B) ─┘            ↑   └───→ o
 *          └→ p2(B) ────┘
 *   p3(D) ─→ w2(C)                 (p3 alone supplies w2)
 *   g(B): unnamed firms, raw, no link
 */
import type { Area, Link, Pack, Role, Site } from '../../../src/lib/pack';
import { lagoon } from '../support';

export const text = { en: 'x', ru: 'x' };
export const role = (stage: string, cluster = 'c', more: Partial<Role> = {}): Role => ({ cluster, stage, okved2: '24.10', product: text, since: null, until: null, statusYear: null, status: text, source: 's', verification: 'verified', ...more });
export const site = (id: string, region: string | null, roles: readonly Role[], grain: Site['grain'] = 'firm'): Site => ({ id, name: text, city: text, at: [1, 1], region, grain, outsideArea: null, roles });
export const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link =>
  ({ id, cluster: 'c', from, to, okved2: null, flow: text, basis: text, evidence: 'documented', period: 'current', statusYear: null, orderNote: null, source: 's', verification: 'verified', ...more });

export const sites: readonly Site[] = [
  site('r1', 'A', [role('raw')]),
  site('r2', 'B', [role('raw')]),
  site('g', 'B', [role('raw')], 'region'),
  site('p1', 'A', [role('part')]),
  site('p2', 'B', [role('part')]),
  site('p3', 'D', [role('part')]),
  site('w1', 'C', [role('whole')]),
  site('w2', 'C', [role('whole')]),
  site('s1', 'D', [role('shop')]),
  site('o', null, [role('shop')], 'outside')
];
export const links: readonly Link[] = [link('1', 'r1', 'p1'), link('2', 'r2', 'p1'), link('3', 'r2', 'p2'), link('4', 'p1', 'w1'), link('5', 'p2', 'w1'), link('6', 'w1', 's1'), link('7', 'w1', 'o'), link('8', 'p3', 'w2')];

const area = (code: string): Area => ({ code, kind: 'region', name: text, short: text, aliases: [], capital: text, capitalAt: [0, 0], labelAt: [0, 0], areaThousandKm2: NaN });

export function drawn(chains: Partial<Pack['chains']> = {}): Pack {
  return {
    ...lagoon(),
    areas: ['A', 'B', 'C', 'D'].map(area),
    clusters: [{ id: 'c', name: text, summary: text }],
    stages: (
      [
        ['raw', 'raw'],
        ['part', 'intermediate'],
        ['whole', 'final'],
        ['shop', 'market']
      ] as const
    ).map(([id, kind], order) => ({ id, order, kind, name: text })),
    chains: { controls: [], imports: [], sites, links, ...chains }
  };
}
