/** What the page on polarisation can be asked for, and its address. */
import { yearColumn } from '../../composite';
import { parseExpression, printExpression, type Finding, type Indicator, type Pack } from '../../pack';
import type { Notice } from '../view';

/** Who counts as a neighbour: regions with a common border, or capitals near each other. */
export const NEIGHBOURS = ['borders', 'distance'] as const;
export type Neighbours = (typeof NEIGHBOURS)[number];

export interface PolarisationChoice {
  /** An additive indicator: what is spread over the regions. */
  readonly indicator: string;
  /** An additive indicator counted in persons the amount is set against; null = every region counts as one. */
  readonly per: string | null;
  readonly year: number;
  readonly neighbours: Neighbours;
}

/** Fewer regions than this have no distribution worth a measure. */
const FEWEST = 3;

/** Indicators whose regions add up to a whole, in the order of the pack. */
export function amounts(pack: Pack): readonly Indicator[] {
  return known(pack, 'amounts', () => pack.indicators.filter((i) => i.additive && polarisationYears(pack, i.id, null).length > 0));
}

/** Additive indicators counted in persons: sizes an amount can be set against. */
export function sizes(pack: Pack): readonly Indicator[] {
  return known(pack, 'sizes', () => amounts(pack).filter((i) => i.unit.dimension === 'person'));
}

/** Years in which enough regions have the amount and, where asked for, the size. */
export function polarisationYears(pack: Pack, indicator: string, per: string | null): readonly number[] {
  return known(pack, `years ${indicator} ${per ?? ''}`, () =>
    pack.observations.years.filter((year) => {
      const held = yearColumn(pack, indicator, year).values;
      const by = per === null ? held : yearColumn(pack, per, year).values;
      return held.filter((v, u) => !Number.isNaN(v) && !Number.isNaN(by[u])).length >= FEWEST;
    })
  );
}

const kept = new WeakMap<Pack, Map<string, unknown>>();

/** What follows from the pack alone is looked for once. */
function known<T>(pack: Pack, key: string, make: () => T): T {
  let found = kept.get(pack);
  if (!found) kept.set(pack, (found = new Map()));
  if (!found.has(key)) found.set(key, make());
  return found.get(key) as T;
}

/** The indicator whose sum over the regions a finding speaks of, with the size it is set against; null where it speaks of none here. */
export function choiceOf(pack: Pack, { quantity }: Finding): Pick<PolarisationChoice, 'indicator' | 'per'> | null {
  const named = (expression: string, among: readonly Indicator[]) => {
    const wanted = printExpression(parseExpression(expression));
    return among.find((i) => wanted === printExpression(parseExpression(i.derivation?.expression ?? i.id)))?.id;
  };
  if (quantity.kind === 'top-share') {
    const indicator = named(quantity.expression, amounts(pack));
    return indicator === undefined ? null : { indicator, per: null };
  }
  if (quantity.kind === 'ratio') {
    const indicator = named(quantity.numerator, amounts(pack));
    const per = named(quantity.denominator, sizes(pack));
    return indicator === undefined || per === undefined ? null : { indicator, per };
  }
  return null;
}

/** The first finding that can be followed here, else the first additive indicator of the method. @throws RangeError for a pack without additive indicators */
export function defaultPolarisation(pack: Pack): PolarisationChoice {
  return known(pack, 'default', () => usual(pack));
}

function usual(pack: Pack): PolarisationChoice {
  const found = pack.findings.flatMap((f) => (f.quantity.kind === 'top-share' ? (choiceOf(pack, f) ?? []) : []))[0];
  const all = amounts(pack);
  const ofMethod = pack.method.potential.flatMap((b) => b.indicators).find(({ id }) => all.some((i) => i.id === id));
  const indicator = found?.indicator ?? ofMethod?.id ?? all[0]?.id;
  if (indicator === undefined) throw new RangeError('the pack has no additive indicator with data');
  return { indicator, per: null, year: usualYear(pack, indicator, null), neighbours: 'borders' };
}

/** The target year where it has data, else the last year that has. */
export function usualYear(pack: Pack, indicator: string, per: string | null): number {
  const years = polarisationYears(pack, indicator, per);
  return years.includes(pack.method.targetYear) ? pack.method.targetYear : (years.at(-1) ?? pack.method.targetYear);
}

const KNOWN = new Set(['indicator', 'per', 'year', 'neighbours', 'theme', 'lang']);

/** Reads an address; what cannot be used falls back to the usual value and is named in `notices`. */
export function parsePolarisation(params: URLSearchParams, pack: Pack): { choice: PolarisationChoice; notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const fallback = defaultPolarisation(pack);
  for (const [parameter, value] of params) if (!KNOWN.has(parameter) && !parameter.startsWith('utm_')) notices.push({ parameter, value, reason: 'unknown-parameter' });
  const choose = <T extends string>(parameter: string, allowed: readonly T[], otherwise: T): T => {
    const value = params.get(parameter);
    const found = allowed.find((a) => a === value);
    if (value !== null && found === undefined) notices.push({ parameter, value, reason: 'unknown-value' });
    return found ?? otherwise;
  };
  const indicator = choose('indicator', amounts(pack).map((i) => i.id), fallback.indicator);
  let per: string | null = choose('per', ['none', ...sizes(pack).map((i) => i.id).filter((id) => id !== indicator)], 'none');
  if (per === 'none') per = null;
  if (per !== null && polarisationYears(pack, indicator, per).length === 0) {
    notices.push({ parameter: 'per', value: per, reason: 'no-data' });
    per = null;
  }
  const asked = params.get('year');
  let year = usualYear(pack, indicator, per);
  if (asked !== null) {
    const number = /^\d{4}$/.test(asked);
    if (number && polarisationYears(pack, indicator, per).includes(Number(asked))) year = Number(asked);
    else notices.push({ parameter: 'year', value: asked, reason: number ? 'no-data' : 'unknown-value' });
  }
  return { choice: { indicator, per, year, neighbours: choose('neighbours', NEIGHBOURS, fallback.neighbours) }, notices };
}

/** The query of a choice, without the leading question mark; empty for the usual one. */
export function formatPolarisation(choice: PolarisationChoice, pack: Pack): string {
  const fallback = defaultPolarisation(pack);
  const parts: string[] = [];
  if (choice.indicator !== fallback.indicator) parts.push(`indicator=${encodeURIComponent(choice.indicator)}`);
  if (choice.per !== null) parts.push(`per=${encodeURIComponent(choice.per)}`);
  if (choice.year !== usualYear(pack, choice.indicator, choice.per)) parts.push(`year=${choice.year}`);
  if (choice.neighbours !== fallback.neighbours) parts.push(`neighbours=${choice.neighbours}`);
  return parts.join('&');
}
