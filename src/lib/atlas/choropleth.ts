/** The coloured map of one measure: values, classes and what the legend has to say. */
import { order } from '../composite';
import type { Pack } from '../pack';
import { classify, naturalClasses, scoreClasses, tierClasses, type Classes } from './classes';
import { measureSeries, measureValues, type MeasureValues } from './measures';
import { scores } from './scores';
import type { View } from './view';

export interface Choropleth extends MeasureValues {
  readonly classes: Classes;
  /** Class of each region; −1 = missing. */
  readonly classOf: Int8Array;
  /** Colour step 0–4 of each region; −1 = missing. */
  readonly stepOf: Int8Array;
  /** Unit numbers from greatest to least value, missing last. */
  readonly order: readonly number[];
  readonly missing: number;
}

export function choropleth(pack: Pack, view: Pick<View, 'measure' | 'year' | 'goalposts' | 'classes'>): Choropleth {
  const shown = measureValues(pack, view.measure, view.year, view.goalposts);
  const classes = classesOf(pack, view, shown);
  const classOf = classes.kind === 'tiers' ? tierOf(pack, view) : classify(shown.values, classes);
  return {
    ...shown,
    classes,
    classOf,
    stepOf: classOf.map((c) => (c < 0 ? -1 : (classes.steps[c] ?? 0))),
    order: order(shown.values),
    missing: shown.values.reduce((n, v) => n + Number(Number.isNaN(v)), 0)
  };
}

function classesOf(pack: Pack, view: Pick<View, 'measure' | 'year' | 'goalposts' | 'classes'>, shown: MeasureValues): Classes {
  if (shown.measure.kind === 'index' && view.classes === 'tiers') {
    const { lowBelow, leadingAbove } = scores(pack, view.year, view.goalposts).tiers;
    return tierClasses(lowBelow, leadingAbove);
  }
  if (shown.measure.kind !== 'indicator') return scoreClasses();
  if (view.goalposts === 'year') return naturalClasses(shown.values);
  return naturalClasses(Float64Array.from(measureSeries(pack, view.measure).flatMap((s) => [...s.values])));
}

/** Tiers have strict limits (typology), so their classes are taken from there and not from the limits. */
function tierOf(pack: Pack, view: Pick<View, 'year' | 'goalposts'>): Int8Array {
  const { tier } = scores(pack, view.year, view.goalposts).tiers;
  return Int8Array.from(tier, (t) => (t === null ? -1 : t === 'low' ? 0 : t === 'average' ? 1 : 2));
}
