/** Do the chains hold together: every site has a role and a region, no link runs to itself, what is documented says where. */
import type { Pack } from '../../types';
import type { RowOf } from '../readPack';
import type { Reporter } from '../reporter';

export function checkChains(pack: Pack, row: RowOf, report: Reporter): void {
  const kinds = new Map(pack.areas.map((a) => [a.code, a.kind]));
  for (const { id, region, grain, roles } of pack.chains.sites) {
    const at = { file: 'sites.csv', row: row('sites', 'site_id', id) };
    if (roles.length === 0) report.error({ ...at, column: 'site_id', value: id }, 'a site with at least one role in site_roles.csv');
    if (region === null && grain !== 'outside') report.error({ ...at, column: 'region' }, 'a region, or the grain “outside”');
    if (region !== null && grain === 'outside') report.error({ ...at, column: 'region', value: region }, 'no region for a site of the grain “outside”');
    // A code that is not there at all is told as a foreign key.
    if (region !== null && (kinds.get(region) ?? 'region') !== 'region') report.error({ ...at, column: 'region', value: region }, 'a region, not a total');
  }
  for (const link of pack.chains.links) {
    const at = { file: 'links.csv', row: row('links', 'link_id', link.id) };
    if (link.from === link.to) report.error({ ...at, column: 'to_site', value: link.to }, 'another site than from_site');
    if (link.evidence === 'documented' && link.source === '') report.error({ ...at, column: 'source' }, 'the source, which a documented link names');
  }
}
