/** How a value is printed on the map: short enough for a label, exact enough to compare. */
import type { I18n } from '../i18n';
import type { Measure } from './measures';

export function printValue(i18n: I18n, measure: Measure, value: number): string {
  return i18n.number(value, measure.decimals);
}

/** With the unit, for sentences and tooltips. */
export function printWithUnit(i18n: I18n, measure: Measure, value: number): string {
  const number = printValue(i18n, measure, value);
  return measure.unit && Number.isFinite(value) ? `${number}\u00a0${i18n.text(measure.unit)}` : number;
}

/** At most six characters or so: thousands and millions are shortened. */
export function printShort(i18n: I18n, measure: Measure, value: number): string {
  return Math.abs(value) >= 10000 ? i18n.compact(value) : printValue(i18n, measure, value);
}
