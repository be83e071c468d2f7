import { formatRunSet, inputOf, runRange, type RunSet } from '../../lib/composite';
import { DONE, FAULTS, oneOf, parseArgs, UsageError, type Command } from '../command';
import { deliver, FORMATS } from '../grid';
import { atTime, progress, rangeOf, report, RUN_STAGES } from '../runs';
import { loadSubject, SUBJECT_OPTIONS, type Subject } from '../subject';

export const robustness: Command = {
  help: `Runs an index again and again with other choices: weights, normalisation, aggregation, treatment, imputation,
an indicator left out. What varies stands in part "uncertainty" of the method file, for a pack in "robustness" of
its method.json; without it: weights ±25 %, min–max or percentile ranks, arithmetic or geometric means, at most one
indicator left out. Run r is the same whoever computes it, so runs can be split over machines and merged.

Takes what composite takes (a folder or --data, --meta, --method), or a pack with --year, --goalposts and
--model potential|dynamics.

--runs    a..b for runs a to b − 1, or a number; default as the method says, else 1000.
--seed    another seed than the method's.
--threads worker threads to spread the runs over; default 1. The runs are the same.
--out     write the runs to a file for merge, instead of a summary.
--stage   units (quantiles of score and rank, default), ranks (frequency of each rank), outranks (how often the
          unit of the row is above that of the column), runs (Kendall's tau and mean rank shift of each run).
--time    which time of a panel the summary is of; default the last.
--format  table, json, csv.

  npm run --silent atlas -- robustness geodata/vfd --runs 0..500
  npm run --silent atlas -- robustness geodata/vfd --runs 0..250 --out part-0.json`,
  async run(args) {
    const { positional, option } = parseArgs(args, [...SUBJECT_OPTIONS, 'runs', 'threads', 'out', 'stage', 'format']);
    const stage = oneOf('stage', option.get('stage') ?? 'units', RUN_STAGES);
    const format = oneOf('format', option.get('format') ?? 'table', FORMATS);
    const out = option.get('out');
    if (out !== undefined && (option.has('stage') || option.has('format'))) throw new UsageError('--out writes the runs for merge; --stage and --format go with a summary');
    const threads = Number(option.get('threads') ?? 1);
    if (!(Number.isSafeInteger(threads) && threads >= 1 && threads <= 64)) throw new UsageError(`--threads ${option.get('threads') ?? ''}: a whole number from 1 to 64`);
    // A wrong range is said before any work is done.
    rangeOf(option.get('runs'), 1);
    try {
      const subject = await loadSubject(positional[0], option);
      if (!subject) return FAULTS;
      const runs = await run(subject, rangeOf(option.get('runs'), subject.runs), threads);
      if (out === undefined) report(atTime(runs, subject.time), subject.look, stage, format, undefined);
      else {
        deliver(formatRunSet(runs), out);
        console.error(`runs ${runs.from}..${runs.to} written to ${out}`);
      }
      return DONE;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      console.error(`the runs cannot be carried out: ${error.message}`);
      return FAULTS;
    }
  }
};

async function run({ models, design }: Subject, [from, to]: readonly [number, number], threads: number): Promise<RunSet> {
  const onProgress = progress('run');
  const watch = onProgress ? { onProgress } : {};
  if (threads === 1) return runRange(models, design, from, to, watch);
  const { nodeHands } = await import('../nodeHands');
  const { openPool } = await import('../../lib/workers');
  const pool = await openPool(nodeHands(threads), models.map(inputOf), design);
  try {
    return await pool.runs(from, to, watch);
  } finally {
    pool.close();
  }
}
