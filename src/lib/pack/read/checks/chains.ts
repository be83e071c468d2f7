/**
 * Do the chains hold together: every site has a role and a place, years follow each other, no link runs to
 * itself, what is documented names goods and says where, and what runs against the order of stages says why.
 * Classes of goods have titles at both levels in use.
 */
import { runsAgainstOrder } from '../../order';
import type { Pack, Role, Site } from '../../types';
import type { RowOf } from '../readPack';
import type { Reporter } from '../reporter';

/** Row of a role, which has a key of three columns. */
export type RoleRow = (site: string, cluster: string, stage: string) => number | null;

export function checkChains(pack: Pack, row: RowOf, roleRow: RoleRow, report: Reporter): void {
  const kinds = new Map(pack.areas.map((a) => [a.code, a.kind]));
  for (const site of pack.chains.sites) {
    const at = { file: 'sites.csv', row: row('sites', 'site_id', site.id) };
    checkPlace(site, kinds.get(site.region ?? ''), at, report);
    if (site.roles.length === 0) report.error({ ...at, column: 'site_id', value: site.id }, 'a site with at least one role in site_roles.csv');
    for (const role of site.roles) checkYears(role, { file: 'site_roles.csv', row: roleRow(site.id, role.cluster, role.stage) }, report);
  }
  checkLinks(pack, row, report);
  checkClasses(pack, row, report);
}

/** Flows are chosen by class of two digits, so each has its title beside the finer ones. */
function checkClasses({ activities }: Pack, row: RowOf, report: Reporter): void {
  const codes = new Set(activities.map((a) => a.code));
  for (const code of codes) {
    const division = code.slice(0, 2);
    if (!codes.has(division)) report.error({ file: 'okved2.csv', row: row('okved2', 'code', code), column: 'code', value: code }, `a row of its class of two digits, ${division}, as well`);
  }
}

type At = { readonly file: string; readonly row: number | null };

function checkPlace({ region, grain, outsideArea }: Site, kind: string | undefined, at: At, report: Reporter): void {
  if (region === null && grain !== 'outside') report.error({ ...at, column: 'region' }, 'a region, or the grain “outside”');
  if (region !== null && grain === 'outside') report.error({ ...at, column: 'region', value: region }, 'no region for a site of the grain “outside”');
  // A code that is not there at all is told as a foreign key.
  if (region !== null && (kind ?? 'region') !== 'region') report.error({ ...at, column: 'region', value: region }, 'a region, not a total');
  for (const language of ['en', 'ru'] as const) {
    const column = `outside_area_${language}`;
    if (grain === 'outside' && !outsideArea?.[language]) report.error({ ...at, column }, 'the region or country of a partner outside the district');
    if (grain !== 'outside' && outsideArea?.[language]) report.error({ ...at, column, value: outsideArea[language] }, 'nothing: this site is in a region of the pack');
  }
}

function checkYears({ since, until, statusYear }: Role, at: At, report: Reporter): void {
  if (since !== null && until !== null && until < since) report.error({ ...at, column: 'until', value: String(until) }, `a year from ${since} (since) on`);
  if (since !== null && statusYear !== null && statusYear < since) report.error({ ...at, column: 'status_year', value: String(statusYear) }, `a year from ${since} (since) on`);
}

function checkLinks(pack: Pack, row: RowOf, report: Reporter): void {
  const sites = new Map(pack.chains.sites.map((site) => [site.id, site]));
  for (const link of pack.chains.links) {
    const at = { file: 'links.csv', row: row('links', 'link_id', link.id) };
    if (link.from === link.to) report.error({ ...at, column: 'to_site', value: link.to }, 'another site than from_site');
    if (link.evidence === 'documented' && link.source === '') report.error({ ...at, column: 'source' }, 'the source, which a documented link names');
    if (link.evidence === 'documented' && link.okved2 === null) report.error({ ...at, column: 'okved2' }, 'the class of the goods, which a documented link names');
    if (link.period !== 'current' && link.statusYear !== null) report.error({ ...at, column: 'status_year', value: String(link.statusYear) }, 'nothing: the period of a past relation has its years');
    const [from, to] = [sites.get(link.from), sites.get(link.to)];
    if (!from || !to) continue;
    const against = runsAgainstOrder(pack, link, from, to);
    for (const language of ['en', 'ru'] as const) {
      const column = `order_note_${language}`;
      const note = link.orderNote?.[language] ?? '';
      if (against && note === '') report.error({ ...at, column }, 'why the link runs from a later stage to an earlier one');
      if (!against && note !== '') report.error({ ...at, column, value: note }, 'nothing: the link follows the order of stages');
    }
  }
}
