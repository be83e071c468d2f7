/**
 * How far scores, tiers and groups depend on choices of the method (OECD/JRC Handbook 2008, step 7): both
 * stages are run many times at the same points of the design, each run is classed by its own limits, and
 * the results are counted. This says how robust a result is to choices, not how exact the figures are.
 *
 * Methods of normalising and aggregating have scales of their own, so the scores of a run are moved to the
 * mean and the standard deviation of the nominal scores; ranks, tiers and groups do not change by that.
 */
import { drawPoint, evaluator, scoreYear } from '../../composite';
import type { Cut, Goalposts, GroupId, Method, Pack, TierId } from '../../pack';
import { cutsOf, matrix, quadrant } from '../matrix';
import { tierAt, tierLimits, tiers } from '../tiers';
import { robustnessDesign } from './design';
import { stageModelsOfYears } from './models';
import { shares, type ClassShares } from './summary';
import { pairTally, stageTally, type StageConfidence, type StageTally } from './tally';

export const TIERS: readonly TierId[] = ['leading', 'average', 'low'];
export const GROUPS: readonly GroupId[] = ['leaders', 'catch-up', 'stable', 'problem'];

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
export function confidence(pack: Pack, method: Method, year: number, goalposts: Goalposts, runs?: number, options?: ConfidenceOptions): Confidence | null {
  return confidenceOfYears(pack, method, [year], goalposts, runs, options)[0] ?? null;
}

/** The same for several years; on pooled goalposts they share every run. Empty when the method does not say what varies. */
export function confidenceOfYears(pack: Pack, method: Method, years: readonly number[], goalposts: Goalposts, runs = method.robustness?.runs ?? 0, { onProgress }: ConfidenceOptions = {}): readonly Confidence[] {
  const design = robustnessDesign(method);
  if (!design) return [];
  const passes = goalposts === 'pooled' ? [years] : years.map((year) => [year]);
  const limits = method.robustness?.factors.find((f) => f.kind === 'tierLimits')?.id;
  const cuts = method.robustness?.factors.find((f) => f.kind === 'cut')?.id;
  const point = new Float64Array(design.factors.length);
  const results = passes.flatMap((pass, p) => {
    const { models, from, regions } = stageModelsOfYears(pack, method, pass, goalposts);
    const engine = evaluator(models, design);
    const rows = models.map((model) => new Float64Array(model.units.length));
    const tallies = pass.map((year, y) => tally(pack, method, year, goalposts, runs, (stage) => (rows[stage] as Float64Array).subarray(from[y], (from[y] ?? 0) + regions)));
    for (let r = 0; r < runs; r++) {
      drawPoint(design, r, point);
      engine.run(point, rows);
      const shift = limits === undefined ? 0 : Number(engine.factorValue(point, limits));
      const cut = cuts === undefined ? method.matrix.cut : (engine.factorValue(point, cuts) as Cut);
      for (const { count } of tallies) count(r, shift, cut);
      if ((r + 1) % 100 === 0 || r + 1 === runs) onProgress?.(p * runs + r + 1, passes.length * runs);
    }
    return tallies.map(({ result }) => result());
  });
  return results;
}

/** Classes the scores of one year, run by run, and sums them up. @param scoresOf the run's scores of a stage, by region */
function tally(pack: Pack, method: Method, year: number, goalposts: Goalposts, runs: number, scoresOf: (stage: 0 | 1) => Float64Array) {
  const nominal = [scoreYear(pack, 'potential', year, goalposts, method).index, scoreYear(pack, 'dynamics', year, goalposts, method).index] as const;
  const regions = nominal[0].length;
  const stages = nominal.map((own, stage) => stageTally(own, runs, () => scoresOf(stage as 0 | 1)));
  const [potential, dynamics] = stages as [StageTally, StageTally];
  const odds = pairTally(regions);
  const [tierOf, groupOf] = [new Int8Array(runs * regions), new Int8Array(runs * regions)];
  const { leadingAboveSd, lowBelowSd } = method.tiers;
  return {
    count(r: number, shift: number, cut: Cut): void {
      potential.count(r);
      dynamics.count(r);
      odds.count(potential.values);
      const { leadingAbove, lowBelow } = tierLimits(potential.values, { leadingAboveSd: leadingAboveSd + shift, lowBelowSd: lowBelowSd + shift });
      const [potentialCut, dynamicsCut] = cutsOf(potential.values, dynamics.values, cut);
      for (let u = 0; u < regions; u++) {
        const [p, d] = [potential.values[u] ?? NaN, dynamics.values[u] ?? NaN];
        tierOf[r * regions + u] = TIERS.indexOf(tierAt(p, leadingAbove, lowBelow) as TierId);
        groupOf[r * regions + u] = GROUPS.indexOf(quadrant(p - potentialCut, d - dynamicsCut) as GroupId);
      }
    },
    result: (): Confidence => ({
      year,
      goalposts,
      runs,
      regions,
      potential: potential.result(),
      dynamics: dynamics.result(),
      tier: shares(TIERS, tierOf, tiers(nominal[0], method.tiers).tier),
      group: shares(GROUPS, groupOf, matrix(nominal[0], nominal[1], method.matrix.cut).group),
      outranks: odds.result()
    })
  };
}
