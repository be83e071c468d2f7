/** Value chains: which sites and links exist, how they add up to flows, and what each region does in them. */
export { isPast, joinedLinks, selectLinks, selectSites, type ChainFilter, type JoinedLink } from './select';
export { certaintyOf, cityFlows, cityKey, edgeFlows, regionFlows, type Certainty, type EdgeFlow, type Flow, type FlowNode } from './flows';
export { participation, type Participation } from './participation';
export { clusterOverview, type ClusterOverview } from './overview';
// Graphs: what follows from the structure of the known links.
export { digraph, eachOut, type Digraph, type Edge } from './graph/digraph';
export { reach } from './graph/reach';
export { components, cycles, type Components } from './graph/components';
export { heaviestPath, type HeaviestPath } from './graph/heaviestPath';
export { stopped } from './graph/failure';
export { chainGraph, currentLinks, linkStages, productClass, proposedLinks, rolesIn, stageOrder, stagesInOrder, type ChainGraph, type LinkStages } from './chainGraph';
export { failure, singlePoints, stageCover, type Cover, type Failure, type StageCover } from './weakPoints';
export { extent, type Extent, type Way } from './extent';
// Flows chosen and summed.
export { commodityOf, filterFlows, type FlowFilter, type RegionSide } from './flowFilter';
export { balance, type BalanceBand, type ClusterBalance } from './balance';
export { chainCounts, reachOf, type ChainCounts, type Reach } from './counts';
// The functional model of a cluster.
export { decompose, functionalModel, oneSidedRegions, type ChainFunction, type FlowEnd, type FunctionalModel, type FunctionFlow, type Mechanisms, type OneSided, type SiteFunction, type SiteInRole } from './functions';
// Modelled cooperation intensity.
export { stageMasses, type Complementarity, type StageMass } from './intensity/masses';
export { complementarity, decayAt, intensity, intensityAgreement, intensitySensitivity, type Intensity, type IntensitySensitivity } from './intensity/intensity';
// Partner matching.
export { functionKey, functionOf, functionSpace, functionsOf, type FunctionId, type FunctionSpace, type Grain as FunctionGrain } from './partners/functionSpace';
export { locationQuotient, settingOf, type Setting } from './partners/setting';
export { partnerSpace, suppliersOf, type PartnerSpace } from './partners/criteria';
export { reasonsOf, type Reason } from './partners/reasons';
export { partnerSheet, readSheet, type PartnerSheet } from './partners/sheet';
export { kindsFed, match, stagesFed, type Demand, type Matching, type MatchOptions, type Proposal, type ProposalKind } from './partners/match';
export { topShares, weightDraws, type CriterionWeights } from './partners/scoring';
export { backTest, HIT_LIMITS, withoutLink, type BackTest, type BackTestCase, type HitRates } from './partners/backtest';
