import { alpha, pca, stats } from '../analyse/columns';
import type { Look } from '../analyse/look';
import { ANALYSED_OPTIONS } from '../analyse/subject';
import { strengths, weightsChange } from '../analyse/units';
import { compare, removal } from '../analyse/variants';
import { correlations, flags, importance } from '../analyse/within';
import { DONE, FAULTS, oneOf, parseArgs, UsageError, type Command } from '../command';
import { deliver, FORMATS, print } from '../grid';

const LOOKS: Readonly<Record<string, Look>> = { stats, correlations, flags, alpha, pca, importance, strengths, removal, compare, 'weights-change': weightsChange };

export const analyse: Command = {
  help: `Looks at an index from COINr's tables (a folder, or --data, --meta, --method as for composite) or at a pack, in one
of these ways:

${Object.values(LOOKS).map((look) => `${look.help}`).join('\n')}

Every way takes
  --time        of a panel; default the last
  --year, --goalposts year|pooled, --model potential|dynamics   of a pack
  --format      table (rounded, for people; default), json (an array of objects), csv (as R and pandas read it)
  --out         a file instead of standard output

  npm run --silent atlas -- analyse geodata/vfd --what importance
  npm run --silent atlas -- analyse --data iData.csv --meta iMeta.csv --what correlations --level 1,2 --format csv

Formulas and sources: docs/method.md, Analysis. Exit codes: 0 done, 1 faults in tables or method, 2 wrong usage.`,
  async run(args) {
    const common = [...ANALYSED_OPTIONS, 'what', 'format', 'out'];
    const { positional, option } = parseArgs(args, [...common, ...new Set(Object.values(LOOKS).flatMap((look) => look.options))]);
    const what = oneOf('what', option.get('what') ?? 'stats', Object.keys(LOOKS));
    const look = LOOKS[what];
    const format = oneOf('format', option.get('format') ?? 'table', FORMATS);
    for (const name of option.keys()) if (!common.includes(name) && !look?.options.includes(name)) throw new UsageError(`--${name} does not go with --what ${what}; it takes ${look?.options.map((o) => `--${o}`).join(', ') ?? ''}`);
    try {
      const grid = await look?.run(positional[0], option);
      if (!grid) return FAULTS;
      deliver(print(grid, format), option.get('out'));
      return DONE;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      console.error(`this cannot be computed: ${error.message}`);
      return FAULTS;
    }
  }
};
