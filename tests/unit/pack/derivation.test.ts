/* The language of derivations: what it reads, what it refuses, its units and its numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivationCells, dimensionOf, evaluate, ExpressionError, inputsOf, parseDimension, parseExpression, printDimension, printExpression, type Expression } from '../../../src/lib/pack';

const NONE = NaN;

/** Values of an expression in one area, year by year. */
function run(text: string, columns: Record<string, readonly number[]>, years: readonly number[] = [2019, 2020, 2021, 2022], baseYear = 2019): number[] {
  const column = (name: string) => Float64Array.from(columns[name] ?? years.map(() => NONE));
  return [...evaluate(parseExpression(text), { years, areas: 1, baseYear, column })];
}

describe('reading', () => {
  it.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['-2 * -3', 6],
    ['--2', 2],
    ['1.5e3', 1500],
    ['2e-1', 0.2]
  ])('%s = %d', (text, value) => expect(run(text, {}, [2020])[0]).toBeCloseTo(value, 12));

  it.each([
    ['', 1],
    ['   ', 4],
    ['1 +', 4],
    ['1 2', 3],
    ['(1', 3],
    ['1)', 2],
    ['a b', 3],
    ['a; b', 2],
    ['sqrt(4)', 1],
    ['growth 4', 8],
    ['growth()', 8],
    ['a.b', 2],
    ['a[0]', 2],
    ['`a`', 1],
    ['1e999', 1],
    ['a ** b', 4],
    ['constructor(a)', 1]
  ])('refuses %j at character %d', (text, position) => {
    try {
      parseExpression(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect((error as ExpressionError).position).toBe(position);
    }
  });

  it('has a limit of length and of depth', () => {
    expect(() => parseExpression(`${'1+'.repeat(250)}1`)).toThrow(/longer than/);
    expect(() => parseExpression(`${'('.repeat(60)}1${')'.repeat(60)}`)).toThrow(/nested deeper/);
    expect(() => parseExpression(`${'-'.repeat(60)}1`)).toThrow(/nested deeper/);
  });

  it('lists the series it reads once each', () => {
    expect(inputsOf(parseExpression('a / b + growth(a) * cagr(chain(c))'))).toEqual(['a', 'b', 'c']);
  });
});

const tree: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.double({ min: 0, max: 1e21, noNaN: true, noDefaultInfinity: true }), fc.nat()).map((value): Expression => ({ kind: 'number', value: value + 0 })),
    fc.stringMatching(/^[a-z_][a-z0-9_]{0,5}$/).map((name): Expression => ({ kind: 'name', name })),
    tie('e').map((of): Expression => ({ kind: 'negate', of })),
    fc.record({ operator: fc.constantFrom('+', '-', '*', '/'), left: tie('e'), right: tie('e') }).map((x): Expression => ({ kind: 'binary', ...x })),
    fc.record({ function: fc.constantFrom('growth', 'cagr', 'chain'), of: tie('e') }).map((x): Expression => ({ kind: 'call', ...x }))
  )
})).e;

describe('properties', () => {
  it('what is printed is read as the same tree', () => {
    fc.assert(
      fc.property(tree, (e) => {
        const text = printExpression(e);
        fc.pre(text.length <= 400);
        expect(parseExpression(text)).toEqual(e);
      }),
      { numRuns: 500 }
    );
  });

  it('no text makes it throw anything but its own error', () => {
    const near = fc.array(fc.constantFrom('growth', 'cagr(', 'chain', '(', ')', '+', '-', '*', '/', 'a', '1', '.', 'e', ' ', '\0', '💥'), { maxLength: 30 }).map((x) => x.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
        try {
          parseExpression(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
      { numRuns: 1000 }
    );
  });

  it('no value is infinite, whatever the numbers', () => {
    const numbers = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -0, NaN, 5e-324, 1.7e308)), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(tree, numbers, (e, values) => {
        const column = () => Float64Array.from(values, (v) => (Number.isFinite(v) ? v : NaN));
        const result = evaluate(e, { years: [2019, 2020, 2021, 2023], areas: 1, baseYear: 2020, column });
        expect(result).toHaveLength(4);
        expect(result.every((v) => Number.isFinite(v) || Number.isNaN(v))).toBe(true);
      })
    );
  });
});

