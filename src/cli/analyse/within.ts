/** Looks at how the parts of an index go together: correlations, flags, importance. */
import { columnOf, correlate, correlationInterval, groupFlags, importance as importanceOf, nodesAt, treeCorrelations, treeFlags, type Correlation, type CorrelationKind, type RatioEstimator } from '../../lib/composite';
import { oneOf, UsageError } from '../command';
import { cell, type Cell, type Grid } from '../grid';
import { numbers, onTables, tableAt, whole, type Look, type Options } from './look';

const KINDS: readonly CorrelationKind[] = ['pearson', 'spearman', 'kendall'];
const kindOf = (option: Options) => oneOf('kind', option.get('kind') ?? 'pearson', KINDS);

const MEASURES = ['r', 'n', 'p', 'test', 'lo', 'hi'];
function measures(c: Correlation, level: number): Cell[] {
  const [lo, hi] = correlationInterval(c.r, c.n, c.kind, level);
  return [cell(c.r), c.n, cell(c.p), c.test, cell(lo), cell(hi)];
}

export const correlations: Look = {
  help: `correlations  with p (two-sided; which test is said) and interval, on the units present in both
  --kind        pearson (default), spearman, kendall
  --level       a: each pair of nodes of the level; a,b: each node of one with each of the other; without it every
                node with its ancestors, with nodes of the next level that are not its parent, and within its level
  --stage       default aggregated; earlier ones, e.g. raw, for --level 1. Raw values are not turned by direction
  --confidence  of the interval; default 0.95
  --show        long (default), or matrix for r, with --level`,
  options: ['kind', 'level', 'stage', 'confidence', 'show'],
  run: onTables((subject, option): Grid => {
    const kind = kindOf(option);
    const table = tableAt(subject, option, 'aggregated');
    const level = Number(option.get('confidence') ?? 0.95);
    if (!(level > 0 && level < 1)) throw new UsageError(`--confidence ${option.get('confidence') ?? ''}: a number between 0 and 1`);
    const show = oneOf('show', option.get('show') ?? 'long', ['long', 'matrix']);
    const asked = option.get('level');
    if (asked === undefined) {
      if (show === 'matrix') throw new UsageError('--show matrix goes with --level');
      const whole = subject.structure.nodes.every((node) => table.columns.has(node.id));
      const all = treeCorrelations(whole ? table : tableAt(subject, new Map(), 'aggregated'), subject.structure, { kind });
      if (!whole) throw new UsageError('a stage before aggregation has indicators only: choose --level 1');
      return { columns: ['node', 'other', 'relation', ...MEASURES], rows: all.map((c): Cell[] => [c.node, c.other, c.relation, ...measures(c, level)]) };
    }
    const levels = asked.split(',').map((text) => whole('level', text, 1, 1));
    if (levels.length > 2 || levels.some((l) => l > subject.structure.levels)) throw new UsageError(`--level ${asked}: one or two levels of 1 to ${subject.structure.levels}`);
    const [rows = [], columns = []] = [levels[0], levels.at(-1)].map((l) => nodesAt(subject.structure, l ?? 1).map((node) => node.id).filter((id) => table.columns.has(id)));
    if (rows.length === 0 || columns.length === 0) throw new UsageError('a stage before aggregation has indicators only: choose --level 1');
    const of = (a: string, b: string) => correlate(columnOf(table, a), columnOf(table, b), kind);
    if (show === 'matrix') return { columns: ['node', ...columns], rows: rows.map((a): Cell[] => [a, ...columns.map((b) => cell(of(a, b).r))]) };
    const pairs = rows.flatMap((a, i) => columns.flatMap((b, j) => (levels.length === 2 && levels[0] !== levels[1]) || i < j ? [[a, b] as const] : []));
    return { columns: ['node', 'other', ...MEASURES], rows: pairs.map(([a, b]): Cell[] => [a, b, ...measures(of(a, b), level)]) };
  })
};

export const flags: Look = {
  help: `flags         correlations a reader should know of: against or weak with the own parent, misplaced (closer to another
              parent), negative within a parent, collinear within or across
  --kind        pearson (default), spearman, kendall
  --limits      negative=-0.4,weak=0.3,high=0.9
  --group       level: instead, pairs of indicators under one node of that level beyond --threshold (default 0.9) on
                the --side high (default) or low, as COINr's get_corr_flags
  --stage       with --group; default normalised`,
  options: ['kind', 'limits', 'group', 'threshold', 'side', 'stage'],
  run: onTables((subject, option): Grid => {
    const kind = kindOf(option);
    if (option.has('group')) {
      const level = whole('group', option.get('group'), 2, 2);
      if (level > subject.structure.levels) throw new UsageError(`--group ${level}: a level of 2 to ${subject.structure.levels}`);
      const threshold = Number(option.get('threshold') ?? 0.9);
      if (!(threshold >= -1 && threshold <= 1)) throw new UsageError(`--threshold ${option.get('threshold') ?? ''}: a correlation between −1 and 1`);
      const side = oneOf('side', option.get('side') ?? 'high', ['high', 'low']);
      return { columns: ['Group', 'Ind1', 'Ind2', 'Corr'], rows: groupFlags(tableAt(subject, option, 'normalised'), subject.structure, { kind, level, threshold, side }).map((f): Cell[] => [f.group, f.a, f.b, cell(f.r)]) };
    }
    for (const name of ['threshold', 'side', 'stage']) if (option.has(name)) throw new UsageError(`--${name} goes with --group`);
    const found = treeFlags(tableAt(subject, option, 'aggregated'), subject.structure, numbers('limits', option.get('limits'), ['negative', 'weak', 'high']), kind);
    return { columns: ['flag', 'node', 'other', 'relation', 'r', 'n', 'p'], rows: found.map((f): Cell[] => [f.flag, f.node, f.other, f.relation, cell(f.r), f.n, cell(f.p)]) };
  })
};

const ESTIMATORS: Record<string, RatioEstimator> = { spline: { by: 'spline' }, bins: { by: 'bins' }, linear: { by: 'linear' } };

export const importance: Look = {
  help: `importance    weight and effective weight of each node beside what it explains of its parent and of the index: r, r²,
              correlation ratio, and its share among siblings (parent) or the level (index)
  --by          spline (default), bins or linear: how the correlation ratio is found`,
  options: ['by'],
  run: onTables((subject, option): Grid => {
    const by = oneOf('by', option.get('by') ?? 'spline', Object.keys(ESTIMATORS));
    return {
      columns: ['node', 'parent', 'level', 'weight', 'effectiveWeight', 'rParent', 'r2Parent', 'ratioParent', 'shareParent', 'rIndex', 'r2Index', 'ratioIndex', 'shareIndex'],
      rows: importanceOf(tableAt(subject, option, 'aggregated'), subject.structure, { estimator: ESTIMATORS[by] }).map((i): Cell[] => [
        i.node, i.parent, i.level, cell(i.weight), cell(i.effectiveWeight), ...[i.onParent, i.onIndex].flatMap((e) => [cell(e.r), cell(e.linear), cell(e.ratio), cell(e.share)])
      ])
    };
  })
};

