/**
 * Values of an expression for every year and area at once: columns of years × areas, year by year, in
 * base units. A missing input gives NaN; so does a division by nought, never an infinity.
 */
import type { Expression } from './parse';

export interface Environment {
  readonly years: readonly number[];
  readonly areas: number;
  readonly baseYear: number;
  /** Published values × unit factor. */
  readonly column: (name: string) => Float64Array;
  /** Told of each division by nought among published values, as a cell of years × areas. */
  readonly onZero?: (cell: number) => void;
}

export function evaluate(e: Expression, env: Environment): Float64Array {
  const size = env.years.length * env.areas;
  switch (e.kind) {
    case 'number':
      return new Float64Array(size).fill(e.value);
    case 'name':
      return env.column(e.name);
    case 'negate':
      return evaluate(e.of, env).map((v) => -v);
    case 'binary': {
      const [left, right] = [evaluate(e.left, env), evaluate(e.right, env)];
      return left.map((a, i) => operate(e.operator, a, right[i] ?? NaN, i, env));
    }
    case 'call': {
      const of = evaluate(e.of, env);
      return e.function === 'growth' ? growth(of, env) : e.function === 'cagr' ? cagr(of, env) : chain(of, env);
    }
  }
}

/** A result beyond the range of numbers says nothing; it is missing rather than infinite. */
const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);

function operate(operator: '+' | '-' | '*' | '/', a: number, b: number, cell: number, env: Environment): number {
  if (operator === '+') return finite(a + b);
  if (operator === '-') return finite(a - b);
  if (operator === '*') return finite(a * b);
  if (b !== 0) return finite(a / b);
  if (!Number.isNaN(a)) env.onZero?.(cell);
  return NaN;
}

/** x(t) / x(t − 1) − 1; NaN where the year before is not one year before. */
function growth(x: Float64Array, { years, areas, onZero }: Environment): Float64Array {
  return x.map((v, i) => {
    const y = Math.floor(i / areas);
    if (years[y - 1] !== (years[y] ?? NaN) - 1) return NaN;
    const before = x[i - areas] ?? NaN;
    if (before === 0 && !Number.isNaN(v)) onZero?.(i);
    return before === 0 ? NaN : finite(v / before - 1);
  });
}

/** (x(t) / x(base))^(1 / (t − base)) − 1 for t after the base year; NaN where either end is not positive. */
function cagr(x: Float64Array, { years, areas, baseYear, onZero }: Environment): Float64Array {
  const base = years.indexOf(baseYear);
  return x.map((v, i) => {
    const year = years[Math.floor(i / areas)] ?? NaN;
    const start = base < 0 ? NaN : (x[base * areas + (i % areas)] ?? NaN);
    if (!(year > baseYear)) return NaN;
    if (start === 0 && !Number.isNaN(v)) onZero?.(i);
    return v > 0 && start > 0 ? finite((v / start) ** (1 / (year - baseYear)) - 1) : NaN;
  });
}

/** Running product of yearly indices (1.03 = +3 %); level 1 the year before the first, a gap ends the chain. */
function chain(x: Float64Array, { years, areas }: Environment): Float64Array {
  const result = new Float64Array(x.length).fill(NaN);
  for (let a = 0; a < areas; a++) {
    let level = NaN;
    let broken = false;
    for (let y = 0; y < years.length; y++) {
      const step = x[y * areas + a] ?? NaN;
      if (Number.isNaN(level) && !broken && !Number.isNaN(step)) {
        if (years[y - 1] === (years[y] ?? NaN) - 1) result[(y - 1) * areas + a] = 1;
        level = step;
      } else if (!Number.isNaN(level)) {
        const follows = years[y - 1] === (years[y] ?? NaN) - 1;
        level = follows ? finite(level * step) : NaN;
        broken = Number.isNaN(level);
      }
      if (!Number.isNaN(level)) result[y * areas + a] = level;
    }
  }
  return result;
}
