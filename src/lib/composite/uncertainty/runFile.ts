/**
 * A run set as JSON, one line per run, exact: numbers as the shortest decimals that read back to the same bits,
 * NaN as null.
 */
import { plainText } from './fingerprint';
import { isRecord, readDesign } from './readDesign';
import type { RunSet } from './runs';

/** First member of a file; changes when its shape does. */
export const RUN_FORMAT = 'composite-runs-1';

const number = (v: number): string => (Number.isNaN(v) ? 'null' : Object.is(v, -0) ? '-0' : String(v));

function row(values: Float64Array, from: number, length: number): string {
  let text = '[';
  for (let i = 0; i < length; i++) text += (i > 0 ? ',' : '') + number(values[from + i] ?? NaN);
  return `${text}]`;
}

export function formatRunSet(set: RunSet): string {
  const [n, k] = [set.units.length, set.design.factors.length];
  const rows = (values: Float64Array, width: number) => `[\n${Array.from({ length: set.to - set.from }, (_, r) => row(values, r * width, width)).join(',\n')}\n]`;
  return [
    `{"format":"${RUN_FORMAT}"`,
    `"design":${plainText(set.design)}`,
    `"from":${set.from},"to":${set.to}`,
    `"units":${JSON.stringify(set.units)}`,
    `"fingerprint":${JSON.stringify(set.fingerprint)}`,
    `"nominal":[${set.nominal.map((values) => row(values, 0, n)).join(',')}]`,
    `"points":${rows(set.points, k)}`,
    `"scores":[${set.scores.map((values) => rows(values, n)).join(',')}]}\n`
  ].join(',\n');
}

export interface RunSetReading {
  /** Null when there is any fault. */
  readonly runs: RunSet | null;
  readonly faults: readonly string[];
}

/** Reads what `formatRunSet` writes. Never throws; at most 20 faults are named. */
export function readRunSet(text: string): RunSetReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    return { runs: null, faults: [`not JSON: ${problem instanceof Error ? problem.message : String(problem)}`] };
  }
  if (!isRecord(value) || value.format !== RUN_FORMAT) return { runs: null, faults: [`not a run set: "format" is not "${RUN_FORMAT}"`] };
  const { design, faults: found } = readDesign(value.design);
  const faults = [...found];
  const { from, to, units, fingerprint } = value;
  const whole = (x: unknown): x is number => typeof x === 'number' && Number.isSafeInteger(x) && x >= 0;
  if (!whole(from) || !whole(to) || from > to) faults.push(`from ${JSON.stringify(from)}, to ${JSON.stringify(to)}: no range of runs`);
  if (!Array.isArray(units) || units.some((unit) => typeof unit !== 'string')) faults.push('units: not a list of names');
  else if (new Set(units).size < units.length) faults.push('units: a name occurs twice');
  if (typeof fingerprint !== 'string') faults.push('fingerprint: not a text');
  const models = Array.isArray(value.scores) ? value.scores.length : 0;
  if (models === 0) faults.push('scores: no model');
  if (faults.length > 0 || !design) return { runs: null, faults };

  const [n, k, runs] = [(units as string[]).length, design.factors.length, (to as number) - (from as number)];
  const nominal = numbers(value.nominal, models, n, 'nominal', true, faults);
  const points = numbers(value.points, runs, k, 'points', false, faults);
  const scores = (value.scores as unknown[]).map((rows, m) => numbers(rows, runs, n, `scores[${m}]`, true, faults));
  points.forEach((u, i) => {
    if (!(u >= 0 && u < 1) && faults.length < 20) faults.push(`points[${Math.floor(i / k)}][${i % k}]: ${u} is not in [0, 1)`);
  });
  if (faults.length > 0) return { runs: null, faults: faults.slice(0, 20) };
  const byModel = scores.map((_, m) => nominal.slice(m * n, (m + 1) * n));
  return { runs: { design, from: from as number, to: to as number, units: units as string[], fingerprint: fingerprint as string, nominal: byModel, points, scores }, faults };
}

/** A list of `rows` lists of `width` numbers. */
function numbers(value: unknown, rows: number, width: number, place: string, gaps: boolean, faults: string[]): Float64Array {
  const out = new Float64Array(rows * width).fill(0);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  if (list.length !== rows) faults.push(`${place}: ${list.length} rows, ${rows} wanted`);
  list.slice(0, rows).forEach((line, r) => {
    const cells = Array.isArray(line) ? (line as unknown[]) : [];
    if (cells.length !== width) faults.push(`${place}[${r}]: ${cells.length} numbers, ${width} wanted`);
    else {
      cells.forEach((v, j) => {
        if (typeof v === 'number' && Number.isFinite(v)) out[r * width + j] = v;
        else if (v === null && gaps) out[r * width + j] = NaN;
        else faults.push(`${place}[${r}][${j}]: ${JSON.stringify(v)} is not a number`);
      });
    }
  });
  return out;
}
