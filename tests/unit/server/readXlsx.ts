/* The first sheet of a workbook, read from its XML (ECMA-376): what each cell is, not what a program makes of it. */
import { strFromU8, unzipSync } from 'fflate';

export interface SheetCell {
  readonly kind: 'text' | 'number';
  readonly value: string;
}

export function readXlsx(file: Uint8Array, sheet = 1): Map<string, SheetCell> {
  const parts = unzipSync(file);
  const part = (name: string) => {
    const data = parts[name];
    if (!data) throw new Error(`the workbook has no ${name}`);
    return strFromU8(data);
  };
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((m) => [...m[1]!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((t) => unescaped(t[1]!)).join(''));
  const xml = part(`xl/worksheets/sheet${sheet}.xml`);
  if (/<f[ >/]/.test(xml)) throw new Error('the sheet holds a formula');
  const cells = new Map<string, SheetCell>();
  for (const [, attributes = '', inner = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const address = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
    const type = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const raw = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
    if (raw === undefined) continue;
    if (type !== 's' && type !== 'n') throw new Error(`cell ${address} has type ${type}`);
    cells.set(address, type === 's' ? { kind: 'text', value: shared[Number(raw)] ?? '' } : { kind: 'number', value: raw });
  }
  return cells;
}

/** A, B, …, Z, AA, … */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
}

const unescaped = (text: string) => text.replace(/&(lt|gt|quot|apos|amp|#(\d+)|#x([\da-f]+));/gi, (_, name: string, decimal?: string, hex?: string) => (decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name] ?? '')));
