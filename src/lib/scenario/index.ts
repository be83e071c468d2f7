/** The integration scenario: one budget, three policies, compared on open assumptions. A model, not a forecast. Columns in, outcomes out; knows no map and no page. */
export { startFaults, type FundedProposal, type ScenarioStart } from './start';
export { defaultValues, MEASURES, POLICIES, scenarioModel, type Allocation, type Outcome, type Policy, type ScenarioMeasure, type ScenarioModel, type ScenarioValues } from './model';
export { scenario, scenarioRuns, type ParameterRanges, type Range, type ScenarioResult, type ScenarioRuns } from './runs';
export { breakEvens, CLAIMS, claimShares, CONCLUSION, holding, margin, type BreakEven, type Claim, type ClaimShares } from './conditions';
