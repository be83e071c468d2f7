/** The atlas from a terminal: the same engine as in the browser. */
import { DONE, USAGE, UsageError, type Command } from './command';
import { pack } from './commands/pack';
import { score } from './commands/score';
import { validate } from './commands/validate';

const COMMANDS: readonly Command[] = [validate, score, pack];

function help(): string {
  const width = Math.max(...COMMANDS.map((c) => c.usage.length));
  return ['Usage: npm run --silent atlas -- <command>', '', ...COMMANDS.map((c) => `  ${c.usage.padEnd(width)}  ${c.summary}`), '', 'More of a command: <command> --help. Exit codes: 0 done, 1 faults in the data, 2 wrong usage.'].join('\n');
}

function main([name, ...args]: readonly string[]): number {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(help());
    return name === undefined ? USAGE : DONE;
  }
  const command = COMMANDS.find((c) => c.name === name);
  if (!command) {
    console.error(`unknown command ${name}\n\n${help()}`);
    return USAGE;
  }
  if (args.includes('--help')) {
    console.log(`${command.usage}\n\n${command.summary}\n\n${command.help}`);
    return DONE;
  }
  try {
    return command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\nusage: ${command.usage}`);
    return USAGE;
  }
}

process.exitCode = main(process.argv.slice(2));
