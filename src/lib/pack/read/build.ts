/** Checked tables and files put together as a Pack. Cells that are faulty come out empty; the faults say why. */
import type { Topology } from 'topojson-specification';
import type { Control, ImportDependence, StageKind } from '../chainMethod';
import type { Area, AreaKind, Evidence, Grain, Indicator, Link, Observations, Pack, Position, Rating, RatingKind, RatingRank, Role, Site, Text, Unit, Verification } from '../types';
import { inputsOf, parseExpression } from '../derivation';
import type { FindingsFile, MetaFile, MethodFile } from './method';
import type { Row, Table } from './table';

export interface Parts {
  readonly meta: MetaFile;
  readonly method: MethodFile;
  readonly findings: FindingsFile;
  readonly table: (name: string) => readonly Row[];
  readonly boundaries: Topology;
  readonly water: Topology | null;
}

export const text = (row: Row, stem: string): Text => ({ en: row.text(`${stem}_en`), ru: row.text(`${stem}_ru`) });

const year = (row: Row, column: string): number | null => (row.text(column) === '' ? null : row.number(column));

const position = (row: Row, lon: string, lat: string): Position | null => {
  const [x, y] = [row.number(lon), row.number(lat)];
  return Number.isNaN(x) || Number.isNaN(y) ? null : [x, y];
};

export function buildPack({ meta, method, findings, table, boundaries, water }: Parts): Pack {
  const areas = table('regions').map(
    (row): Area => ({
      code: row.text('code'),
      kind: row.text('kind') as AreaKind,
      name: text(row, 'name'),
      short: text(row, 'short'),
      aliases: row.text('aliases').split(';').map((a) => a.trim()).filter(Boolean),
      capital: text(row, 'capital'),
      capitalAt: position(row, 'capital_lon', 'capital_lat'),
      labelAt: position(row, 'label_lon', 'label_lat'),
      areaThousandKm2: row.number('area_thousand_km2')
    })
  );
  const units = new Map(table('units').map((row) => [row.text('unit'), { id: row.text('unit'), name: text(row, 'name'), short: text(row, 'short'), dimension: row.text('dimension'), factor: row.number('factor') } satisfies Unit]));
  const unknown = (id: string): Unit => ({ id, name: { en: id, ru: id }, short: { en: id, ru: id }, dimension: '1', factor: NaN });
  const published = table('indicators').map(
    (row): Indicator => ({
      id: row.text('indicator'),
      name: text(row, 'name'),
      short: text(row, 'short'),
      theme: row.text('theme'),
      unit: units.get(row.text('unit')) ?? unknown(row.text('unit')),
      decimals: row.number('decimals'),
      additive: row.text('additive') === 'true',
      derivation: null
    })
  );
  const derived = method.derived.map(
    (d): Indicator => ({
      id: d.id,
      name: d.name,
      short: d.short,
      theme: d.theme,
      unit: units.get(d.unit) ?? unknown(d.unit),
      decimals: d.decimals,
      additive: d.additive,
      derivation: { expression: d.expression, inputs: safeInputs(d.expression), note: d.note ?? null }
    })
  );
  const sources = table('sources').map((row) => ({ id: row.text('source'), publication: row.text('publication'), carrier: row.text('carrier'), url: row.text('url') || null, licence: row.text('licence') }));
  const comments = table('comments').map((row) => ({ id: row.text('comment'), text: text(row, 'text') }));
  const indicators = [...published, ...derived];
  return {
    meta: { id: meta.name, version: meta.version, ...meta.atlas },
    areas,
    indicators,
    sources,
    comments,
    observations: observations(table('observations'), indicators.map((i) => i.id), areas.map((a) => a.code), sources.map((s) => s.id), comments.map((c) => c.id)),
    method: { ...method, potential: method.potential, dynamics: method.dynamics, robustness: method.robustness ?? null, intensity: method.intensity ?? null, partners: method.partners ?? null, scenario: method.scenario ?? null },
    findings: findings.findings,
    clusters: table('clusters').map((row) => ({ id: row.text('cluster'), name: text(row, 'name'), summary: text(row, 'summary') })),
    stages: table('stages').map((row) => ({ id: row.text('stage'), order: row.number('order'), kind: row.text('kind') as StageKind, name: text(row, 'name') })),
    activities: table('okved2').map((row) => ({ code: row.text('code'), name: text(row, 'name') })),
    chains: { sites: sites(table('sites'), table('site_roles')), links: table('links').map(link), controls: table('controls').map(control), imports: table('imports').map(importDependence) },
    ratings: ratings(table('ratings'), table('rating_ranks')),
    geometry: {
      boundaries,
      water,
      waterLabels: table('water_labels').map((row) => ({ id: row.text('label_id'), kind: row.text('kind') as 'river' | 'reservoir', name: text(row, 'name'), line: row.text('coordinates').split(';').map((p) => p.trim().split(/\s+/).map(Number) as [number, number]) }))
    }
  };
}

