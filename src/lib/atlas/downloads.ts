/** Tables to take away. Each row carries its source and its licence, so a line quoted alone still says both. */
import { regionsOf, scoredYears } from '../composite';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { features } from '../geo';
import type { Goalposts, Language, Pack } from '../pack';
import type { Confidence } from '../typology';
import { rangeOf } from './confidence';
import { tableCsv, type Cell, type Table } from './csv';
import { scores } from './scores';

/** Confidence of a year on given goalposts; null where none is computed. */
export type ConfidenceOf = (year: number, goalposts: Goalposts) => Confidence | null;

/** Columns of scores.csv that say how firmly the others stand when choices of the method vary. */
const FIRMNESS = ['INDEX_P05', 'INDEX_P95', 'RANK_P05', 'RANK_P95', 'TIER_HOLDS', 'DYNAMICS_P05', 'DYNAMICS_P95', 'GROUP_HOLDS', 'VARIATIONS', 'VARIATIONS_NOTE'];

/**
 * Potential, dynamics, tier and group of every region in every scored year, on both kinds of goalposts. P05 and
 * P95 are the 5th and 95th percentile over variations of the method, on the scale of the method as it stands;
 * HOLDS is the share of variations in which tier or group stay; VARIATIONS is their number.
 * @param note what the columns on variations mean, in the language, so that a row quoted alone says it
 */
export function scoresTable(pack: Pack, language: Language, confidenceOf: ConfidenceOf, note: string): Table {
  const blocks = pack.method.potential;
  const header = ['REF_AREA', 'NAME', 'TIME_PERIOD', 'GOALPOSTS', 'INDEX', 'RANK', 'TIER', ...blocks.map((b) => `BLOCK_${b.id.toUpperCase()}`), 'DYNAMICS', 'GROUP', ...FIRMNESS, 'SOURCE', 'LICENCE'];
  const rows = scoredYears(pack, 'potential').flatMap((year) =>
    (year === pack.method.targetYear ? (['year', 'pooled'] as const) : (['pooled'] as const)).flatMap((goalposts) => {
      const { potential, dynamics, tiers, matrix } = scores(pack, year, goalposts);
      const confidence = confidenceOf(year, goalposts);
      return regionsOf(pack).map((region, u): Cell[] => [
        region.code,
        region.name[language],
        year,
        goalposts,
        potential.index[u] ?? NaN,
        potential.rank[u] ?? NaN,
        tiers.tier[u] ?? null,
        ...potential.blocks.map((b) => b.score[u] ?? NaN),
        dynamics.index[u] ?? NaN,
        matrix.group[u] ?? null,
        ...firmness(confidence, u, note),
        ...attribution(pack, language)
      ]);
    })
  );
  return { header, rows };
}

function firmness(confidence: Confidence | null, unit: number, note: string): Cell[] {
  if (!confidence) return FIRMNESS.map(() => null);
  const { potential, dynamics, tier, group, runs } = confidence;
  return [...rangeOf(potential.score, unit), ...rangeOf(potential.rank, unit), tier.holds[unit] ?? NaN, ...rangeOf(dynamics.score, unit), group.holds[unit] ?? NaN, runs, note];
}

/** Every published observation with its source; derived indicators are left to the formulas. */
export function observationsTable(pack: Pack, language: Language): Table {
  const { years, values, source, comment } = pack.observations;
  const rows: Cell[][] = [];
  pack.indicators.forEach((indicator, i) => {
    if (indicator.derivation) return;
    years.forEach((year, y) => {
      pack.areas.forEach((area, a) => {
        const at = (i * years.length + y) * pack.areas.length + a;
        const value = values[at] ?? NaN;
        if (Number.isNaN(value)) return;
        const from = pack.sources[source[at] ?? -1];
        rows.push([area.code, indicator.id, year, value, indicator.unit.id, pack.comments[comment[at] ?? -1]?.text[language] ?? null, from ? `${from.publication} [${from.carrier}]` : null, from?.licence ?? null]);
      });
    });
  });
  return { header: ['REF_AREA', 'INDICATOR', 'TIME_PERIOD', 'OBS_VALUE', 'UNIT_MEASURE', 'COMMENT', 'SOURCE', 'LICENCE'], rows };
}

