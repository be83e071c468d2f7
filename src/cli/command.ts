/** What a command is: its words, its help, and a run that gives an exit code. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More, with an example, for --help of the command. */
  readonly help: string;
  run(args: readonly string[]): number;
}

/** Exit codes: done, faults in the data, wrong usage. */
export const DONE = 0;
export const FAULTS = 1;
export const USAGE = 2;

export class UsageError extends Error {}

/** Positional arguments and --name value options; an option without a value is an error. */
export function parseArgs(args: readonly string[], options: readonly string[]): { positional: string[]; option: ReadonlyMap<string, string> } {
  const positional: string[] = [];
  const option = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) {
      positional.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split('=', 2);
    if (!options.includes(name)) throw new UsageError(`unknown option --${name}`);
    const value = inline ?? args[++i];
    if (value === undefined) throw new UsageError(`--${name} needs a value`);
    option.set(name, value);
  }
  return { positional, option };
}
