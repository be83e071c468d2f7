/** Long computations beside the page: the same functions as anywhere, in workers that report and can be called off. */
export { browserHands } from './browserHands';
export { confidenceHand, type ConfidenceHand } from './confidenceHand';
export { ConfidenceRuns, type ConfidenceEvents } from './confidenceRuns';
export { runHand, type PlanOptions, type RunHand } from './runHand';
export { openPool, type Hand, type PoolOptions, type RunPool } from './runPool';
