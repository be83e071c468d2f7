/** Every stage of an index as rows and columns. */
import { nodesAt, rank, setsOf, type PipelineResult, type PipelineStage, type StageName } from '../lib/composite';
import type { Index } from '../lib/composite/read';
import { cell, type Cell, type Grid } from './grid';

export const STAGES = ['results', 'raw', 'denominated', 'imputed', 'screened', 'treated', 'normalised', 'aggregated', 'ranks', 'weights', 'marks', 'coverage', 'treatment', 'points', 'log'] as const;
export type StageOption = (typeof STAGES)[number];

/** @param group column of groups within which `ranks` are counted */
export function stageGrid(stage: StageOption, index: Index, result: PipelineResult, group?: string): Grid {
  const last = result.stages.get('aggregated');
  if (!last) throw new RangeError('the index was not aggregated');
  switch (stage) {
    case 'results':
      return results(index, result, last);
    case 'ranks':
      return group === undefined ? byRow(last, topDown(index), result.ranks) : groupRanks(index, last, group);
    case 'marks':
      return byRow(last, topDown(index), result.imputed);
    case 'coverage':
      return byRow(last, aggregates(index), result.coverage);
    case 'weights':
      return weights(index, result);
    case 'treatment':
      return treatment(result);
    case 'points':
      return points(result);
    case 'log':
      return { columns: ['step', 'kind', 'column', 'unit', 'cells', 'message'], rows: result.log.map((n) => [n.step, n.kind, n.column ?? null, n.unit ?? null, n.cells, n.message]) };
    default:
      return table(result, stage, last);
  }
}

function table(result: PipelineResult, stage: StageName, last: PipelineStage): Grid {
  const own = result.stages.get(stage) ?? last;
  return byRow(own, [...own.table.columns.keys()], own.table.columns);
}

function byRow({ rows }: PipelineStage, ids: readonly string[], columns: ReadonlyMap<string, ArrayLike<number>>): Grid {
  return {
    columns: ['uCode', ...(rows.time ? ['Time'] : []), ...ids],
    rows: rows.unit.map((unit, r) => [unit, ...timeOf(rows.time, r), ...ids.map((id) => cell(columns.get(id)?.[r]))])
  };
}

const timeOf = (time: readonly number[] | null, r: number): Cell[] => (time ? [time[r] ?? null] : []);

/** From the index down to the indicators. */
const topDown = ({ input: { structure } }: Index): string[] => Array.from({ length: structure.levels }, (_, i) => nodesAt(structure, structure.levels - i).map((node) => node.id)).flat();

const aggregates = (index: Index): string[] => topDown(index).filter((id) => index.input.structure.children.has(id));

/** Rank, name, index and everything below it down to level 2, best first; in a panel time by time. */
function results(index: Index, result: PipelineResult, { rows, table: { columns } }: PipelineStage): Grid {
  const root = index.input.structure.root.id;
  const ids = aggregates(index);
  const named = index.unitNames.size > 0;
  const rankOf = (r: number) => result.ranks.get(root)?.[r] ?? NaN;
  const order = [...rows.unit.keys()].sort((a, b) => (rows.time?.[a] ?? 0) - (rows.time?.[b] ?? 0) || (rankOf(a) || Infinity) - (rankOf(b) || Infinity) || a - b);
  return {
    columns: ['uCode', ...(named ? ['uName'] : []), ...(rows.time ? ['Time'] : []), 'Rank', ...ids, 'imputed'],
    rows: order.map((r) => {
      const unit = rows.unit[r] ?? '';
      return [unit, ...(named ? [index.unitNames.get(unit) ?? unit] : []), ...timeOf(rows.time, r), cell(rankOf(r)), ...ids.map((id) => cell(columns.get(id)?.[r])), cell(result.imputed.get(root)?.[r])];
    })
  };
}

function groupRanks(index: Index, last: PipelineStage, group: string): Grid {
  const { rows } = last;
  const { input } = index;
  const of = new Map(input.rows.unit.map((unit, r) => [`${unit} ${input.rows.time?.[r] ?? ''}`, input.groups?.get(group)?.[r] ?? null]));
  const mine = rows.unit.map((unit, r) => of.get(`${unit} ${rows.time?.[r] ?? ''}`) ?? null);
  const ids = topDown(index);
  const ranks = new Map(
    ids.map((id) => {
      const values = last.table.columns.get(id) ?? new Float64Array(0);
      const out = new Float64Array(rows.unit.length).fill(NaN);
      for (const set of setsOf(rows)) {
        for (const name of new Set(set.map((r) => mine[r] ?? null))) {
          if (name === null) continue;
          const members = set.filter((r) => mine[r] === name);
          rank(Float64Array.from(members, (r) => values[r] ?? NaN)).forEach((v, k) => (out[members[k] ?? 0] = v));
        }
      }
      return [id, out] as const;
    })
  );
  const grid = byRow(last, ids, ranks);
  return { columns: [grid.columns[0] ?? 'uCode', group, ...grid.columns.slice(1)], rows: grid.rows.map((row, r) => [row[0] ?? null, mine[r] ?? null, ...row.slice(1)]) };
}

function weights({ input: { structure } }: Index, result: PipelineResult): Grid {
  return {
    columns: ['iCode', 'Level', 'Parent', 'Weight', 'EffWeight'],
    rows: structure.nodes.map((node) => [node.id, node.level, node.parent, cell(result.weights.get(node.id)), cell(result.effective.get(node.id))])
  };
}

/** Like Dets_Table of COINr: the test before and after each step that was tried. */
function treatment({ treatment: times }: PipelineResult): Grid {
  const panel = times.some((t) => t.time !== null);
  const test = (t: { pass: boolean | null; skew: number; kurt: number } | undefined): Cell[] => [t?.pass ?? null, cell(t?.skew), cell(t?.kurt)];
  const step = (n: number): string[] => [`step${n}`, `moved${n}`, `lambda${n}`, `pass${n}`, `skew${n}`, `kurt${n}`];
  return {
    columns: ['iCode', ...(panel ? ['Time'] : []), 'pass0', 'skew0', 'kurt0', ...step(1), ...step(2), 'result'],
    rows: times.flatMap(({ time, details }) =>
      Array.from(details, ([id, d]): Cell[] => {
        const cells = [0, 1].flatMap((k): Cell[] => {
          const s = d.steps[k];
          return [s?.did ?? null, s ? s.moved : null, cell(s?.lambda), ...test(s?.after)];
        });
        const result = d.transformed ?? (d.points.size > 0 ? 'winsorise' : 'as it was');
        return [id, ...(panel ? [time] : []), ...test(d.before), ...cells, result];
      })
    )
  };
}

function points({ treatment: times }: PipelineResult): Grid {
  return {
    columns: ['uCode', 'iCode', 'action'],
    rows: times.flatMap(({ details }) => Array.from(details).flatMap(([id, d]) => Array.from(d.points, ([unit, action]): Cell[] => [unit, id, action])))
  };
}
