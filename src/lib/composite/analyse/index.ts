/** Analysis of data and results (OECD/JRC Handbook 2008, steps 4 and 8): looks at tables, changes none. */
export { chiSquaredTail, gammaTail } from './distributions/gamma';
export { incompleteBeta, studentTails } from './distributions/beta';
export { normalQuantile, normalTail } from './distributions/normal';
export { correlate, correlations, type Correlation, type CorrelationKind } from './correlation';
export { correlationInterval } from './interval';
export { permutationTest, type PermutationOptions, type PermutationTest } from './permutation';
export { ancestorsOf, treeCorrelations, type TreeCorrelation, type TreeCorrelationOptions } from './treeCorrelations';
export { groupFlags, treeFlags, type FlagLimits, type GroupFlag, type GroupFlagOptions, type TreeFlag } from './correlationFlags';
export { correlationRatio, type CorrelationRatio, type RatioEstimator } from './correlationRatio';
export { smoothingSpline, type Smooth } from './smoothingSpline';
export { importance, type Effect, type Importance, type ImportanceOptions } from './importance';
