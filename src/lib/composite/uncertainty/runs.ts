/**
 * Monte-Carlo runs of a design. Run r is the same whoever computes it, so any split over workers or machines
 * and any order of merging gives the same bits.
 */
import { drawPoint } from './draw';
import type { Design } from './design';
import { evaluator, type Evaluator, type EvaluatorOptions } from './evaluator';
import { designKey } from './fingerprint';
import type { Model } from './model';

export interface RunSet {
  readonly design: Design;
  /** Number of the first run, and of the first that is no longer in the set. */
  readonly from: number;
  readonly to: number;
  readonly units: readonly string[];
  /** Of data, trees and nominal choices: parts of one set come from the same. */
  readonly fingerprint: string;
  /** Scores of the nominal choices by model, one per unit. */
  readonly nominal: readonly Float64Array[];
  /** Coordinates, run by run: runs × factors. */
  readonly points: Float64Array;
  /** Scores by model, run by run: runs × units; NaN = no score. */
  readonly scores: readonly Float64Array[];
}

export interface RunOptions extends EvaluatorOptions {
  /** Called about a hundred times, and once at the end. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Asked before each run; the truth ends the work with `Cancelled`. */
  readonly cancelled?: () => boolean;
}

/** Thrown when work is given up because `cancelled` said so. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('cancelled');
  }
}

/** @throws RangeError for a range that is none or a design that does not fit the models; Cancelled */
export function runRange(models: readonly Model[], design: Design, from: number, to: number, options: RunOptions = {}): RunSet {
  return evaluateRuns(evaluator(models, design, options), from, to, options);
}

/** Like `runRange` on an evaluator that is there already, and keeps its variants from one range to the next. */
export function evaluateRuns(evaluate: Evaluator, from: number, to: number, options: Pick<RunOptions, 'onProgress' | 'cancelled'> = {}): RunSet {
  checkRange(from, to);
  const { models, design } = evaluate;
  const units = models[0]?.units ?? [];
  const [n, k, runs] = [units.length, design.factors.length, to - from];
  const points = new Float64Array(runs * k);
  const scores = models.map(() => new Float64Array(runs * n));
  const point = new Float64Array(k);
  const out = models.map(() => new Float64Array(n));
  const beat = Math.max(1, Math.floor(runs / 100));
  for (let r = 0; r < runs; r++) {
    if (options.cancelled?.()) throw new Cancelled();
    drawPoint(design, from + r, point);
    points.set(point, r * k);
    evaluate.run(point, out);
    for (let m = 0; m < out.length; m++) keep(out[m] ?? point, scores[m] ?? points, r * n);
    if ((r + 1) % beat === 0 && r + 1 < runs) options.onProgress?.(r + 1, runs);
  }
  options.onProgress?.(runs, runs);
  return { design, from, to, units, fingerprint: evaluate.fingerprint(), nominal: evaluate.nominal(), points, scores };
}

/** @throws RangeError unless from ≤ to are whole numbers from 0 */
export function checkRange(from: number, to: number): void {
  if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to)) throw new RangeError(`runs ${from}..${to} are no range`);
}

/** Copies with one bit pattern for NaN: the machine makes several. */
function keep(values: Float64Array, out: Float64Array, at: number): void {
  for (let u = 0; u < values.length; u++) {
    const v = values[u] ?? NaN;
    out[at + u] = Number.isNaN(v) ? NaN : v;
  }
}

/**
 * One set from parts in any order.
 * @throws RangeError naming the gap, the overlap or what differs
 */
export function mergeRunSets(parts: readonly RunSet[]): RunSet {
  const sorted = [...parts].sort((a, b) => a.from - b.from || a.to - b.to);
  const first = sorted[0];
  if (!first) throw new RangeError('merge: no run sets');
  const design = designKey(first.design);
  let next = first.from;
  for (const part of sorted) {
    const name = `runs ${part.from}..${part.to}`;
    if (designKey(part.design) !== design) throw new RangeError(`merge: ${name} belong to another design than runs ${first.from}..${first.to}`);
    if (part.fingerprint !== first.fingerprint) throw new RangeError(`merge: ${name} come from other data or nominal choices than runs ${first.from}..${first.to}`);
    if (part.units.length !== first.units.length || part.units.some((unit, u) => unit !== first.units[u])) throw new RangeError(`merge: ${name} have other units than runs ${first.from}..${first.to}`);
    if (part.scores.length !== first.scores.length) throw new RangeError(`merge: ${name} have ${part.scores.length} models, runs ${first.from}..${first.to} ${first.scores.length}`);
    if (part.from === part.to) continue;
    if (part.from > next) throw new RangeError(`merge: runs ${next}..${part.from} are missing`);
    if (part.from < next) throw new RangeError(`merge: runs ${part.from}..${Math.min(next, part.to)} are there twice`);
    next = part.to;
  }
  const [n, k, runs] = [first.units.length, first.design.factors.length, next - first.from];
  const points = new Float64Array(runs * k);
  const scores = first.scores.map(() => new Float64Array(runs * n));
  for (const part of sorted) {
    points.set(part.points, (part.from - first.from) * k);
    part.scores.forEach((values, m) => scores[m]?.set(values, (part.from - first.from) * n));
  }
  return { ...first, to: next, points, scores };
}
