/* The pack's tables read straight from geodata/, so that what a page shows is set against its source, not against the app. */
import { readFileSync } from 'node:fs';
import { csvParse, type DSVRowString } from 'd3-dsv';
import { at } from '../../scripts/lib/paths.mjs';

export type Row = DSVRowString;

const rows = (file: string): Row[] => csvParse(readFileSync(at(`geodata/vfd/${file}`), 'utf8'));

export const regions = rows('regions.csv').filter((row) => row['kind'] === 'region');
export const codes = regions.map((row) => row['code']!);
export const clusters = rows('clusters.csv');
export const sites = rows('sites.csv');
export const roles = rows('site_roles.csv');
export const links = rows('links.csv');
export const sources = rows('sources.csv');
export const observations = rows('observations.csv');

/** The published row of a region's indicator in a year. */
export function published(region: string, indicator: string, year: number): Row {
  const found = observations.find((row) => row['REF_AREA'] === region && row['INDICATOR'] === indicator && row['TIME_PERIOD'] === String(year));
  if (!found) throw new Error(`geodata/vfd has no ${indicator} of ${region} for ${year}`);
  return found;
}

export const value = (region: string, indicator: string, year: number): number => Number(published(region, indicator, year)['OBS_VALUE']);

/** Years in which any region has the indicator. */
export function yearsOf(indicator: string): number[] {
  const found = observations.filter((row) => row['INDICATOR'] === indicator && codes.includes(row['REF_AREA']!));
  return [...new Set(found.map((row) => Number(row['TIME_PERIOD'])))].sort();
}

const regionOf = new Map(sites.map((site) => [site['site_id'], site['region'] ?? '']));
export const from = (link: Row): string => regionOf.get(link['from_site']) ?? '';
export const to = (link: Row): string => regionOf.get(link['to_site']) ?? '';

/** Where an end of a link lies: its region, or the partner outside the district by itself. */
const end = (link: Row, site: 'from_site' | 'to_site'): string => regionOf.get(link[site]) || `outside:${link[site]}`;

/** Ids of the arrows that these links add up to: between regions, and to and from each partner outside. */
export function arrowsOf(some: readonly Row[]): string[] {
  const between = some.filter((link) => from(link) !== to(link));
  return [...new Set(between.map((link) => `${link['cluster']} ${end(link, 'from_site')} ${end(link, 'to_site')}`))].sort();
}

/** A number as the English pages print it. */
export const figure = (text: string): number => Number(text.replace(/[,\s\u00a0%×]/g, '').replace('\u2212', '-'));
