import { evaluator, rank, rankShift, sensitivity as indicesOf, type Indices, type Outcomes } from '../../lib/composite';
import { DONE, FAULTS, oneOf, parseArgs, UsageError, type Command } from '../command';
import { cell, deliver, FORMATS, objects, print, type Cell, type Grid } from '../grid';
import { progress, rowsAt, unitAt } from '../runs';
import { loadSubject, SUBJECT_OPTIONS, type Subject } from '../subject';

export const sensitivity: Command = {
  help: `Sobol indices: what share of the variance each varying choice is behind, alone (first) and with all its
interactions (total). A design of options only is enumerated and exact where it has at most 20,000 combinations;
others are estimated from --n × (factors + 2) runs. Subject and design as in robustness.

--of         shift (mean rank shift of all units, default), scores or ranks (of each unit).
--n          size of the two samples; default 1024.
--bootstrap  replicates for 95 % intervals of estimates; default 0 for none.
--format     table, json, csv.

  npm run --silent atlas -- sensitivity geodata/vfd --n 512 --bootstrap 200`,
  async run(args) {
    const { positional, option } = parseArgs(args, [...SUBJECT_OPTIONS, 'n', 'bootstrap', 'of', 'format']);
    const of = oneOf('of', option.get('of') ?? 'shift', ['shift', 'scores', 'ranks']);
    const format = oneOf('format', option.get('format') ?? 'table', FORMATS);
    const n = whole('n', option.get('n') ?? '1024', 1);
    const bootstrap = whole('bootstrap', option.get('bootstrap') ?? '0', 0);
    try {
      const subject = await loadSubject(positional[0], option);
      if (!subject) return FAULTS;
      const { outcomes, labels } = outcomesOf(subject, of);
      const onProgress = progress('run');
      const indices = indicesOf(outcomes.evaluate, outcomes.of, { n, bootstrap, ...(onProgress ? { onProgress } : {}) });
      const grid = gridOf(indices, subject, labels);
      const how = { method: indices.method, evaluations: indices.evaluations, seed: subject.design.seed };
      if (format === 'json') deliver(`${JSON.stringify({ ...how, of, indices: objects(grid) }, null, 1)}\n`, undefined);
      else if (format === 'table') deliver(`${print(grid, format)}\n${indices.method === 'exact' ? `exact: all ${indices.evaluations} combinations` : `estimated from ${indices.evaluations} runs, seed ${subject.design.seed}`}\n`, undefined);
      else deliver(print(grid, format), undefined);
      return DONE;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      console.error(`the runs cannot be carried out: ${error.message}`);
      return FAULTS;
    }
  }
};

function whole(name: string, text: string, least: number): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < least) throw new UsageError(`--${name} ${text}: a whole number from ${least}`);
  return n;
}

/** What is looked at, on the rows of the time that is looked at. */
function outcomesOf({ models, design, look, time }: Subject, of: 'shift' | 'scores' | 'ranks') {
  const evaluate = evaluator(models, design);
  const units = models[look]?.units ?? [];
  const rows = time === null ? [...units.keys()] : rowsAt(units, time);
  const take = (values: Float64Array) => Float64Array.from(rows, (r) => values[r] ?? NaN);
  const nominal = rank(take(evaluate.nominal()[look] ?? new Float64Array(0)));
  const all = models.map((model) => new Float64Array(model.units.length));
  const outcome: Outcomes = (point) => {
    evaluate.run(point, all);
    const scores = take(all[look] ?? new Float64Array(0));
    return of === 'scores' ? scores : of === 'ranks' ? rank(scores) : Float64Array.of(rankShift(rank(scores), nominal));
  };
  const labels = of === 'shift' ? ['mean rank shift'] : rows.map((r) => (time === null ? (units[r] ?? '') : unitAt(units[r] ?? '', time)));
  return { outcomes: { evaluate, of: outcome }, labels };
}

function gridOf(indices: Indices, { design }: Subject, labels: readonly string[]): Grid {
  const { intervals } = indices;
  return {
    columns: ['outcome', 'factor', 'first', 'total', ...(intervals ? ['firstLo', 'firstHi', 'totalLo', 'totalHi'] : []), 'mean', 'variance'],
    rows: labels.flatMap((label, o) =>
      design.factors.map((factor, f): Cell[] => {
        const at = o * indices.factors + f;
        const bounds = intervals ? [intervals.firstLo, intervals.firstHi, intervals.totalLo, intervals.totalHi].map((values) => cell(values[at])) : [];
        return [label, factor.id, cell(indices.first[at]), cell(indices.total[at]), ...bounds, cell(indices.mean[o]), cell(indices.variance[o])];
      })
    )
  };
}
