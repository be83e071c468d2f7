/** The rows behind the picture: the regions of the map, or the links behind its arrows, and no others. */
import type { I18n } from '../../i18n';
import type { Cell, Table } from '../csv';
import { linksTable } from '../downloads';
import { sourcesOf } from '../evidence';
import type { Shown } from '../shown';

/** @param scenario said in the last column of figures that a scenario has changed; null cells otherwise */
export function shownTable(shown: Shown, i18n: I18n, scenario: string): Table {
  if (shown.view.mode === 'chains') {
    const ids = new Set<Cell>(shown.scene.links.map(({ link }) => link.id));
    const { header, rows } = linksTable(shown.pack, i18n.language);
    return { header, rows: rows.filter((row) => ids.has(row[0] ?? null)) };
  }
  const { pack, choropleth, scores, view } = shown;
  const { measure } = choropleth;
  const { text, t } = i18n;
  const blocks = scores.potential.blocks;
  const source = measure.indicator ? sourcesOf(pack, measure.indicator, view.year).map((s) => `${s.publication} [${s.carrier}]`).join('; ') : '';
  const changed = shown.pack !== shown.own;
  const header = ['REF_AREA', 'NAME', 'TIME_PERIOD', 'GOALPOSTS', 'MEASURE', 'MEASURE_NAME', 'VALUE', 'VALUE_YEAR', 'UNIT', 'INDEX', 'RANK', 'TIER', ...blocks.map((b) => `BLOCK_${b.id.toUpperCase()}`), 'DYNAMICS', 'GROUP', 'SOURCE', 'LICENCE', 'NOTE'];
  const rows = shown.regions.map((region, u): Cell[] => [
    region.code,
    text(region.name),
    view.year,
    view.goalposts,
    measure.id,
    measure.name ? text(measure.name) : t.measure.index,
    choropleth.values[u] ?? NaN,
    choropleth.years[u] || null,
    measure.unit ? text(measure.unit) : '0–1',
    scores.potential.index[u] ?? NaN,
    scores.potential.rank[u] ?? NaN,
    scores.tiers.tier[u] ?? null,
    ...blocks.map((b) => b.score[u] ?? NaN),
    scores.dynamics.index[u] ?? NaN,
    scores.matrix.group[u] ?? null,
    source === '' ? text(pack.meta.attribution) : source,
    text(pack.meta.licence),
    changed ? scenario : null
  ]);
  return { header, rows };
}
