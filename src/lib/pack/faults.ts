/** A fault of a pack: which cell of which file, what stands there, and what would be right. */
export interface Fault {
  /** An error stops the pack; a warning is told and lived with. */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** Record number as a spreadsheet shows it: the header is row 1. Null where the fault has no row. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string;
}

/** Data that cannot be used at all; carries every fault that was found. */
export class PackError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults));
    this.name = 'PackError';
    this.faults = faults;
  }
}

const CLIP = 80;

/** One readable list, file by file, with the count at its end. */
export function formatFaults(faults: readonly Fault[]): string {
  const files = [...new Set(faults.map((f) => f.file))];
  const lines = files.flatMap((file) => [file, ...faults.filter((f) => f.file === file).map((f) => `  ${line(f)}`)]);
  const errors = faults.filter((f) => f.severity === 'error').length;
  return [...lines, `${errors} ${errors === 1 ? 'error' : 'errors'}, ${faults.length - errors} ${faults.length - errors === 1 ? 'warning' : 'warnings'}`].join('\n');
}

function line({ severity, row, column, value, expected }: Fault): string {
  const where = [row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`].filter(Boolean).join(', ');
  const what = value === null ? '' : `${quote(value)}: `;
  return `${severity}${where === '' ? '' : ` at ${where}`}: ${what}${expected}`;
}

/** Control characters are escaped and long values clipped, so that no value can spoil the list. */
function quote(value: string): string {
  const clean = JSON.stringify(value.length > CLIP ? `${value.slice(0, CLIP)}…` : value);
  return clean.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
