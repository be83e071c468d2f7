/* Loaded before every test file: the number of cases per property, and a count of those that were really tried. */
import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { RUNS } from './runs';

const tally = process.env['PROPERTY_TALLY'];

fc.configureGlobal({
  numRuns: RUNS,
  reporter(out) {
    if (tally) appendFileSync(tally, `${out.numRuns}\n`);
    if (out.failed) throw new Error(fc.defaultReportMessage(out), { cause: out.errorInstance });
  }
});
