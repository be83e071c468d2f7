/** Collects faults while a pack is read; reading goes on after each of them. */
import type { Fault } from '../faults';

export interface Where {
  readonly file: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: string | number | null;
}

export class Reporter {
  readonly faults: Fault[] = [];

  error(where: Where, expected: string): void {
    this.#add('error', where, expected);
  }

  warn(where: Where, expected: string): void {
    this.#add('warning', where, expected);
  }

  get failed(): boolean {
    return this.faults.some((f) => f.severity === 'error');
  }

  #add(severity: Fault['severity'], { file, row = null, column = null, value = null }: Where, expected: string): void {
    this.faults.push({ severity, file, row, column, value: value === null ? null : String(value), expected });
  }
}
