/**
 * Polarisation and space: how unevenly an amount is spread over regions, whether they draw nearer, and whether likes
 * lie together on the map. Columns in, numbers out; NaN = missing. Knows no pack and no map.
 */
export { lorenz, type Lorenz } from './lorenz';
export { gini, giniCorrected } from './gini';
export { theil, theilParts, type Theil, type TheilParts } from './theil';
export { atkinson } from './atkinson';
export { herfindahl, topShare, type Herfindahl, type TopShare } from './concentration';
export { coefficientOfVariation, sdOfLogs, williamson } from './spread';
export { betaConvergence, type BetaConvergence } from './convergence';
export { line, type Line } from './regression';
export { criticalT, fit, halfBand, type Fit } from './fit';
export { distanceWeights, leastCutoff, pairsForLone, row, rowStandardised, weightsOf, type Distance, type Pair, type SpatialWeights } from './weights';
export { moran, type Moran, type ReferenceOptions } from './moran';
export { localMoran, type LocalMoran, type Quadrant } from './localMoran';
export { adjustForFalseDiscoveries } from './fdr';
export type { Random, Reference } from './permutation';