describe('units', () => {
  const units: Record<string, string> = { money: 'RUB', people: 'person', wage: 'RUB/person/month', invest: 'RUB/person', index: '1' };
  const of = (text: string) => {
    const result = dimensionOf(parseExpression(text), (name) => parseDimension(units[name] ?? ''));
    return 'wrong' in result ? result.wrong : printDimension(result);
  };

  it.each([
    ['money / people', 'RUB/person'],
    ['invest * people / money', '1'],
    ['wage * people', 'RUB/month'],
    ['money * money', 'RUB*RUB'],
    ['1 / people', '1/person'],
    ['1 - money / money', '1'],
    ['-money', 'RUB'],
    ['growth(money)', '1'],
    ['cagr(chain(index) / people)', '1']
  ])('%s is in %s', (text, dimension) => expect(of(text)).toBe(dimension));

  it.each([
    ['money + people', /RUB \+ person/],
    ['1 - people', /1 - person/],
    ['chain(money)', /without dimension/],
    ['gold', /no published series “gold”/]
  ])('%s is refused', (text, words) => expect(of(text)).toMatch(words));

  it.each(['', '/', 'RUB/', 'RUB//person', '₽', '2', 'RUB^2'])('%j is no dimension', (text) => expect(parseDimension(text)).toBeNull());
});

describe('values', () => {
  it('growth is on the year just before', () => {
    expect(run('growth(x)', { x: [100, 110, 99, 0] })).toEqual([NONE, 110 / 100 - 1, 99 / 110 - 1, -1]);
    expect(run('growth(x)', { x: [100, 110, NONE, 121] }, [2019, 2021, 2022, 2023])).toEqual([NONE, NONE, NONE, NONE]);
    expect(run('growth(x)', { x: [0, 5] }, [2019, 2020])).toEqual([NONE, NONE]);
  });

  it('cagr is the yearly rate since the base year', () => {
    const [at, one, two, three] = run('cagr(x)', { x: [100, 110, 144, -1] });
    expect([at, three]).toEqual([NONE, NONE]);
    expect(one).toBeCloseTo(0.1, 12);
    expect(two).toBeCloseTo(0.2, 12);
    expect(run('cagr(x)', { x: [100, 200] }, [2018, 2020], 2019)).toEqual([NONE, NONE]);
    expect(run('cagr(x)', { x: [-4, 4, 4, 4] })).toEqual([NONE, NONE, NONE, NONE]);
  });

  it('chain begins at 1 the year before its first index and ends at a gap', () => {
    expect(run('chain(x)', { x: [NONE, 1.1, 1.2, 0.5] })).toEqual([1, 1.1, 1.1 * 1.2, 1.1 * 1.2 * 0.5]);
    expect(run('chain(x)', { x: [1.1, NONE, 1.2, 1.3] })).toEqual([1.1, NONE, NONE, NONE]);
    expect(run('chain(x)', { x: [1.1, 1.2, 1.3, 1.4] }, [2019, 2020, 2022, 2023])).toEqual([1.1, 1.1 * 1.2, NONE, NONE]);
  });

  it('a division by nought is missing, and told only where both were published', () => {
    const told: number[] = [];
    const values = evaluate(parseExpression('a / b'), { years: [2020], areas: 4, baseYear: 2020, onZero: (cell) => told.push(cell), column: (name) => Float64Array.from(name === 'a' ? [1, NONE, 0, 4] : [0, 0, 0, 2]) });
    expect([...values]).toEqual([NONE, NONE, NONE, 2]);
    expect(told).toEqual([0, 2]);
  });

  it('keeps areas apart', () => {
    const values = evaluate(parseExpression('growth(x)'), { years: [2020, 2021], areas: 2, baseYear: 2020, column: () => Float64Array.from([10, 100, 11, 150]) });
    expect(values[2]).toBeCloseTo(0.1, 12);
    expect(values[3]).toBeCloseTo(0.5, 12);
  });
});

describe('observations behind a value', () => {
  const cells = (text: string) => derivationCells(text, 2023, 2019).map(({ input, year }) => `${input} ${year}`);
  it.each([
    ['a / b', ['a 2023', 'b 2023']],
    ['growth(a)', ['a 2022', 'a 2023']],
    ['cagr(a)', ['a 2019', 'a 2023']],
    ['cagr(chain(i) / a)', ['a 2019', 'a 2023', 'i 2020', 'i 2021', 'i 2022', 'i 2023']]
  ])('%s', (text, expected) => expect(cells(text)).toEqual(expected));
});
