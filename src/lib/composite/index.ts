/** The composite-index engine: columns in, scores and ranks out. Knows the pack, nothing of maps or pages. */
export { composite, type BlockResult, type Composite, type CompositeOptions, type IndicatorResult, type LogEntry, type StructureBlock } from './composite';
export { minMax, type Goalpost } from './normalise';
export { weightedMean, type Aggregate } from './aggregate';
export { order, rank } from './rank';
export { extent, mean, median, sampleSd } from './summary';
export { regionsOf, yearColumn, type YearColumn } from './inputs';
export { pooledGoalposts, scoredYears, scoreYear, type ScoredYear, type Stage } from './years';
