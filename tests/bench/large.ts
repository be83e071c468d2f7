/**
 * `engine.ua3200x50_s` and `_mb`: 3,200 units × 50 indicators × 1,000 runs on two worker threads, from nothing to the
 * merged set, and the greatest memory the process (threads included) has held. Alone in its process for that reason.
 */
import { inputOf } from '../../src/lib/composite';
import { nodeHands } from '../../src/cli/nodeHands';
import { openPool } from '../../src/lib/workers';
import { DESIGN, model } from './table';

const RUNS = 1000;
const large = model({ units: 3200, indicators: 50, pillars: 8 });
const start = performance.now();
const pool = await openPool(nodeHands(2), [inputOf(large)], DESIGN);
const runs = await pool.runs(0, RUNS);
const seconds = (performance.now() - start) / 1000;
pool.close();
if (runs.scores[0]?.length !== RUNS * large.units.length || runs.scores[0].some(Number.isNaN)) throw new Error('runs without scores');
console.log(JSON.stringify({ 'engine.ua3200x50_s': seconds, 'engine.ua3200x50_mb': process.resourceUsage().maxRSS / 1024 }));
