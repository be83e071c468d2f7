/** The composite-index engine: columns in, scores and ranks out. Knows the pack, nothing of maps or pages. */
export { composite, type BlockResult, type Composite, type CompositeOptions, type IndicatorResult, type LogEntry, type StructureBlock } from './composite';
export { minMax, type Goalpost } from './normalise';
export { weightedMean, type Aggregate } from './aggregate';
export { order, rank } from './rank';
export { extent, mean, median, sampleSd } from './summary';
export { regionsOf, yearColumn, type YearColumn } from './inputs';
export { inputsOf, pooledGoalposts, scoredYears, scoreYear, type ScoredYear, type Stage } from './years';
// The engine by steps, for indexes of any depth.
export { columnOf, mapColumns, tableOf, takeRows, type Marks, type Note, type StepResult, type Table } from './table';
export { indicatorsUnder, nodesAt, structureOf, type Node, type Structure, type StructureFault, type StructureReading } from './structure';
export { readMeta, type MetaReading, type MetaRecord } from './iMeta';
export { denominate, type Denomination } from './denominate';
export { screen, type Screening, type ScreenOptions } from './screen';
export { impute, type Imputation, type ImputeOptions } from './impute';
export { imputePanel, type PanelOptions, type PanelRows } from './imputePanel';
export { imputeRows, type RowOptions } from './imputeRows';
export { imputeEm, type EmImputation, type EmOptions } from './imputeEm';
export { moments, type Moments } from './moments';
export { outlierTest, winsorise, type OutlierLimits, type OutlierTest, type Winsorised, type WinsoriseOptions } from './winsorise';
export { transform, type Transformation, type Transformed } from './transform';
export { treat, type ColumnTreatment, type Treatment, type TreatmentDetail, type TreatmentStep, type TreatOptions } from './treat';
export { normaliseColumn, normaliseTable, type Normalisation } from './normalise/table';
export { ascendingRank, borda, percentileRank, type Ties } from './normalise/ranks';
export { between, distanceTo, fractionOfMax, toRange, toZScore } from './normalise/scales';
export { correlationMatrix, pearson, spearman } from './weigh/correlation';
export { criticWeights, deviationWeights, entropyWeights, equalWeights, givenWeights, merecWeights, type CriticOptions } from './weigh/objective';
export { factorWeights, type FactorOptions, type FactorWeights } from './weigh/factors';
export { varimax } from './weigh/varimax';
export { balancedWeights, type BalancedWeights, type BalanceOptions } from './weigh/balanced';
export { ahpWeights, budgetWeights, type Ahp } from './weigh/judgement';
export { effectiveWeights, ownWeights, weighTree, type TreeWeights } from './weigh/tree';
export type { Weights } from './weigh/result';
export { aggregateColumns, aggregateSets, aggregateTree, type AggregateTreeOptions, type Aggregation, type TreeScores } from './aggregateTree';
export { copeland, outrankingMatrix, preference, promethee, type Preference } from './aggregate/outranking';
export { topsis, type TopsisScale } from './aggregate/topsis';
export { doubt, type DoubtAggregation } from './aggregate/doubt';
export type { Scores } from './aggregate/means';
export { cholesky, choleskySolve, symmetricEigen, type Eigen } from './linear';
export { benefitOfDoubt, type Doubt, type DoubtOptions } from './weigh/doubt';
export { maximise, type Solution } from './simplex';
// Analysis of data and results.
export * from './analyse';
// Uncertainty: many runs of an index whose choices vary.
export { designFaults, factorValue, levelsOf, optionAt, optionsOf, type Design, type Factor, type ImputationChoice, type Nominal, type TreatmentChoice } from './uncertainty/design';
export { defaultDesign } from './uncertainty/defaultDesign';
export { compileModel, inputOf, type BaseChoices, type Model, type ModelInput } from './uncertainty/model';
export { evaluator, nominalScores, type Evaluator, type EvaluatorOptions } from './uncertainty/evaluator';
export { drawPoint } from './uncertainty/draw';
export { philox } from './uncertainty/philox';
export { weightRule } from './uncertainty/weights';
export { Cancelled, checkRange, evaluateRuns, mergeRunSets, runRange, type RunOptions, type RunSet } from './uncertainty/runs';
export { QUANTILES, quantile, rankShift, summariseRuns, type RunSummary, type SummaryOptions } from './uncertainty/summary';
export { kendallTau } from './uncertainty/kendall';
export { readDesign, type DesignReading } from './uncertainty/readDesign';
export { formatRunSet, readRunSet, RUN_FORMAT, type RunSetReading } from './uncertainty/runFile';
// Sensitivity: which of the choices matters.
export type { Indices, Intervals, Outcomes, Watch } from './sensitivity/indices';
export { combinationPoint, combinations, exactFrom, exactIndices } from './sensitivity/exact';
export { collect } from './sensitivity/collect';
export { sobolFrom, sobolIndices, sobolPoint, sobolRows, type SobolOptions } from './sensitivity/sobol';
export { rankingOutcomes, sensitivity, sensitivityPlan, type RankingOutcomes, type SensitivityOptions, type SensitivityPlan } from './sensitivity/ranking';
// A whole method at once.
export { defaultMethod, STEPS, type ImputeMethod, type Method, type PrepStep, type Scope, type WeighScheme } from './pipeline/method';
export { runPipeline, type PipelineInput, type PipelineResult, type PipelineStage, type StageName } from './pipeline/run';
export { pipelineModel, type PipelineModel } from './pipeline/model';
export { setsOf, type Rows } from './pipeline/rows';
export { takeStep, type Prepared, type TreatmentOfTime } from './pipeline/prepare';
