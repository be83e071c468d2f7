/**
 * The language of derivations: numbers, names of published series, + − * /, parentheses and the functions
 * growth(x), cagr(x), chain(x). It is parsed to a tree and walked; nothing is ever evaluated as code.
 */
export type FunctionName = 'growth' | 'cagr' | 'chain';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly function: FunctionName; readonly of: Expression };

/** `position` counts characters from 1. */
export class ExpressionError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(`${message} at character ${position}`);
    this.name = 'ExpressionError';
    this.position = position;
  }
}

const FUNCTIONS: readonly string[] = ['growth', 'cagr', 'chain'];
const MAX_LENGTH = 400;
const MAX_DEPTH = 40;
const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|([-+*/()]))/y;

interface Token {
  readonly text: string;
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly at: number;
}

/** @throws ExpressionError for anything that is not an expression of the language */
export function parseExpression(text: string): Expression {
  if (text.length > MAX_LENGTH) throw new ExpressionError(`longer than ${MAX_LENGTH} characters`, MAX_LENGTH);
  const tokens = tokenize(text);
  let next = 0;
  const peek = (): Token => tokens[next] ?? { text: '', kind: 'end', at: text.length + 1 };
  const take = (): Token => {
    const token = peek();
    next++;
    return token;
  };
  const fail = (token: Token, wanted: string): never => {
    throw new ExpressionError(`${token.kind === 'end' ? 'the end' : `“${token.text}”`} where ${wanted} was expected`, token.at);
  };
  const close = () => {
    const token = take();
    if (token.text !== ')') fail(token, '“)”');
  };

  function sum(depth: number): Expression {
    let left = product(depth);
    for (let t = peek(); t.text === '+' || t.text === '-'; t = peek()) {
      take();
      left = { kind: 'binary', operator: t.text, left, right: product(depth) };
    }
    return left;
  }
  function product(depth: number): Expression {
    let left = factor(depth);
    for (let t = peek(); t.text === '*' || t.text === '/'; t = peek()) {
      take();
      left = { kind: 'binary', operator: t.text, left, right: factor(depth) };
    }
    return left;
  }
  function factor(depth: number): Expression {
    const token = take();
    if (depth > MAX_DEPTH) throw new ExpressionError(`nested deeper than ${MAX_DEPTH}`, token.at);
    if (token.kind === 'number') {
      const value = Number(token.text);
      if (!Number.isFinite(value)) throw new ExpressionError(`“${token.text}” is too large a number`, token.at);
      return { kind: 'number', value };
    }
    if (token.text === '-') return { kind: 'negate', of: factor(depth + 1) };
    if (token.text === '(') {
      const inner = sum(depth + 1);
      close();
      return inner;
    }
    if (token.kind !== 'name') return fail(token, 'a number, a name or “(”');
    if (peek().text !== '(') return { kind: 'name', name: token.text };
    if (!FUNCTIONS.includes(token.text)) throw new ExpressionError(`unknown function “${token.text}” (known: ${FUNCTIONS.join(', ')})`, token.at);
    take();
    const of = sum(depth + 1);
    close();
    return { kind: 'call', function: token.text as FunctionName, of };
  }

  const result = sum(0);
  const rest = peek();
  if (rest.kind !== 'end') fail(rest, 'an operator or the end');
  return result;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) {
      const bad = at + (text.slice(at).length - text.slice(at).trimStart().length);
      throw new ExpressionError(`unexpected “${String.fromCodePoint(text.codePointAt(bad) ?? 32)}”`, bad + 1);
    }
    const [whole, number, name, sign] = found;
    const word = number ?? name ?? sign ?? '';
    tokens.push({ text: word, kind: number ? 'number' : name ? 'name' : 'sign', at: at + whole.length - word.length + 1 });
    at += whole.length;
  }
  return tokens;
}
