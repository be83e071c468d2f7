/** Scores of one stage, and places of pairs, gathered run by run without an allocation for each run. */
import { mean, sampleSd } from '../../composite';
import { intervalOf, placeIntervalOf, type Interval } from './summary';

export interface StageConfidence {
  /** Scores on the nominal scale, run by run: runs × regions; NaN where a run gives no score. */
  readonly scores: Float64Array;
  readonly score: Interval;
  readonly rank: Interval;
}

export interface StageTally {
  /** Scores of the run counted last, on the scale of the run; NaN for regions without a nominal score. */
  readonly values: Float64Array;
  count(run: number): void;
  result(): StageConfidence;
}

/**
 * Scores are moved to the mean and standard deviation of the nominal ones; to their mean alone where a run has no
 * spread. Places share the smallest.
 * @param scoresOf scores of the run in hand, by region
 */
export function stageTally(nominal: Float64Array, runs: number, scoresOf: () => Float64Array): StageTally {
  const regions = nominal.length;
  const [centre, spread] = [mean(nominal), sampleSd(nominal)];
  const values = new Float64Array(regions);
  const scores = new Float64Array(runs * regions);
  /** Runs at each place: regions × places. */
  const places = new Int32Array(regions * regions);
  return {
    values,
    count(run) {
      const given = scoresOf();
      for (let u = 0; u < regions; u++) values[u] = Number.isNaN(nominal[u] ?? NaN) ? NaN : (given[u] ?? NaN);
      const own = mean(values);
      const ratio = spread / sampleSd(values);
      const scale = Number.isFinite(ratio) ? ratio : 1;
      for (let u = 0; u < regions; u++) {
        const v = values[u] ?? NaN;
        scores[run * regions + u] = centre + (v - own) * scale;
        if (Number.isNaN(v)) continue;
        let place = 0;
        for (let o = 0; o < regions; o++) if ((values[o] ?? NaN) > v) place++;
        places[u * regions + place] = (places[u * regions + place] ?? 0) + 1;
      }
    },
    result: () => ({ scores, score: intervalOf(scores, regions), rank: placeIntervalOf(places, regions) })
  };
}

/** Share of runs in which i is above j, ties half, among the runs that score both. */
export function pairTally(regions: number) {
  /** Twice the points of i against j < i, and the runs in which both have a score. */
  const points = new Int32Array(regions * regions);
  const runs = new Int32Array(regions * regions);
  return {
    count(values: Float64Array): void {
      for (let i = 0; i < regions; i++) {
        const v = values[i] ?? NaN;
        for (let j = 0; j < i; j++) {
          const d = v - (values[j] ?? NaN);
          if (Number.isNaN(d)) continue;
          const at = i * regions + j;
          points[at] = (points[at] ?? 0) + (d > 0 ? 2 : d === 0 ? 1 : 0);
          runs[at] = (runs[at] ?? 0) + 1;
        }
      }
    },
    /** regions × regions; NaN on the diagonal and for pairs that never meet. */
    result(): Float64Array {
      const odds = new Float64Array(regions * regions).fill(NaN);
      for (let i = 0; i < regions; i++) {
        for (let j = 0; j < i; j++) {
          const n = runs[i * regions + j] ?? 0;
          if (n === 0) continue;
          const share = (points[i * regions + j] ?? 0) / (2 * n);
          odds[i * regions + j] = share;
          odds[j * regions + i] = 1 - share;
        }
      }
      return odds;
    }
  };
}
