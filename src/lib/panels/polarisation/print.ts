/** How this page prints shares, probabilities and lists of regions. */
import type { ShownPolarisation } from '../../atlas';
import type { I18n } from '../../i18n';
import type { PolarisationWords } from '../../i18n/pages/polarisation';

export interface Printer {
  percent(share: number): string;
  /** An index between 0 and about 1. */
  index(value: number): string;
  probability(p: number): string;
  /** "28" of a hundred. */
  ofHundred(p: number): string;
  times(value: number): string;
  /** Values on an axis, with as many digits as the step between them needs. */
  percentTick(share: number, step: number): string;
  tick(value: number, step: number): string;
  /** With its sign. */
  signed(value: number, decimals: number): string;
  /** Short names of regions by code. */
  regions(codes: readonly string[]): string;
  /** What the page speaks of, without the year. */
  subject: string;
}

export function printer(i18n: I18n, words: PolarisationWords, shown: ShownPolarisation): Printer {
  const { text, number, percent, list } = i18n;
  const name = new Map(shown.regions.map((r) => [r.code, text(r.short)]));
  return {
    percent: (share) => percent(share, 1),
    index: (value) => number(value, 3),
    probability: (p) => number(p, p >= 0.1 ? 2 : p >= 0.001 ? 3 : 4),
    ofHundred: (p) => number(p * 100, p >= 0.01 ? 0 : p >= 0.001 ? 1 : 2),
    percentTick: (share, step) => percent(share, digits(step * 100)),
    tick: (value, step) => number(value, digits(step)),
    times: (value) => `${number(value, 2)}×`,
    signed: (value, decimals) => `${value > 0 ? '+' : ''}${number(value, decimals)}`,
    regions: (codes) => list(codes.map((code) => name.get(code) ?? code)),
    subject: shown.per ? words.perPerson(text(shown.indicator.name), text(shown.per.short)) : text(shown.indicator.name)
  };
}

/** Digits after the point that tell values a step apart; two where there is but one value. */
export function digits(step: number): number {
  if (!(step > 0)) return 2;
  return Math.max(0, Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)));
}
