/** From scores to classes: tiers of potential and the groups of the potential–dynamics matrix. */
export { tiers, type Tiers } from './tiers';
export { matrix, type Matrix } from './matrix';
