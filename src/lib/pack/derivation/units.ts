/**
 * Dimensions of expressions, so that roubles are never added to people. A dimension is written like
 * "RUB/person/month" or "1" and held as exponents by base unit.
 */
import type { Expression } from './parse';

export type Dimension = ReadonlyMap<string, number>;

/** "RUB/person" → {RUB: 1, person: −1}; "1" is dimensionless. Null where the text is not a dimension. */
export function parseDimension(text: string): Dimension | null {
  const [first = '', ...under] = text.split('/').map((part) => part.trim());
  const result = new Map<string, number>();
  const add = (name: string, exponent: number): boolean => {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) return false;
    result.set(name, (result.get(name) ?? 0) + exponent);
    return true;
  };
  for (const name of first.split('*').map((n) => n.trim())) if (name !== '1' && !add(name, 1)) return null;
  for (const name of under) if (!add(name, -1)) return null;
  return clean(result);
}

export function printDimension(dimension: Dimension): string {
  const over = [...dimension].filter(([, n]) => n > 0).flatMap(([name, n]) => Array.from({ length: n }, () => name));
  const under = [...dimension].filter(([, n]) => n < 0).flatMap(([name, n]) => Array.from({ length: -n }, () => name));
  return [over.length > 0 ? over.sort().join('*') : '1', ...under.sort()].join('/');
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return printDimension(a) === printDimension(b);
}

/** Dimension of an expression, or what is wrong with it. `lookup` gives the dimension of a series. */
export function dimensionOf(e: Expression, lookup: (name: string) => Dimension | null): Dimension | { readonly wrong: string } {
  switch (e.kind) {
    case 'number':
      return new Map();
    case 'name':
      return lookup(e.name) ?? { wrong: `no published series “${e.name}”` };
    case 'negate':
      return dimensionOf(e.of, lookup);
    case 'call': {
      const of = dimensionOf(e.of, lookup);
      if ('wrong' in of) return of;
      if (e.function === 'chain' && of.size > 0) return { wrong: `chain() needs an index without dimension, not ${printDimension(of)}` };
      return new Map();
    }
    case 'binary': {
      const [left, right] = [dimensionOf(e.left, lookup), dimensionOf(e.right, lookup)];
      if ('wrong' in left) return left;
      if ('wrong' in right) return right;
      if (e.operator === '*') return combine(left, right, 1);
      if (e.operator === '/') return combine(left, right, -1);
      return sameDimension(left, right) ? left : { wrong: `${printDimension(left)} ${e.operator} ${printDimension(right)} cannot be reckoned` };
    }
  }
}

function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const result = new Map(a);
  for (const [name, n] of b) result.set(name, (result.get(name) ?? 0) + sign * n);
  return clean(result);
}

function clean(dimension: Map<string, number>): Dimension {
  for (const [name, n] of dimension) if (n === 0) dimension.delete(name);
  return dimension;
}
