/**
 * A WOFF 1.0 font (W3C Recommendation, 2012) as the OpenType font it wraps: what draws preview pictures reads no
 * compressed fonts. Each table is stored as it is, or by zlib where that is shorter.
 */
import { unzlibSync } from 'fflate';

const SIGNATURE = 0x774f4646;
const NAME = 0x6e616d65;
const [HEADER, ENTRY] = [44, 20];
const [OUT_HEADER, OUT_ENTRY] = [12, 16];
const padded = (length: number): number => (length + 3) & ~3;

/**
 * @param family name it goes by; its own where none is given
 * @throws Error where the bytes are no WOFF font, or end before they should
 */
export function openWoff(bytes: Uint8Array, family: string | null = null): Uint8Array<ArrayBuffer> {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER || from.getUint32(0) !== SIGNATURE) throw new Error('no WOFF font: it does not begin with wOFF');
  const count = from.getUint16(12);
  if (bytes.byteLength < HEADER + count * ENTRY) throw new Error('a WOFF font that ends before its list of tables does');
  const tables = Array.from({ length: count }, (_, i) => {
    const at = HEADER + i * ENTRY;
    const [tag, offset, stored, length, sum] = [0, 4, 8, 12, 16].map((k) => from.getUint32(at + k)) as [number, number, number, number, number];
    if (offset + stored > bytes.byteLength) throw new Error('a WOFF font that ends before its tables do');
    const body = bytes.subarray(offset, offset + stored);
    const table = stored < length ? unzlibSync(body) : body;
    if (table.byteLength !== length) throw new Error('a table of a WOFF font is not as long as it says');
    return family !== null && tag === NAME ? { tag, sum: 0, table: names(family) } : { tag, sum, table };
  });
  const size = tables.reduce((sum, { table }) => sum + padded(table.byteLength), OUT_HEADER + count * OUT_ENTRY);
  const font = new Uint8Array(size);
  const to = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(Math.max(1, count)));
  to.setUint32(0, from.getUint32(4));
  for (const [k, value] of [count, power * OUT_ENTRY, Math.log2(power), (count - power) * OUT_ENTRY].entries()) to.setUint16(4 + 2 * k, value);
  let next = OUT_HEADER + count * OUT_ENTRY;
  for (const [i, { tag, sum, table }] of tables.entries()) {
    for (const [k, value] of [tag, sum, next, table.byteLength].entries()) to.setUint32(OUT_HEADER + i * OUT_ENTRY + 4 * k, value);
    font.set(table, next);
    next += padded(table.byteLength);
  }
  return font;
}

/** A table of names (OpenType `name`, version 0): the family is every name but the style, for Windows in English. */
function names(family: string): Uint8Array {
  const [header, entry, ids] = [6, 12, [1, 2, 4, 6]];
  const texts = ids.map((id) => (id === 2 ? 'Regular' : family));
  const at = header + entry * ids.length;
  const table = new Uint8Array(at + 2 * texts.join('').length);
  const view = new DataView(table.buffer);
  for (const [k, value] of [0, ids.length, at].entries()) view.setUint16(2 * k, value);
  let next = 0;
  for (const [i, text] of texts.entries()) {
    for (const [k, value] of [3, 1, 0x409, ids[i] ?? 0, 2 * text.length, next].entries()) view.setUint16(header + i * entry + 2 * k, value);
    for (let c = 0; c < text.length; c++) view.setUint16(at + next + 2 * c, text.charCodeAt(c));
    next += 2 * text.length;
  }
  return table;
}
