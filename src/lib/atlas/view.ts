/**
 * The state of the view, and its one home: the address. Everything a person can set is here; everything
 * shown follows from it. Values equal to the default are left out, so addresses stay short and readable.
 */
import type { Evidence, Goalposts, Pack } from '../pack';
import { productClass, type RegionSide } from '../chains';
import { regionsOf, scoredYears } from '../composite';
import { applyChanges } from './lab/apply';
import { CHANGE_KEYS, formatChanges, NO_CHANGES, parseChanges, type Changes } from './lab/changes';
import { isMeasure, measureYears } from './measures';

export type Mode = 'potential' | 'matrix' | 'chains';
export type FlowWidth = 'links' | 'modelled';
export type Theme = 'auto' | 'light' | 'dark';

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export interface View {
  readonly mode: Mode;
  /** `index`, a block or an indicator. */
  readonly measure: string;
  readonly year: number;
  /** `pooled` makes years comparable; always pooled away from the method's target year. */
  readonly goalposts: Goalposts;
  readonly classes: 'steps' | 'tiers';
  /** Classes that choices of the method could change are marked on the map. */
  readonly confidence: boolean;
  /** Regions picked, first pick first. */
  readonly regions: readonly string[];
  readonly clusters: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Stages of the chain at either end of a flow; empty = all. */
  readonly stages: readonly string[];
  /** What flows, as OKVED 2 classes of two digits; empty = all. */
  readonly commodities: readonly string[];
  /** Flows of the picked regions: coming in, going out, passing through, or any. */
  readonly side: RegionSide;
  /** What the width of an arrow says: the number of known links, or the modelled intensity. */
  readonly width: FlowWidth;
  /** Only flows that stay among the greatest whatever sensible parameter the model takes. */
  readonly surviving: boolean;
  /** Arrows move along their direction, unless the reader's system asks for stillness. */
  readonly motion: boolean;
  /** Matrix: the ways of all regions over the years, not only of those picked. */
  readonly paths: boolean;
  /** What a scenario changes in the method and the figures. */
  readonly changes: Changes;
  /** The laboratory stands open. */
  readonly lab: boolean;
  readonly layout: 'map' | 'table';
  readonly theme: Theme;
  /** Map position; null = the whole district. */
  readonly at: Camera | null;
}

export interface Notice {
  readonly parameter: string;
  readonly value: string;
  readonly reason: 'unknown-parameter' | 'unknown-value' | 'no-data' | 'too-many';
}

/** More pictures side by side than this cannot be told apart. */
export const MAX_REGIONS = 5;

const EVIDENCE: readonly Evidence[] = ['documented', 'plausible', 'proposed'];
const SIDES: readonly RegionSide[] = ['any', 'in', 'out', 'through'];
const WIDTHS: readonly FlowWidth[] = ['links', 'modelled'];
const SWITCH = ['on', 'off'] as const;
const LIST = '~';

export function defaultView(pack: Pack): View {
  return {
    mode: 'potential',
    measure: 'index',
    year: pack.method.targetYear,
    goalposts: pack.method.normalisation.goalposts,
    classes: 'steps',
    confidence: false,
    regions: [],
    clusters: pack.clusters.slice(0, 1).map((c) => c.id),
    evidence: ['documented'],
    stages: [],
    commodities: [],
    side: 'any',
    width: 'links',
    surviving: false,
    motion: true,
    paths: false,
    changes: NO_CHANGES,
    lab: false,
    layout: 'map',
    theme: 'auto',
    at: null
  };
}

/** Years the time bar can go to: the matrix needs growth since the base year, the chains rank by the index. */
export function yearsOf(pack: Pack, { mode, measure }: Pick<View, 'mode' | 'measure'>): readonly number[] {
  if (mode === 'matrix') return scoredYears(pack, 'dynamics');
  return measureYears(pack, mode === 'chains' ? 'index' : measure);
}

