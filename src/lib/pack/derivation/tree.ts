/** What can be read off the tree of an expression without any data. */
import type { Expression } from './parse';

/** How tightly a node holds together: sums 1, products 2, signs 3, the rest 4. */
function binding(e: Expression): number {
  if (e.kind === 'binary') return e.operator === '+' || e.operator === '-' ? 1 : 2;
  return e.kind === 'negate' ? 3 : 4;
}

/** The expression as text again, with no more parentheses than needed; parsing it gives the same tree. */
export function printExpression(e: Expression): string {
  const within = (inner: Expression, least: number) => (binding(inner) < least ? `(${printExpression(inner)})` : printExpression(inner));
  switch (e.kind) {
    case 'number':
      return String(e.value);
    case 'name':
      return e.name;
    case 'negate':
      return `-${within(e.of, 3)}`;
    case 'call':
      return `${e.function}(${printExpression(e.of)})`;
    case 'binary':
      // Operators of one rank are read from the left, so the right side needs a tighter bond.
      return `${within(e.left, binding(e))} ${e.operator} ${within(e.right, binding(e) + 1)}`;
  }
}

/** Parts of an expression, itself first. */
function parts(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'name':
      return [e];
    case 'negate':
    case 'call':
      return [e, ...parts(e.of)];
    case 'binary':
      return [e, ...parts(e.left), ...parts(e.right)];
  }
}

/** Names of the published series an expression reads, in order of first use. */
export function inputsOf(e: Expression): readonly string[] {
  return [...new Set(parts(e).flatMap((part) => (part.kind === 'name' ? [part.name] : [])))];
}

/** What an expression measures from the base year: the arguments of its cagr(), as text. */
export function sinceBase(e: Expression): readonly string[] {
  return [...new Set(parts(e).flatMap((part) => (part.kind === 'call' && part.function === 'cagr' ? [printExpression(part.of)] : [])))];
}
