/** The map as plain data, the same for WebGL and SVG: which token fills a region, what its label says. */
import type { I18n } from '../i18n';
import type { Position } from '../pack';
import { certainty, type Certainty } from './confidence';
import { printShort } from './labels';
import type { Shown } from './shown';

export interface RegionPicture {
  readonly code: string;
  /** Name of a colour token (`potential-3`, `group-leaders`, `map-region`). */
  readonly fill: string;
  /** True where there is nothing to colour by: hatched. */
  readonly missing: boolean;
  /** How firmly the class stands; null where it is not shown. */
  readonly certainty: Certainty | null;
  readonly at: Position | null;
  readonly name: string;
  /** Second line of the label; empty in modes without a number. */
  readonly value: string;
}

export interface Picture {
  readonly mode: Shown['view']['mode'];
  readonly regions: readonly RegionPicture[];
  readonly picked: readonly string[];
}

export function picture(shown: Shown, i18n: I18n): Picture {
  const { view, choropleth, scores } = shown;
  return {
    mode: view.mode,
    picked: view.regions,
    regions: shown.regions.map((region, u) => {
      const step = choropleth.stepOf[u] ?? -1;
      const group = scores.matrix.group[u] ?? null;
      const missing = view.mode === 'potential' ? step < 0 : view.mode === 'matrix' && group === null;
      const fill = missing || view.mode === 'chains' ? 'map-region' : view.mode === 'matrix' ? `group-${group}` : `potential-${step}`;
      const value = view.mode === 'potential' ? printShort(i18n, choropleth.measure, choropleth.values[u] ?? NaN) : '';
      return { code: region.code, fill, missing, certainty: missing || !shown.holds ? null : certainty(shown.holds[u] ?? NaN), at: region.labelAt, name: i18n.text(region.short), value };
    })
  };
}
