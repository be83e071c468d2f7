/** What a command is. Its module is loaded when it is called, so that the others cost no time. */
export interface Command {
  /** More than the list says, with an example, for --help of the command. */
  readonly help: string;
  run(args: readonly string[]): number | Promise<number>;
}

export interface Listed {
  readonly name: string;
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<Command>;
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
    const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    if (!options.includes(name)) throw new UsageError(`unknown option --${name}; known: ${options.map((o) => `--${o}`).join(', ') || 'none'}`);
    const value = inline ?? args[++i];
    if (value === undefined) throw new UsageError(`--${name} needs a value`);
    option.set(name, value);
  }
  return { positional, option };
}

/** @throws UsageError when the value is none of those allowed */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new UsageError(`--${name} ${value}: one of ${allowed.join(', ')}`);
  return found;
}
