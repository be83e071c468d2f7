/**
 * How far scores, tiers and groups depend on choices of the method (OECD/JRC Handbook 2008, step 7): both
 * stages are run many times at the same points of the design, each run is classed by its own limits, and
 * the results are counted. This says how robust a result is to choices, not how exact the figures are.
 *
 * Methods of normalising and aggregating have scales of their own, so the scores of a run are moved to the
 * mean and the standard deviation of the nominal scores; ranks, tiers and groups do not change by that.
 */
import { drawPoint, evaluator, mean, rank, sampleSd, scoreYear } from '../../composite';
import type { Cut, Goalposts, GroupId, Method, Pack, TierId } from '../../pack';
import { matrix } from '../matrix';
import { tiers } from '../tiers';
import { robustnessDesign } from './design';
import { stageModels } from './models';
import { intervalOf, outrankShares, shares, type ClassShares, type Interval } from './summary';

export const TIERS: readonly TierId[] = ['leading', 'average', 'low'];
export const GROUPS: readonly GroupId[] = ['leaders', 'catch-up', 'stable', 'problem'];

export interface StageConfidence {
  /** Scores on the nominal scale, run by run: runs × regions; NaN where a run gives no score. */
  readonly scores: Float64Array;
  readonly score: Interval;
  readonly rank: Interval;
}

export interface Confidence {
  readonly year: number;
  readonly goalposts: Goalposts;
  readonly runs: number;
  readonly regions: number;
  readonly potential: StageConfidence;
  readonly dynamics: StageConfidence;
  readonly tier: ClassShares<TierId>;
  readonly group: ClassShares<GroupId>;
  /** Share of runs in which the index of region i is above that of j, ties half: regions × regions. */
  readonly outranks: Float64Array;
}

export interface ConfidenceOptions {
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * @param method the pack's own or another one on the same indicators
 * @param runs number of runs; by default as many as the method asks for
 * @returns null when the method does not say what varies
 * @throws RangeError for a design that does not fit the method
 */
export function confidence(pack: Pack, method: Method, year: number, goalposts: Goalposts, runs = method.robustness?.runs ?? 0, { onProgress }: ConfidenceOptions = {}): Confidence | null {
  const design = robustnessDesign(method);
  if (!design) return null;
  const { models, from, regions } = stageModels(pack, method, year, goalposts);
  const engine = evaluator(models, design);
  const nominal = [stage(pack, method, 'potential', year, goalposts), stage(pack, method, 'dynamics', year, goalposts)] as const;
  const limits = method.robustness?.factors.find((f) => f.kind === 'tierLimits')?.id;
  const cuts = method.robustness?.factors.find((f) => f.kind === 'cut')?.id;

  const point = new Float64Array(design.factors.length);
  const rows = models.map((model) => new Float64Array(model.units.length));
  const scores = nominal.map(() => new Float64Array(runs * regions));
  const ranks = nominal.map(() => new Float64Array(runs * regions));
  const tierOf = new Int8Array(runs * regions);
  const groupOf = new Int8Array(runs * regions);
  for (let r = 0; r < runs; r++) {
    drawPoint(design, r, point);
    engine.run(point, rows);
    const index = nominal.map((own, m) => (rows[m] ?? new Float64Array(0)).subarray(from, from + regions).map((v, u) => (Number.isNaN(own[u] ?? NaN) ? NaN : v)));
    const [potential = new Float64Array(0), dynamics = new Float64Array(0)] = index;
    const shift = limits === undefined ? 0 : Number(engine.factorValue(point, limits));
    const cut = cuts === undefined ? method.matrix.cut : (engine.factorValue(point, cuts) as Cut);
    const classed = tiers(potential, { leadingAboveSd: method.tiers.leadingAboveSd + shift, lowBelowSd: method.tiers.lowBelowSd + shift }).tier;
    const grouped = matrix(potential, dynamics, cut).group;
    for (let u = 0; u < regions; u++) {
      tierOf[r * regions + u] = TIERS.indexOf(classed[u] as TierId);
      groupOf[r * regions + u] = GROUPS.indexOf(grouped[u] as GroupId);
    }
    index.forEach((values, m) => {
      scores[m]?.set(onScaleOf(nominal[m] ?? values, values), r * regions);
      ranks[m]?.set(rank(values), r * regions);
    });
    if ((r + 1) % 100 === 0 || r + 1 === runs) onProgress?.(r + 1, runs);
  }
  const part = (m: 0 | 1): StageConfidence => ({ scores: scores[m] as Float64Array, score: intervalOf(scores[m] as Float64Array, regions), rank: intervalOf(ranks[m] as Float64Array, regions) });
  return {
    year,
    goalposts,
    runs,
    regions,
    potential: part(0),
    dynamics: part(1),
    tier: shares(TIERS, tierOf, tiers(nominal[0], method.tiers).tier),
    group: shares(GROUPS, groupOf, matrix(nominal[0], nominal[1], method.matrix.cut).group),
    outranks: outrankShares(ranks[0] as Float64Array, regions)
  };
}

const stage = (pack: Pack, method: Method, which: 'potential' | 'dynamics', year: number, goalposts: Goalposts) => scoreYear(pack, which, year, goalposts, method).index;

/** Values moved to the mean and the standard deviation of others; to their mean alone where there is no spread. */
function onScaleOf(nominal: Float64Array, values: Float64Array): Float64Array {
  const [centre, own] = [mean(nominal), mean(values)];
  const ratio = sampleSd(nominal) / sampleSd(values);
  return values.map((v) => centre + (v - own) * (Number.isFinite(ratio) ? ratio : 1));
}
