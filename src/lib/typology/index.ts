/** From scores to classes: tiers of potential and the groups of the potential–dynamics matrix. */
export { tiers, type Tiers } from './tiers';
export { matrix, type Matrix } from './matrix';
export { confidence, confidenceOfYears, GROUPS, TIERS, type Confidence, type ConfidenceOptions } from './confidence/confidence';
export type { StageConfidence } from './confidence/tally';
export { robustnessDesign } from './confidence/design';
export { stageModels, stageModelsOfYears, type StageModels } from './confidence/models';
export type { ClassShares, Interval } from './confidence/summary';
