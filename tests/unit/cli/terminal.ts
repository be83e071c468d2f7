/* Commands as a person runs them, in this process: arguments in, exit code and both outputs back. */
import { vi } from 'vitest';
import { cli } from '../../../src/cli/cli';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function atlas(...args: string[]): Promise<Run> {
  const out = { stdout: '', stderr: '' };
  const take = (stream: keyof typeof out, end: string) => (...parts: unknown[]) => {
    out[stream] += parts.map(String).join(' ') + end;
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('stdout', '') as typeof process.stdout.write),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('stderr', '') as typeof process.stderr.write),
    vi.spyOn(console, 'log').mockImplementation(take('stdout', '\n')),
    vi.spyOn(console, 'error').mockImplementation(take('stderr', '\n'))
  ];
  try {
    return { status: await cli(args), ...out };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