/** Reads an address. Whatever cannot be used falls back to the default and is named in `notices`. */
export function parseView(params: URLSearchParams, own: Pack): { view: View; notices: readonly Notice[] } {
  const { changes, notices: changeNotices } = parseChanges(params, own);
  const notices: Notice[] = [...changeNotices];
  // A scenario may have other years and blocks than the method as published.
  const pack = applyChanges(own, changes);
  const fallback = defaultView(pack);
  const known = new Set(['mode', 'measure', 'year', 'goalposts', 'classes', 'confidence', 'regions', 'clusters', 'evidence', 'stages', 'commodities', 'side', 'width', 'surviving', 'motion', 'paths', 'lab', ...CHANGE_KEYS, 'layout', 'theme', 'at', 'lang']);
  for (const [parameter, value] of params) {
    if (!known.has(parameter) && !parameter.startsWith('utm_')) notices.push({ parameter, value, reason: 'unknown-parameter' });
  }
  const choice = <T extends string>(parameter: string, allowed: readonly T[], otherwise: T): T => {
    const value = params.get(parameter);
    if (value === null) return otherwise;
    const found = allowed.find((a) => a === value);
    if (found === undefined) notices.push({ parameter, value, reason: 'unknown-value' });
    return found ?? otherwise;
  };
  const list = (parameter: string, allowed: readonly string[], otherwise: readonly string[]): readonly string[] => {
    const value = params.get(parameter);
    if (value === null) return otherwise;
    const asked = [...new Set(value.split(LIST).filter((v) => v !== '' && v !== 'none'))];
    for (const v of asked) if (!allowed.includes(v)) notices.push({ parameter, value: v, reason: 'unknown-value' });
    const usable = asked.filter((v) => allowed.includes(v));
    return asked.length > 0 && usable.length === 0 ? otherwise : usable;
  };

  const mode = choice('mode', ['potential', 'matrix', 'chains'] as const, fallback.mode);
  let measure = params.get('measure') ?? fallback.measure;
  if (!isMeasure(pack, measure)) {
    notices.push({ parameter: 'measure', value: measure, reason: 'unknown-value' });
    measure = fallback.measure;
  }
  const years = yearsOf(pack, { mode, measure });
  const latest = years.includes(fallback.year) ? fallback.year : (years.at(-1) ?? fallback.year);
  let year = latest;
  const askedYear = params.get('year');
  if (askedYear !== null) {
    if (/^\d{4}$/.test(askedYear) && years.includes(Number(askedYear))) year = Number(askedYear);
    else notices.push({ parameter: 'year', value: askedYear, reason: /^\d{4}$/.test(askedYear) ? 'no-data' : 'unknown-value' });
  }
  const goalposts = choice('goalposts', ['year', 'pooled'] as const, fallback.goalposts);
  let regions = list('regions', regionsOf(pack).map((r) => r.code), []);
  if (regions.length > MAX_REGIONS) {
    notices.push({ parameter: 'regions', value: regions.slice(MAX_REGIONS).join(LIST), reason: 'too-many' });
    regions = regions.slice(0, MAX_REGIONS);
  }
  const modelled = choice('width', WIDTHS, fallback.width) === 'modelled';
  const surviving = choice('surviving', SWITCH, 'off') === 'on';
  // The model needs its parameters; a pack without them has widths by the number of links alone.
  const model = pack.method.intensity !== null;
  if (modelled && !model) notices.push({ parameter: 'width', value: 'modelled', reason: 'no-data' });
  if (surviving && !model) notices.push({ parameter: 'surviving', value: 'on', reason: 'no-data' });
  const at = params.get('at');
  const camera = at === null ? null : parseCamera(at);
  if (at !== null && camera === null) notices.push({ parameter: 'at', value: at, reason: 'unknown-value' });

  return {
    view: {
      mode,
      measure,
      year,
      goalposts: year === pack.method.targetYear ? goalposts : 'pooled',
      classes: choice('classes', ['steps', 'tiers'] as const, fallback.classes),
      confidence: choice('confidence', SWITCH, 'off') === 'on',
      regions,
      clusters: list('clusters', pack.clusters.map((c) => c.id), fallback.clusters),
      evidence: list('evidence', EVIDENCE, fallback.evidence) as readonly Evidence[],
      stages: list('stages', pack.stages.map((stage) => stage.id), fallback.stages),
      commodities: list('commodities', commoditiesOf(pack, params.get('commodities')), fallback.commodities),
      side: choice('side', SIDES, fallback.side),
      width: modelled && model ? 'modelled' : 'links',
      surviving: surviving && model,
      motion: choice('motion', SWITCH, 'on') === 'on',
      paths: choice('paths', SWITCH, 'off') === 'on',
      changes,
      lab: choice('lab', SWITCH, 'off') === 'on',
      layout: choice('layout', ['map', 'table'] as const, fallback.layout),
      theme: choice('theme', ['auto', 'light', 'dark'] as const, fallback.theme),
      at: camera
    },
    notices
  };
}

