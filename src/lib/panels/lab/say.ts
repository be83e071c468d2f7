/** One change of a scenario in words. */
import type { Change } from '../../atlas';
import type { I18n } from '../../i18n';
import { labWords } from '../../i18n/pages/lab';
import type { Pack } from '../../pack';

/** @param own the pack as published: names and standard weights are its own */
export function changeWords(own: Pack, i18n: I18n): (change: Change) => string {
  const w = labWords[i18n.language];
  const { text, number } = i18n;
  const { method } = own;
  const indicator = (id: string) => text(own.indicators.find((i) => i.id === id)?.short ?? null);
  const percent = (factor: number) => `${factor >= 1 ? '+' : '−'}${i18n.percent(Math.abs(factor - 1), 0)}`;
  const blocks = new Map([...method.potential.map((b) => [b.id, text(b.name)] as const), ...method.dynamics.map((b) => [`dynamics.${b.id}`, `${text(b.name)} (${w.dynamics})`] as const)]);
  return (change) => {
    if (change.kind === 'weight') return w.weight(blocks.get(change.key) ?? indicator(change.key), change.value === 0 ? w.leftOut : number(change.value, 1));
    if (change.kind === 'value') return w.value(text(own.areas.find((a) => a.code === change.region)?.short ?? null), indicator(change.series), percent(change.factor));
    if (change.of === 'scale') return `${w.scale}: ${w.scales[change.value as 'z-score']}`;
    if (change.of === 'mean') return `${w.mean}: ${w.means[change.value as 'geometric']}`;
    if (change.of === 'cut') return `${w.cut}: ${w.cuts[change.value as 'median']}`;
    if (change.of === 'base') return `${w.base}: ${change.value}`;
    return `${w.leading} / ${w.low}: ${change.value} σ`;
  };
}
