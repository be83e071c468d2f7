/** All commands by name. Each is loaded when it is called. */
import { DONE, USAGE, UsageError, type Listed } from './command';

const COMMANDS: readonly Listed[] = [
  {
    name: 'validate',
    usage: 'validate <folder> [--format table|json]',
    summary: 'check a data pack; every fault is named with file, row and column',
    load: async () => (await import('./commands/validate')).validate
  },
  {
    name: 'score',
    usage: 'score <folder> [--year Y] [--goalposts year|pooled] [--method method.json] [--format table|json|csv]',
    summary: 'compute index, rank, tier, dynamics and group of every region of a pack',
    load: async () => (await import('./commands/score')).score
  },
  {
    name: 'composite',
    usage: 'composite <folder> | --data iData.csv [--meta iMeta.csv] [--method method.json] [--stage S] [--format table|json|csv] [--out file]',
    summary: 'any composite index from two tables, as COINr takes them, and a method file; every stage on request',
    load: async () => (await import('./commands/composite')).composite
  },
  {
    name: 'robustness',
    usage: 'robustness <folder> [--runs a..b] [--threads N] [--seed N] [--stage S] [--format table|json|csv] [--out part.json]',
    summary: 'many runs of an index or a pack whose choices vary: how far scores and ranks hold',
    load: async () => (await import('./commands/robustness')).robustness
  },
  {
    name: 'merge',
    usage: 'merge part.json … [--stage S] [--format table|json|csv] [--out all.json]',
    summary: 'put parts of the runs together, as if one machine had done them all',
    load: async () => (await import('./commands/merge')).merge
  },
  {
    name: 'sensitivity',
    usage: 'sensitivity <folder> [--n N] [--bootstrap B] [--seed N] [--of shift|scores|ranks] [--format table|json|csv]',
    summary: 'which of the choices that vary matters most',
    load: async () => (await import('./commands/sensitivity')).sensitivity
  },
  {
    name: 'analyse',
    usage: 'analyse <folder> | --data iData.csv [--meta iMeta.csv] [--method method.json] [--what W] [--format table|json|csv] [--out file]',
    summary: 'statistics, correlations, importance, strengths, variants and thresholds of an index or a pack',
    load: async () => (await import('./commands/analyse')).analyse
  },
  {
    name: 'chains',
    usage: 'chains <folder> [--show weak|proposals|suppliers|intensity|test|scenario] [--cluster C] [--region R] [--stage S] [--product P] [--format table|json|csv]',
    summary: 'value chains of a pack: weak points, partner proposals, modelled intensity, integration scenario',
    load: async () => (await import('./commands/chains')).chains
  },
  {
    name: 'pack',
    usage: 'pack <folder> --out <folder>',
    summary: 'turn a data pack into the compact files that are served',
    load: async () => (await import('./commands/pack')).pack
  }
];

function help(): string {
  const width = Math.max(...COMMANDS.map((c) => c.name.length));
  return [
    'Usage: npm run --silent atlas -- <command>',
    '',
    ...COMMANDS.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`),
    '',
    'More of a command, with an example: <command> --help. Exit codes: 0 done, 1 faults in the data, 2 wrong usage.'
  ].join('\n');
}

/** Runs the command that the arguments name; the result is the exit code. */
export async function cli([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(help());
    return name === undefined ? USAGE : DONE;
  }
  const listed = COMMANDS.find((c) => c.name === name);
  if (!listed) {
    console.error(`unknown command ${name}\n\n${help()}`);
    return USAGE;
  }
  const command = await listed.load();
  if (args.includes('--help')) {
    console.log(`${listed.usage}\n\n${listed.summary}\n\n${command.help}`);
    return DONE;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\nusage: ${listed.usage}`);
    return USAGE;
  }
}
