/** Runs on the command line: which ones, how they go on, and what they say as rows and columns. */
import { summariseRuns, type RunSet, type RunSummary } from '../lib/composite';
import { UsageError } from './command';
import { cell, deliver, objects, print, type Cell, type Format, type Grid } from './grid';

export const RUN_STAGES = ['units', 'ranks', 'outranks', 'runs'] as const;
export type RunStage = (typeof RUN_STAGES)[number];

/** `a..b` is a ≤ run < b; a number alone the first so many. */
export function rangeOf(text: string | undefined, otherwise: number): readonly [from: number, to: number] {
  if (text === undefined) return [0, otherwise];
  const found = /^(?:(\d+)\.\.)?(\d+)$/.exec(text);
  const [from, to] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? NaN)];
  if (!(Number.isSafeInteger(to) && from < to)) throw new UsageError(`--runs ${text}: a range a..b of runs a to b − 1, e.g. 0..1000, or a number of runs`);
  return [from, to];
}

/** Progress on standard error, where a person looks at it. */
export function progress(what: string): ((done: number, all: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return (done, all) => process.stderr.write(`\r${what} ${done} of ${all}${done === all ? '\n' : ''}`);
}

/** The rows of one time of a panel, named by their unit alone; all rows without a time. */
export function atTime(runs: RunSet, time: number | null): RunSet {
  if (time === null) return runs;
  const rows = rowsAt(runs.units, time);
  const n = runs.units.length;
  const pick = (values: Float64Array): Float64Array => {
    const out = new Float64Array((values.length / n) * rows.length);
    for (let r = 0; r < values.length / n; r++) rows.forEach((row, k) => (out[r * rows.length + k] = values[r * n + row] ?? NaN));
    return out;
  };
  return { ...runs, units: rows.map((r) => unitAt(runs.units[r] ?? '', time)), nominal: runs.nominal.map(pick), scores: runs.scores.map(pick) };
}

/** @throws UsageError when no row is of that time */
export function rowsAt(units: readonly string[], time: number): number[] {
  const rows = units.flatMap((unit, r) => (unit.endsWith(` ${time}`) ? [r] : []));
  if (rows.length === 0) throw new UsageError(`no row is of the time ${time}`);
  return rows;
}

export const unitAt = (key: string, time: number): string => key.slice(0, key.length - String(time).length - 1);

/** Prints one look at the runs. As table and json, `units` tells of the ranking as a whole as well. */
export function report(runs: RunSet, model: number, stage: RunStage, format: Format, out: string | undefined): void {
  const summary = summariseRuns(runs, model, undefined, { pairs: stage === 'outranks' });
  const grid = gridOf(stage, summary, runs.from);
  const whole = { runs: summary.runs, from: runs.from, to: runs.to, seed: runs.design.seed, meanKendall: cell(summary.meanKendall), meanShift: cell(summary.meanShift) };
  if (stage === 'units' && format === 'json') deliver(`${JSON.stringify({ ...whole, units: objects(grid) }, null, 1)}\n`, out);
  else if (stage === 'units' && format === 'table') {
    const line = `${summary.runs} runs (${runs.from}..${runs.to}), seed ${runs.design.seed}: Kendall's tau with the nominal ranking ${summary.meanKendall.toFixed(4)} on average, ranks move by ${summary.meanShift.toFixed(2)}`;
    deliver(`${print(grid, format)}\n${line}\n`, out);
  } else deliver(print(grid, format), out);
}

function gridOf(stage: RunStage, summary: RunSummary, from: number): Grid {
  const { units } = summary;
  const n = units.length;
  switch (stage) {
    case 'units': {
      const q = (name: string) => summary.probabilities.map((p) => `${name}${Math.round(p * 100)}`);
      const order = [...units.keys()].sort((a, b) => (summary.nominalRank[a] || Infinity) - (summary.nominalRank[b] || Infinity) || a - b);
      return {
        columns: ['unit', 'score', 'rank', ...q('score'), ...q('rank'), 'scored'],
        rows: order.map((u): Cell[] => [units[u] ?? '', cell(summary.nominal[u]), cell(summary.nominalRank[u]), ...summary.scoreQuantiles.map((v) => cell(v[u])), ...summary.rankQuantiles.map((v) => cell(v[u])), cell(summary.scored[u])])
      };
    }
    case 'ranks':
      return { columns: ['unit', ...units.map((_, r) => String(r + 1))], rows: units.map((unit, u): Cell[] => [unit, ...units.map((_, r) => cell(summary.rankFrequency[u * n + r]))]) };
    case 'outranks':
      return { columns: ['unit', ...units], rows: units.map((unit, u): Cell[] => [unit, ...units.map((_, j) => cell(summary.outranks?.[u * n + j]))]) };
    case 'runs':
      return { columns: ['run', 'kendall', 'shift'], rows: Array.from(summary.shift, (shift, r): Cell[] => [from + r, cell(summary.kendall[r]), cell(shift)]) };
  }
}
