/** Treatment of one column from one flat array into another: what `treat.ts` does, without its account of it. */
import { treat, type ColumnTreatment, type TreatOptions } from '../treat';
import { transform, type Transformation } from '../transform';
import { momentsAt, type MomentsAt } from './momentsAt';

/** @param own filled with the moments of the result where the test has computed them anyway; otherwise its `min` is NaN */
export function treatAt(from: Float64Array, at: number, n: number, how: ColumnTreatment, to: Float64Array, toAt: number, own: MomentsAt): void {
  own.min = NaN;
  if (how.treat === 'transform') return transformAt(from, at, n, how.how, to, toAt);
  if (how.treat === 'chain' && !isUsual(how.options)) return byStep(from, at, n, how, to, toAt);
  copy(from, at, n, to, toAt);
  if (how.treat === 'none') return;
  const skew = how.options?.skew ?? 2;
  const kurt = how.options?.kurt ?? 3.5;
  let verdict = test(to, toAt, n, skew, kurt, own);
  if (verdict !== FAILED) return;
  const limit = how.options?.maxPoints ?? 5;
  let high = 0;
  let low = 0;
  while (verdict === FAILED && high + low < limit) {
    const end = own.skew >= 0 ? 1 : -1;
    const moved = moveFarthest(to, toAt, n, end, end === 1 ? own.max : own.min);
    if (moved === 0) break;
    if (end === 1) high = moved;
    else low = moved;
    verdict = test(to, toAt, n, skew, kurt, own);
  }
  const then = how.options?.then;
  if (verdict === FAILED && then !== null) {
    const next = then === undefined || then === 'winsorise' ? COIN_LOG : then;
    if (how.options?.combine) transformAt(to.slice(toAt, toAt + n), 0, n, next, to, toAt);
    else transformAt(from, at, n, next, to, toAt);
    verdict = test(to, toAt, n, skew, kurt, own);
  }
  // A result that can no longer be tested is none.
  if (verdict === UNTESTABLE) {
    copy(from, at, n, to, toAt);
    own.min = NaN;
  }
}

const PASSED = 1;
const FAILED = -1;
const UNTESTABLE = 0;
const COIN_LOG: Transformation = { transform: 'coinLog' };

/** Winsorising first, on the limits of the test, then a transformation or nothing. */
const isUsual = (options: TreatOptions = {}): boolean => !options.force && options.test === undefined && (options.first ?? 'winsorise') === 'winsorise' && options.then !== 'winsorise';

function byStep(from: Float64Array, at: number, n: number, how: ColumnTreatment, to: Float64Array, toAt: number): void {
  const values = from.slice(at, at + n);
  const { table } = treat({ units: [], columns: new Map([['', values]]) }, {}, new Map([['', how]]));
  to.set(table.columns.get('') ?? values, toAt);
}

function copy(from: Float64Array, at: number, n: number, to: Float64Array, toAt: number): void {
  for (let u = 0; u < n; u++) to[toAt + u] = from[at + u] ?? NaN;
}

function test(values: Float64Array, at: number, n: number, skew: number, kurt: number, own: MomentsAt): typeof PASSED | typeof FAILED | typeof UNTESTABLE {
  momentsAt(values, at, n, own);
  if (Number.isNaN(own.skew) || Number.isNaN(own.kurt)) return UNTESTABLE;
  return Math.abs(own.skew) < skew || own.kurt < kurt ? PASSED : FAILED;
}

/** Moves all points at `most` to the next value inwards; returns their number, 0 when there is no next. */
function moveFarthest(values: Float64Array, at: number, n: number, end: 1 | -1, most: number): number {
  let next = -Infinity;
  for (let i = at; i < at + n; i++) {
    const v = values[i] ?? NaN;
    if (v !== most && v * end > next) next = v * end;
  }
  if (next === -Infinity) return 0;
  let moved = 0;
  for (let i = at; i < at + n; i++) {
    if (values[i] !== most) continue;
    values[i] = next * end;
    moved++;
  }
  return moved;
}

function transformAt(from: Float64Array, at: number, n: number, how: Transformation, to: Float64Array, toAt: number): void {
  if (how.transform === 'log') return logarithms(from, at, n, 0, 0, to, toAt);
  // The others look for λ or at the tail first, which takes far longer than a copy.
  if (how.transform !== 'coinLog' && how.transform !== 'coinLogShift1') return void to.set(transform(from.slice(at, at + n), how).values, toAt);
  let min = Infinity;
  let max = -Infinity;
  for (let i = at; i < at + n; i++) {
    const v = from[i] ?? NaN;
    if (v < min) min = v;
    if (v > max) max = v;
  }
  logarithms(from, at, n, min, how.transform === 'coinLog' ? 0.01 * (max - min) : 1, to, toAt);
}

/** ln(x − min + more); what that is not defined for is missing. */
function logarithms(from: Float64Array, at: number, n: number, min: number, more: number, to: Float64Array, toAt: number): void {
  for (let u = 0; u < n; u++) {
    const y = Math.log((from[at + u] ?? NaN) - min + more);
    to[toAt + u] = Number.isFinite(y) ? y : NaN;
  }
}
