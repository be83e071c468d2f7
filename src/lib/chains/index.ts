/** Value chains: which sites and links exist, how they add up to flows, and what each region does in them. */
export { isPast, joinedLinks, selectLinks, selectSites, type ChainFilter, type JoinedLink } from './select';
export { certaintyOf, cityFlows, cityKey, regionFlows, type Certainty, type Flow, type FlowNode } from './flows';
export { participation, type Participation } from './participation';
export { clusterOverview, type ClusterOverview } from './overview';