/** A derivation that cannot be parsed is reported elsewhere; here it has no inputs. */
function safeInputs(expression: string): readonly string[] {
  try {
    return inputsOf(parseExpression(expression));
  } catch {
    return [];
  }
}

function observations(rows: Table['rows'], indicators: readonly string[], areas: readonly string[], sources: readonly string[], comments: readonly string[]): Observations {
  const years = [...new Set(rows.map((row) => row.number('TIME_PERIOD')))].filter((y) => Number.isInteger(y) && y >= 1900 && y <= 2100).sort((a, b) => a - b);
  const size = indicators.length * years.length * areas.length;
  const values = new Float64Array(size).fill(NaN);
  const source = new Int16Array(size).fill(-1);
  const comment = new Int16Array(size).fill(-1);
  // Backwards, so that of ids that stand twice (a fault told elsewhere) the first keeps its data.
  const place = <T>(list: readonly T[]) => new Map(list.map((x, i) => [x, i] as const).reverse());
  const [ofIndicator, ofYear, ofArea, ofSource, ofComment] = [place(indicators), place(years), place(areas), place(sources), place(comments)];
  for (const row of rows) {
    const i = ofIndicator.get(row.text('INDICATOR'));
    const y = ofYear.get(row.number('TIME_PERIOD'));
    const a = ofArea.get(row.text('REF_AREA'));
    if (i === undefined || y === undefined || a === undefined) continue;
    const cell = (i * years.length + y) * areas.length + a;
    values[cell] = row.number('OBS_VALUE');
    source[cell] = ofSource.get(row.text('SOURCE')) ?? -1;
    comment[cell] = ofComment.get(row.text('COMMENT')) ?? -1;
  }
  return { years, values, source, comment };
}

function sites(rows: Table['rows'], roles: Table['rows']): readonly Site[] {
  return rows.map((row) => ({
    id: row.text('site_id'),
    name: text(row, 'name'),
    city: text(row, 'city'),
    at: position(row, 'lon', 'lat') ?? [NaN, NaN],
    region: row.text('region') || null,
    grain: row.text('grain') as Grain,
    outsideArea: optionalText(row, 'outside_area'),
    roles: roles.filter((role) => role.text('site_id') === row.text('site_id')).map(
      (role): Role => ({
        cluster: role.text('cluster'),
        stage: role.text('stage'),
        okved2: role.text('okved2'),
        product: text(role, 'product'),
        since: year(role, 'since'),
        until: year(role, 'until'),
        statusYear: year(role, 'status_year'),
        status: text(role, 'status'),
        source: role.text('source'),
        verification: role.text('verification') as Verification
      })
    )
  }));
}

function link(row: Row): Link {
  return {
    id: row.text('link_id'),
    cluster: row.text('cluster'),
    from: row.text('from_site'),
    to: row.text('to_site'),
    okved2: row.text('okved2') || null,
    flow: text(row, 'flow'),
    evidence: row.text('evidence') as Evidence,
    basis: text(row, 'basis'),
    period: row.text('period'),
    statusYear: year(row, 'status_year'),
    orderNote: optionalText(row, 'order_note'),
    source: row.text('source'),
    verification: row.text('verification') as Verification
  };
}

/** A pair of texts of which both may be left empty. */
const optionalText = (row: Row, stem: string): Text | null => (row.text(`${stem}_en`) === '' && row.text(`${stem}_ru`) === '' ? null : text(row, stem));

function ratings(rows: Table['rows'], ranks: Table['rows']): readonly Rating[] {
  return rows.map((row) => ({
    id: row.text('rating'),
    name: text(row, 'name'),
    publisher: text(row, 'publisher'),
    year: row.number('TIME_PERIOD'),
    edition: row.number('edition'),
    measures: text(row, 'measures'),
    kind: row.text('kind') as RatingKind,
    block: row.text('block') || null,
    sharedInputs: row.text('shares_inputs') === 'true' ? text(row, 'inputs') : null,
    containedIn: row.text('contained_in') || null,
    ranks: ranks.filter((r) => r.text('RATING') === row.text('rating')).map((r): RatingRank => ({ region: r.text('REF_AREA'), rank: r.number('RANK'), status: r.text('STATUS') as RatingRank['status'], source: r.text('SOURCE'), note: optionalText(r, 'note') }))
  }));
}

function control(row: Row): Control {
  return { id: row.text('control_id'), cluster: row.text('cluster'), stage: row.text('stage') || null, kind: row.text('kind') as Control['kind'], name: text(row, 'name'), source: row.text('source'), verification: row.text('verification') as Verification };
}

function importDependence(row: Row): ImportDependence {
  return { id: row.text('import_id'), cluster: row.text('cluster'), stage: row.text('stage'), what: text(row, 'what'), basis: text(row, 'basis'), source: row.text('source'), verification: row.text('verification') as Verification };
}
