/** Values of any indicator of a pack, published or derived, in its own unit; derived ones are kept once computed. */
import type { Pack } from '../types';
import { evaluate } from './evaluate';
import { parseExpression, type Expression } from './parse';

const derived = new WeakMap<Pack, Map<string, Float64Array>>();

/** Column of years × areas, year by year. @throws RangeError for an unknown indicator */
export function indicatorColumn(pack: Pack, id: string): Float64Array {
  const indicator = pack.indicators.find((i) => i.id === id);
  if (!indicator) throw new RangeError(`unknown indicator: ${id}`);
  if (!indicator.derivation) return published(pack, id);
  let columns = derived.get(pack);
  if (!columns) derived.set(pack, (columns = new Map()));
  let column = columns.get(id);
  if (!column) {
    column = evaluateOn(pack, indicator.derivation.expression).map((v) => v / indicator.unit.factor);
    columns.set(id, column);
  }
  return column;
}

/** An expression over the published series of a pack, in base units. */
export function evaluateOn(pack: Pack, expression: string, onZero?: (cell: number) => void): Float64Array {
  return evaluate(parseExpression(expression), {
    years: pack.observations.years,
    areas: pack.areas.length,
    baseYear: pack.method.baseYear,
    column: (name) => {
      const factor = pack.indicators.find((i) => i.id === name)?.unit.factor ?? NaN;
      return published(pack, name).map((v) => v * factor);
    },
    onZero
  });
}

function published(pack: Pack, id: string): Float64Array {
  const i = pack.indicators.findIndex((x) => x.id === id);
  const size = pack.observations.years.length * pack.areas.length;
  return i < 0 ? new Float64Array(size).fill(NaN) : pack.observations.values.subarray(i * size, (i + 1) * size);
}

export interface Cell {
  readonly input: string;
  readonly year: number;
}

/** Published observations behind an expression in a year: the years its functions reach back to included. */
export function derivationCells(expression: string, year: number, baseYear: number): readonly Cell[] {
  const cells = new Map<string, Cell>();
  const visit = (e: Expression, years: readonly number[]): void => {
    if (e.kind === 'name') for (const y of years) cells.set(`${e.name} ${y}`, { input: e.name, year: y });
    else if (e.kind === 'negate') visit(e.of, years);
    else if (e.kind === 'binary') {
      visit(e.left, years);
      visit(e.right, years);
    } else if (e.kind === 'call') visit(e.of, reach(e.function, years, baseYear));
  };
  visit(parseExpression(expression), [year]);
  return [...cells.values()].sort((a, b) => a.input.localeCompare(b.input) || a.year - b.year);
}

function reach(name: 'growth' | 'cagr' | 'chain', years: readonly number[], baseYear: number): readonly number[] {
  if (name === 'growth') return years.flatMap((y) => [y - 1, y]);
  if (name === 'cagr') return [...new Set([baseYear, ...years])];
  // A chain between two of its levels needs the yearly indices after the first of them.
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first }, (_, i) => first + 1 + i);
}
