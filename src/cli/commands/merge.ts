import { existsSync, readFileSync, statSync } from 'node:fs';
import { formatRunSet, mergeRunSets, readRunSet, type RunSet } from '../../lib/composite';
import { DONE, FAULTS, oneOf, parseArgs, UsageError, type Command } from '../command';
import { deliver, FORMATS } from '../grid';
import { atTime, report, RUN_STAGES } from '../runs';

export const merge: Command = {
  help: `Puts together what robustness wrote with --out, in any order. The result is the same to the last bit as that of
one machine. Parts that leave a gap, overlap, or come from another design or other data are refused, and said.

--out     write all runs to one file, instead of a summary.
--stage, --format  as in robustness.
--model   number of the model, from 0; in a pack 0 is potential and 1 is dynamics. Default 0.
--time    which time of a panel the summary is of.

  npm run --silent atlas -- merge part-*.json --format csv`,
  run(args) {
    const { positional, option } = parseArgs(args, ['out', 'stage', 'format', 'model', 'time']);
    const stage = oneOf('stage', option.get('stage') ?? 'units', RUN_STAGES);
    const format = oneOf('format', option.get('format') ?? 'table', FORMATS);
    const out = option.get('out');
    if (positional.length === 0) throw new UsageError('which parts? name the files that robustness wrote with --out');
    if (out !== undefined && (option.has('stage') || option.has('format'))) throw new UsageError('--out writes the runs; --stage and --format go with a summary');
    const parts = positional.map(read);
    if (parts.some((part) => part === null)) return FAULTS;
    try {
      const all = mergeRunSets(parts as RunSet[]);
      const model = Number(option.get('model') ?? 0);
      if (!all.scores[model]) throw new UsageError(`--model ${option.get('model') ?? ''}: a number from 0 to ${all.scores.length - 1}`);
      const time = option.has('time') ? Number(option.get('time')) : null;
      if (out === undefined) report(atTime(all, time), model, stage, format, undefined);
      else {
        deliver(formatRunSet(all), out);
        console.error(`runs ${all.from}..${all.to} written to ${out}`);
      }
      return DONE;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      console.error(error.message);
      return FAULTS;
    }
  }
};

function read(path: string): RunSet | null {
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`there is no file ${path}`);
  const { runs, faults } = readRunSet(readFileSync(path, 'utf8'));
  if (faults.length > 0) console.error(`${path}\n${faults.map((fault) => `  error: ${fault}`).join('\n')}`);
  return runs;
}
