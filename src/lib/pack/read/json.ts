/** JSON with a fault that says where it breaks instead of an exception. */
import type { Reporter } from './reporter';

export function parseJson(file: string, text: string, report: Reporter): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const before = at === undefined ? null : text.slice(0, Number(at)).split('\n');
    const place = before ? ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})` : '';
    report.error({ file }, `valid JSON was expected${place}: ${message}`);
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
