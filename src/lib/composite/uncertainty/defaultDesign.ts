/**
 * A design that suits most indexes, for when nothing is said: weights ±25 % at every level, min–max or percentile
 * ranks (both on 1–100, above nought for the geometric mean), arithmetic or geometric means, and at most one
 * indicator left out (choices of Saisana, Saltelli & Tarantola 2005).
 */
import type { Design } from './design';

export function defaultDesign(indicators: readonly string[], seed = 1): Design {
  return {
    seed,
    factors: [
      { id: 'weights', kind: 'weights', level: 'all', noise: 0.25 },
      { id: 'normalisation', kind: 'normalisation', options: [{ method: 'minMax', range: [1, 100] }, { method: 'percentileRank', range: [1, 100] }] },
      { id: 'aggregation', kind: 'aggregation', level: 'all', options: [{ aggregate: 'arithmetic' }, { aggregate: 'geometric' }] },
      { id: 'omit', kind: 'omit', nodes: [null, ...indicators] }
    ]
  };
}
