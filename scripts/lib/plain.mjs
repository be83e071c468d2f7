/** How a command ends: with a message a person can act on, never with a stack for what is no bug. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A fault whose message is all a person needs: commands print it without a stack. */
export class PlainError extends Error {
  /** @param {string} message @param {number} [code] exit code */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/**
 * Runs a command's main function; a plain fault becomes its message and its exit code.
 * @param {() => void | Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (fault) {
    console.error(fault instanceof PlainError ? fault.message : fault);
    process.exitCode = fault instanceof PlainError ? fault.code : 1;
  }
}

/** True when this module is the command that was started, not one that was imported. @param {string} url import.meta.url */
export const isMain = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
