/** What stands over and under a picture of the view that is seen elsewhere: title, what exactly is drawn, whose it is. */
import type { I18n } from '../../i18n';
import type { Shown } from '../shown';

export interface Heading {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly licence: string;
}

/** @param scenario said of figures that a scenario has changed */
export function heading(shown: Shown, i18n: I18n, scenario: string): Heading {
  const { view, choropleth, own } = shown;
  const { measure } = choropleth;
  const { t, text } = i18n;
  const { method, meta, clusters } = shown.pack;
  const part = (title: string, ...details: string[]) => ({
    title,
    subtitle: [text(meta.district), ...details, ...(shown.pack === own ? [] : [scenario])].filter((s) => s !== '').join(' · '),
    source: text(meta.attribution),
    licence: `${text(meta.licence)} ${text(meta.mapCredit)}`
  });
  if (view.mode === 'chains') {
    const names = clusters.filter((c) => view.clusters.includes(c.id)).map((c) => text(c.name));
    return part(names.length > 0 ? `${t.chains.title}: ${names.join(', ')}` : t.chains.title, view.evidence.map((level) => t.chains[level]).join(', '), t.chains.subtitle);
  }
  if (view.mode === 'matrix') return part(t.matrix.title, (method.matrix.cut === 'mean' ? t.matrix.subtitle : t.matrix.subtitleMedian)(view.year, method.baseYear));
  if (measure.kind === 'indicator') return part(text(measure.name), `${text(measure.unit)}, ${view.year}`, measure.indicator?.derivation ? t.measure.derived : '');
  const indicators = method.potential.reduce((n, b) => n + b.indicators.length, 0);
  if (measure.kind === 'block') return part(`${t.measure.title}: ${text(measure.name)}`, `0–1, ${view.year}`, t.measure.blockOf(method.potential.find((b) => b.id === measure.id)?.indicators.length ?? 0));
  return part(t.measure.title, `${t.measure.index} 0–1, ${view.year}`, t.measure.indexOf(method.potential.length, indicators));
}
