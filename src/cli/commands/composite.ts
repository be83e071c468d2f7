import { runPipeline, type PipelineResult } from '../../lib/composite';
import type { Index } from '../../lib/composite/read';
import { DONE, FAULTS, oneOf, parseArgs, UsageError, type Command } from '../command';
import { deliver, FORMATS, objects, print } from '../grid';
import { INDEX_OPTIONS, loadIndex } from '../indexFiles';
import { STAGES, stageGrid } from '../stages';

export const composite: Command = {
  help: `Takes COINr's own tables: iData.csv (uCode, uName, Time, groups, denominators, indicators) and iMeta.csv (iCode,
Type, Level, Parent, Direction, Weight, Target, Denominator). A folder holds them under these names, and perhaps a
method.json. Without iMeta.csv and without a structure in the method file every column of numbers is an indicator
of one index. Without a method file: denominators of iMeta, min–max 0–100, weights of iMeta, arithmetic means.

--stage   ${STAGES.slice(0, 8).join(', ')},
          ${STAGES.slice(8).join(', ')},
          or all (as json). Default results: rank and scores from the index down to level 2, best first.
--group   with --stage ranks: ranks within the groups of that column.
--format  table (rounded, for people), json (an array of objects), csv (as R and pandas read it). Default table.
--out     a file instead of standard output.

  npm run --silent atlas -- composite --data iData.csv --meta iMeta.csv --method method.json --stage normalised --format csv

Every field of the method file: docs/cli.md. Exit codes: 0 done, 1 faults in tables or method, 2 wrong usage.`,
  run(args) {
    const { positional, option } = parseArgs(args, [...INDEX_OPTIONS, 'stage', 'group', 'format', 'out']);
    const stage = oneOf('stage', option.get('stage') ?? 'results', [...STAGES, 'all']);
    const format = oneOf('format', option.get('format') ?? (stage === 'all' ? 'json' : 'table'), FORMATS);
    const group = option.get('group');
    if (stage === 'all' && format !== 'json') throw new UsageError('--stage all is one json object; choose --format json or one stage');
    if (group !== undefined && stage !== 'ranks') throw new UsageError('--group goes with --stage ranks');
    const index = loadIndex(positional[0], option);
    if (!index) return FAULTS;
    if (group !== undefined && !index.input.groups?.has(group)) throw new UsageError(`--group ${group}: the data have the groups ${[...(index.input.groups?.keys() ?? [])].join(', ') || 'none'}`);
    const result = run(index);
    if (!result) return FAULTS;
    if (stage === 'all') deliver(`${JSON.stringify(Object.fromEntries(STAGES.map((s) => [s, objects(stageGrid(s, index, result))])))}\n`, option.get('out'));
    else deliver(print(stageGrid(stage, index, result, group), format), option.get('out'));
    return DONE;
  }
};

/** Values that a step cannot take are faults of the data or the method, told in words. */
function run(index: Index): PipelineResult | null {
  try {
    return runPipeline(index.input, index.method);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`the method cannot be carried out on these data: ${error.message}`);
    return null;
  }
}
