/** JSON with a fault that says where it breaks instead of an exception. */
import type { Reporter } from './reporter';

export function parseJson(file: string, text: string, report: Reporter): unknown {
  // Editors on Windows put a byte-order mark before JSON, which the format does not know.
  const json = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(json) as unknown;
  } catch {
    const { at, wanted } = breakOf(json);
    const before = json.slice(0, at).split('\n');
    const found = at >= json.length ? 'the end of the file' : json.slice(at, at + 20);
    report.error({ file, value: found }, `valid JSON; at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} ${wanted} was expected`);
    return undefined;
  }
}

/** A value of a JSON file as text; an object may claim a `toString` that String() would trip over. */
export const textOf = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const BLANK = /[ \t\r\n]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** End of a match at a place, or −1. */
function end(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** End of the string that begins at a place, or −1 where there is none or it is not closed in its line. */
function endOfString(text: string, at: number): number {
  if (text[at] !== '"') return -1;
  let i = at + 1;
  while (i < text.length && text[i] !== '"') {
    if (text[i] === '\\') {
      i = end(ESCAPE, text, i);
      if (i < 0) return -1;
    } else if (text.charCodeAt(i) < 0x20) return -1;
    else i++;
  }
  return i < text.length ? i + 1 : -1;
}

/** Where text stops being JSON. Engines word their errors each in its own way, some without a place. */
function breakOf(text: string): { at: number; wanted: string } {
  const open: ('{' | '[')[] = [];
  let wanted: 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more' = 'value';
  for (let at = end(BLANK, text, 0); ; at = end(BLANK, text, at)) {
    const c = text[at] ?? '';
    const inside = open.at(-1);
    if (wanted === 'more') {
      if (inside === undefined) return { at, wanted: 'the end of the file' };
      const close = inside === '{' ? '}' : ']';
      if (c === close) open.pop();
      else if (c === ',') wanted = inside === '{' ? 'key' : 'value';
      else return { at, wanted: `“,” or “${close}”` };
      at++;
    } else if (wanted === 'colon') {
      if (c !== ':') return { at, wanted: '“:”' };
      wanted = 'value';
      at++;
    } else if ((wanted === 'first key' && c === '}') || (wanted === 'first value' && c === ']')) {
      open.pop();
      wanted = 'more';
      at++;
    } else if (wanted === 'key' || wanted === 'first key') {
      const next = endOfString(text, at);
      if (next < 0) return { at, wanted: 'a name in quotes' };
      wanted = 'colon';
      at = next;
    } else if (c === '{' || c === '[') {
      open.push(c);
      wanted = c === '{' ? 'first key' : 'first value';
      at++;
    } else {
      const next = c === '"' ? endOfString(text, at) : end(SCALAR, text, at);
      if (next < 0) return { at, wanted: 'a value' };
      wanted = 'more';
      at = next;
    }
  }
}
