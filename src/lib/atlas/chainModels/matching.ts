/** Models on the chains, joined to scores and distances: intensity, partner matching and its test on hidden links. */
import { backTest, intensity, intensitySensitivity, match, partnerSpace, settingOf, type BackTest, type CriterionWeights, type FunctionGrain, type Intensity, type IntensitySensitivity, type Matching, type PartnerSpace } from '../../chains';
import { regionsOf } from '../../composite';
import { distanceMatrix } from '../../geo';
import type { Pack } from '../../pack';
import { scores } from '../scores';

/** Great-circle distances between the capitals of the regions, km, by row and column in the order of the pack. */
export function regionDistances(pack: Pack): Float64Array {
  return once(distances, pack, () => distanceMatrix(regionsOf(pack).map((r) => r.capitalAt)));
}

/** Null where the pack has no parameters for it. */
export function modelledIntensity(pack: Pack, cluster: string): Intensity | null {
  const { intensity: method } = pack.method;
  return method && intensity(pack, cluster, regionDistances(pack), method);
}

export function intensitySurvival(pack: Pack, cluster: string): IntensitySensitivity | null {
  const { intensity: method } = pack.method;
  return method && intensitySensitivity(pack, cluster, regionDistances(pack), method);
}

/** Regions whose potential in the target year is at or above the cut of the matrix: those whose chains others may join. */
export function leadingRegions(pack: Pack): readonly string[] {
  const { matrix } = targetScores(pack);
  return regionsOf(pack).flatMap((region, u) => (matrix.group[u] === 'leaders' || matrix.group[u] === 'stable' ? [region.code] : []));
}

/** Regions below it. */
export function laggingRegions(pack: Pack): readonly string[] {
  const { matrix } = targetScores(pack);
  return regionsOf(pack).flatMap((region, u) => (matrix.group[u] === 'catch-up' || matrix.group[u] === 'problem' ? [region.code] : []));
}

/** The regions with the highest index of the target year, best first. */
export function topRegions(pack: Pack, k: number): readonly string[] {
  const { potential } = targetScores(pack);
  return regionsOf(pack)
    .map((region, u) => ({ code: region.code, rank: potential.rank[u] ?? NaN }))
    .filter(({ rank }) => rank <= k)
    .sort((a, b) => a.rank - b.rank)
    .map(({ code }) => code);
}

export interface MatchChoice {
  readonly leaders?: readonly string[];
  readonly weights?: CriterionWeights;
  readonly grain?: FunctionGrain;
}

/** Partner matching for the whole pack; null where it has no parameters for it. Functions by class of product unless told otherwise. */
export function matching(pack: Pack, { leaders = leadingRegions(pack), weights, grain = 'product' }: MatchChoice = {}): Matching | null {
  const space = functionsOfRegions(pack, grain);
  return space && match(space, { leaders, ...(weights ? { weights } : {}) });
}

/** How well matching finds documented links that were hidden from it, with the weights of the method. */
export function matchingTest(pack: Pack, grain: FunctionGrain = 'product'): BackTest | null {
  const { partners } = pack.method;
  return partners && once(tests[grain], pack, () => backTest(settingOf(pack, regionDistances(pack), partners), grain));
}

function functionsOfRegions(pack: Pack, grain: FunctionGrain): PartnerSpace | null {
  const { partners } = pack.method;
  return partners && once(spaces[grain], pack, () => partnerSpace(settingOf(pack, regionDistances(pack), partners), grain));
}

const targetScores = (pack: Pack) => scores(pack, pack.method.targetYear, pack.method.normalisation.goalposts);

const distances = new WeakMap<Pack, Float64Array>();
const spaces: Readonly<Record<FunctionGrain, WeakMap<Pack, PartnerSpace>>> = { stage: new WeakMap(), product: new WeakMap() };
const tests: Readonly<Record<FunctionGrain, WeakMap<Pack, BackTest>>> = { stage: new WeakMap(), product: new WeakMap() };

function once<T>(known: WeakMap<Pack, T>, pack: Pack, make: () => T): T {
  const found = known.get(pack) ?? make();
  known.set(pack, found);
  return found;
}
