/** What a weighting rule gives: weights that sum to one, and notes on what it could not use. */
import type { Note } from '../table';

export interface Weights {
  /** One per column, ≥ 0, sum 1; all NaN where the data allow no weights. */
  readonly weights: Float64Array;
  readonly log: readonly Note[];
}

export const weighNote = (kind: string, cells: number, message: string): Note => ({ step: 'weigh', kind, cells, message });

/** Shares of the whole; NaN throughout, and a note, when nothing is left to share. */
export function shared(raw: Float64Array, log: readonly Note[] = []): Weights {
  const most = raw.reduce((a, b) => Math.max(a, b), 0);
  const total = raw.reduce((a, b) => a + b / most, 0);
  if (most > 0 && Number.isFinite(total)) return { weights: raw.map((v) => v / most / total), log };
  const note = weighNote('undefined', raw.length, 'no column carries information: no weights');
  return { weights: raw.map(() => NaN), log: [...log, note] };
}

/** Rows without a gap, and a note on those left out. */
export function completeRows(columns: readonly Float64Array[]): { columns: Float64Array[]; log: Note[] } {
  const units = columns[0]?.length ?? 0;
  const rows = Array.from({ length: units }, (_, u) => u).filter((u) => columns.every((column) => !Number.isNaN(column[u] ?? NaN)));
  const log = rows.length < units ? [weighNote('incomplete', units - rows.length, `${units - rows.length} units with gaps do not take part in the weights`)] : [];
  return { columns: columns.map((column) => Float64Array.from(rows, (u) => column[u] ?? NaN)), log };
}
