/** Do the chains hold together: every site has a role, no link runs to itself, what is documented says where. */
import type { Pack } from '../../types';
import type { Reporter } from '../reporter';

export function checkChains(pack: Pack, row: (table: string, column: string, key: string) => number | null, report: Reporter): void {
  for (const site of pack.chains.sites) {
    if (site.roles.length === 0) report.error({ file: 'sites.csv', row: row('sites', 'site_id', site.id), column: 'site_id', value: site.id }, 'a site with at least one role in site_roles.csv');
  }
  for (const link of pack.chains.links) {
    const at = { file: 'links.csv', row: row('links', 'link_id', link.id) };
    if (link.from === link.to) report.error({ ...at, column: 'to_site', value: link.to }, 'another site than from_site');
    if (link.evidence === 'documented' && link.source === '') report.error({ ...at, column: 'source', value: '' }, 'a documented link names its source');
  }
}
