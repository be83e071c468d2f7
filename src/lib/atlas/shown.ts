/** Pack and view in, everything on the screen out. Derived anew at every change; nothing of it is stored. */
import { regionsOf, scoredYears } from '../composite';
import type { Area, Pack } from '../pack';
import { chainScene, type ChainScene } from './chainScene';
import type { Confidence } from '../typology';
import { choropleth, type Choropleth } from './choropleth';
import { shownHolds } from './confidence';
import { applyChanges } from './lab/apply';
import { profile, type RegionProfile } from './profile';
import { scores, type YearScores } from './scores';
import { yearsOf, type View } from './view';

export interface Shown {
  /** The pack that is shown: as published, or as a scenario changes it. */
  readonly pack: Pack;
  /** The pack as published: what evidence is quoted from. */
  readonly own: Pack;
  /** Scores of the method as published, beside those of a scenario; null without one. */
  readonly before: YearScores | null;
  readonly view: View;
  /** In the order of every column by region. */
  readonly regions: readonly Area[];
  readonly choropleth: Choropleth;
  readonly scores: YearScores;
  readonly scene: ChainScene;
  readonly profiles: readonly RegionProfile[];
  /** Year of scores, tiers and groups: that of the view, or the target year where the view's has none. */
  readonly scoredYear: number;
  /** Robustness of the scores of that year; null while it is not known. */
  readonly confidence: Confidence | null;
  /** By region: share of runs in which the class on the map holds; null where nothing on it has been tested or it is not asked for. */
  readonly holds: Float64Array | null;
  /** Years of the time bar, and those that can be shown in this mode. */
  readonly years: readonly number[];
  readonly yearsWithData: readonly number[];
  /** First and last year of the pooled goalposts. */
  readonly pooledYears: readonly [number, number];
}

export function show(own: Pack, view: View): Shown {
  const pack = applyChanges(own, view.changes);
  const pooled = scoredYears(pack, 'potential');
  const scoredYear = pooled.includes(view.year) ? view.year : pack.method.targetYear;
  // The matrix and the chains rank by the index, whatever measure waits in the mode Potential.
  const coloured = choropleth(pack, view.mode === 'potential' ? view : { ...view, measure: 'index' });
  return {
    pack,
    own,
    before: pack === own ? null : scores(own, view.year, view.goalposts),
    view,
    regions: regionsOf(pack),
    choropleth: coloured,
    scores: scores(pack, view.year, view.goalposts),
    scene: chainScene(pack, view),
    profiles: view.regions.flatMap((code) => profile(pack, code, scoredYear, view.goalposts) ?? []),
    scoredYear,
    confidence: null,
    holds: null,
    years: pack.observations.years,
    yearsWithData: yearsOf(pack, view),
    pooledYears: [pooled[0] ?? view.year, pooled.at(-1) ?? view.year]
  };
}

/** What is shown, with confidence that has been computed meanwhile; one of another year or of other goalposts is not used. */
export function withConfidence(shown: Shown, known: Confidence | null): Shown {
  const { view, scoredYear, choropleth: coloured } = shown;
  if (known?.year !== scoredYear || known.goalposts !== view.goalposts) return shown;
  return { ...shown, confidence: known, holds: view.confidence ? shownHolds(known, view.mode, coloured) : null };
}