/** The query of a view, without the leading question mark; empty for the default view. */
export function formatView(view: View, pack: Pack): string {
  const fallback = defaultView(pack);
  const parts: [string, string][] = [];
  const put = (key: string, value: string, normal: string) => {
    if (value !== normal) parts.push([key, value]);
  };
  const join = (values: readonly string[]) => (values.length === 0 ? 'none' : values.join(LIST));
  put('mode', view.mode, fallback.mode);
  put('measure', view.measure, fallback.measure);
  put('year', String(view.year), String(fallback.year));
  if (view.year === pack.method.targetYear) put('goalposts', view.goalposts, fallback.goalposts);
  put('classes', view.classes, fallback.classes);
  put('confidence', view.confidence ? 'on' : 'off', 'off');
  put('regions', join(view.regions), 'none');
  put('clusters', join(view.clusters), join(fallback.clusters));
  put('evidence', join(view.evidence), join(fallback.evidence));
  put('stages', join(view.stages), 'none');
  put('commodities', join(view.commodities), 'none');
  put('side', view.side, fallback.side);
  put('width', view.width, fallback.width);
  put('surviving', view.surviving ? 'on' : 'off', 'off');
  put('motion', view.motion ? 'on' : 'off', 'on');
  put('paths', view.paths ? 'on' : 'off', 'off');
  put('lab', view.lab ? 'on' : 'off', 'off');
  parts.push(...formatChanges(view.changes).map(([key, value]): [string, string] => [key, value]));
  put('layout', view.layout, fallback.layout);
  put('theme', view.theme, fallback.theme);
  if (view.at) put('at', `${view.at.lon.toFixed(3)},${view.at.lat.toFixed(3)},${view.at.zoom.toFixed(2)}`, '');
  // Only characters that are safe in a query are left as they are; URLSearchParams would hide "~" and ",".
  return parts.map(([k, v]) => `${k}=${encodeURIComponent(v).replaceAll('%2C', ',').replaceAll('%3A', ':')}`).join('&');
}

/** The classes that links of the pack carry; chains arrive after the first picture, and until then any class may be one. */
function commoditiesOf(pack: Pack, asked: string | null): readonly string[] {
  if (pack.chains.links.length === 0) return (asked ?? '').split(LIST).filter((code) => /^\d{2}$/.test(code));
  return [...new Set(pack.chains.links.flatMap((link) => productClass(link) ?? []))];
}

function parseCamera(text: string): Camera | null {
  const numbers = text.split(',').map(Number);
  const [lon, lat, zoom] = numbers;
  if (numbers.length !== 3 || lon === undefined || lat === undefined || zoom === undefined) return null;
  const sane = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 12;
  return sane ? { lon, lat, zoom } : null;
}
