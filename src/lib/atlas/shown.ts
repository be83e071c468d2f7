/** Pack and view in, everything on the screen out. Derived anew at every change; nothing of it is stored. */
import { regionsOf, scoredYears } from '../composite';
import type { Area, Pack } from '../pack';
import { chainScene, type ChainScene } from './chainScene';
import { choropleth, type Choropleth } from './choropleth';
import { profile, type RegionProfile } from './profile';
import { scores, type YearScores } from './scores';
import { yearsOf, type View } from './view';

export interface Shown {
  readonly pack: Pack;
  readonly view: View;
  /** In the order of every column by region. */
  readonly regions: readonly Area[];
  readonly choropleth: Choropleth;
  readonly scores: YearScores;
  readonly scene: ChainScene;
  readonly profiles: readonly RegionProfile[];
  /** Years of the time bar, and those that can be shown in this mode. */
  readonly years: readonly number[];
  readonly yearsWithData: readonly number[];
  /** First and last year of the pooled goalposts. */
  readonly pooledYears: readonly [number, number];
}

export function show(pack: Pack, view: View): Shown {
  const pooled = scoredYears(pack, 'potential');
  return {
    pack,
    view,
    regions: regionsOf(pack),
    // The matrix and the chains rank by the index, whatever measure waits in the mode Potential.
    choropleth: choropleth(pack, view.mode === 'potential' ? view : { ...view, measure: 'index' }),
    scores: scores(pack, view.year, view.goalposts),
    scene: chainScene(pack, view),
    profiles: view.regions.flatMap((code) => profile(pack, code, scoreYearOf(pack, view), view.goalposts) ?? []),
    years: pack.observations.years,
    yearsWithData: yearsOf(pack, view),
    pooledYears: [pooled[0] ?? view.year, pooled.at(-1) ?? view.year]
  };
}

/** A profile needs a year with scores; an indicator may be shown in a year that has none. */
function scoreYearOf(pack: Pack, view: View): number {
  return scoredYears(pack, 'potential').includes(view.year) ? view.year : pack.method.targetYear;
}
