/** Long computations beside the page: the same functions as anywhere, in workers that report and can be called off. */
export { browserHands } from './browserHands';
export { runHand, type PlanOptions, type RunHand } from './runHand';
export { openPool, type Hand, type PoolOptions, type RunPool } from './runPool';