export function sitesTable(pack: Pack, language: Language): Table {
  const rows = pack.chains.sites.flatMap((site) =>
    site.roles.map((role): Cell[] => [site.id, role.cluster, role.stage, site.name[language], site.city[language], site.region, site.at[0], site.at[1], site.grain, site.outsideArea?.[language] ?? null, role.okved2, role.product[language], role.since, role.until, role.statusYear, role.status[language], role.verification, role.source, pack.meta.licence[language]])
  );
  return { header: ['SITE', 'CLUSTER', 'STAGE', 'NAME', 'CITY', 'REF_AREA', 'CITY_LON', 'CITY_LAT', 'GRAIN', 'OUTSIDE_AREA', 'OKVED2', 'PRODUCT', 'SINCE', 'UNTIL', 'STATUS_YEAR', 'STATUS', 'VERIFICATION', 'SOURCE', 'LICENCE'], rows };
}

export function linksTable(pack: Pack, language: Language): Table {
  const site = new Map(pack.chains.sites.map((s) => [s.id, s]));
  const rows = pack.chains.links.map((link): Cell[] => [
    link.id,
    link.cluster,
    link.from,
    site.get(link.from)?.name[language] ?? null,
    site.get(link.from)?.region ?? null,
    link.to,
    site.get(link.to)?.name[language] ?? null,
    site.get(link.to)?.region ?? null,
    link.okved2,
    link.flow[language],
    link.evidence,
    link.basis[language],
    link.period,
    link.statusYear,
    link.orderNote?.[language] ?? null,
    link.verification,
    link.source,
    pack.meta.licence[language]
  ]);
  return { header: ['LINK', 'CLUSTER', 'FROM', 'FROM_NAME', 'FROM_AREA', 'TO', 'TO_NAME', 'TO_AREA', 'OKVED2', 'FLOW', 'EVIDENCE', 'BASIS', 'PERIOD', 'STATUS_YEAR', 'ORDER_NOTE', 'VERIFICATION', 'SOURCE', 'LICENCE'], rows };
}

export const scoresCsv = (...of: Parameters<typeof scoresTable>): string => tableCsv(scoresTable(...of));
export const observationsCsv = (...of: Parameters<typeof observationsTable>): string => tableCsv(observationsTable(...of));
export const sitesCsv = (...of: Parameters<typeof sitesTable>): string => tableCsv(sitesTable(...of));
export const linksCsv = (...of: Parameters<typeof linksTable>): string => tableCsv(linksTable(...of));

/** Region polygons with the scores of the target year (RFC 7946). */
export function regionsGeoJson(pack: Pack): string {
  const { potential, dynamics, tiers, matrix } = scores(pack, pack.method.targetYear, pack.method.normalisation.goalposts);
  const regions = regionsOf(pack);
  const collection: FeatureCollection<Geometry> & { source: string; licence: string } = {
    type: 'FeatureCollection',
    source: pack.meta.attribution.en,
    licence: pack.meta.licence.en,
    features: features(pack.geometry.boundaries, 'regions').features.map((feature): Feature<Geometry> => {
      const u = regions.findIndex((r) => r.code === feature.properties['iso']);
      const value = (column: Float64Array | undefined) => {
        const v = column?.[u] ?? NaN;
        return Number.isNaN(v) ? null : v;
      };
      return {
        type: 'Feature',
        id: String(feature.properties['iso']),
        geometry: feature.geometry,
        properties: {
          iso: feature.properties['iso'],
          name_en: regions[u]?.name.en,
          name_ru: regions[u]?.name.ru,
          year: potential.year,
          index: value(potential.index),
          rank: value(potential.rank),
          tier: tiers.tier[u] ?? null,
          ...Object.fromEntries(potential.blocks.map((b) => [`block_${b.id}`, value(b.score)])),
          dynamics: value(dynamics.index),
          group: matrix.group[u] ?? null
        }
      };
    })
  };
  return JSON.stringify(collection);
}

function attribution(pack: Pack, language: Language): [string, string] {
  return [pack.meta.attribution[language], pack.meta.licence[language]];
}
