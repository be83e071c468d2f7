/**
 * Short marks of what runs were made from, so that parts of a set that do not belong together are not merged.
 * Not proof against ill will.
 */
import type { Design } from './design';
import type { Model } from './model';

/** JSON with maps as lists and infinities by name, so that equal things have equal text. */
export const plainText = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) => (v instanceof Map ? [...(v as Map<unknown, unknown>)] : typeof v === 'number' && !Number.isFinite(v) ? String(v) : v));

export const designKey = (design: Design): string => plainText(design);

/** 16 hexadecimal digits over data, trees and nominal choices. */
export function fingerprint(models: readonly Model[]): string {
  const mark = { a: 0x811c9dc5, b: 0x9e3779b9 };
  for (const { units, structure, base, groups, raw } of models) {
    addText(mark, plainText([units, structure.nodes, base, groups]));
    for (const [id, values] of raw.columns) {
      addText(mark, id);
      for (const v of values) addNumber(mark, v);
    }
  }
  return [mark.a, mark.b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

interface Mark {
  a: number;
  b: number;
}

/** FNV-1a (Fowler, Noll & Vo) with two primes. */
function add(mark: Mark, word: number): void {
  mark.a = Math.imul(mark.a ^ word, 0x01000193);
  mark.b = Math.imul(mark.b ^ word, 0x85ebca6b);
  mark.b ^= mark.b >>> 13;
}

function addText(mark: Mark, text: string): void {
  for (let i = 0; i < text.length; i++) add(mark, text.charCodeAt(i));
}

const view = new DataView(new ArrayBuffer(8));

function addNumber(mark: Mark, v: number): void {
  view.setFloat64(0, Number.isNaN(v) ? NaN : v);
  add(mark, view.getInt32(0));
  add(mark, view.getInt32(4));
}
