/** Looks at the data: statistics, reliability, components. */
import { columnOf, cronbachAlpha, indicatorsUnder, nodesAt, principalComponents, statistics, type Table } from '../../lib/composite';
import { oneOf } from '../command';
import { cell, type Cell, type Grid } from '../grid';
import { nodeOf, numbers, onTables, tableAt, type Look } from './look';
import type { Analysed } from './subject';

export const stats: Look = {
  help: `stats         statistics of each indicator, columns as COINr's get_stats names them (full precision)
  --stage       data that are looked at; default raw
  --limits      skew=2,kurt=3.5,avail=0.65,zero=0.5,unq=0.5: what is flagged`,
  options: ['stage', 'limits'],
  run: onTables((subject, option): Grid => {
    const table = tableAt(subject, option, 'raw');
    const { skew, kurt, avail, zero, unq } = numbers('limits', option.get('limits'), ['skew', 'kurt', 'avail', 'zero', 'unq']);
    const low = (flag: boolean): Cell => (flag ? 'LOW' : 'ok');
    return {
      columns: ['iCode', 'Min', 'Max', 'Mean', 'Median', 'Std', 'Skew', 'Kurt', 'N.Avail', 'N.NonZero', 'N.Unique', 'N.Same', 'Frc.Avail', 'Frc.NonZero', 'Frc.Unique', 'Frc.Same', 'Flag.Avail', 'Flag.NonZero', 'Flag.Unique', 'Flag.SkewKurt'],
      rows: statistics(table, { skew, kurt, available: avail, nonZero: zero, unique: unq }).map((s): Cell[] => [
        s.id, cell(s.min), cell(s.max), cell(s.mean), cell(s.median), cell(s.sd), cell(s.skew), cell(s.kurt), s.available, s.nonZero, s.unique, s.same,
        cell(s.shareAvailable), cell(s.shareNonZero), cell(s.shareUnique), cell(s.shareSame), low(s.lowAvailable), low(s.lowNonZero), low(s.lowUnique), s.outliers === null ? null : s.outliers ? 'OUT' : 'ok'
      ])
    };
  })
};

export const alpha: Look = {
  help: `alpha         Cronbach's alpha of the children of each node, and of all nodes of a level: of the columns as they
              come (COINr's get_cronbach) and standardised
  --stage       default aggregated, in which indicators are normalised; earlier stages have indicators only
  --node        children of this node one by one: alpha without each, correlation of each with the rest`,
  options: ['stage', 'node'],
  run: onTables((subject, option): Grid => {
    const table = tableAt(subject, option, 'aggregated');
    const node = option.get('node');
    if (node !== undefined) return items(subject, table, nodeOf(subject, 'node', node, true));
    const { structure } = subject;
    const groups = [
      ...structure.nodes.flatMap((parent) => (structure.children.has(parent.id) ? [{ id: parent.id, level: parent.level - 1, of: (structure.children.get(parent.id) ?? []).map((c) => c.id) }] : [])),
      ...Array.from({ length: structure.levels - 1 }, (_, i) => ({ id: `all of level ${i + 1}`, level: i + 1, of: nodesAt(structure, i + 1).map((n) => n.id) }))
    ].filter((g) => g.of.every((id) => table.columns.has(id)));
    return {
      columns: ['group', 'level', 'items', 'alpha', 'alphaStandardised'],
      rows: groups.map((g): Cell[] => {
        const columns = g.of.map((id) => columnOf(table, id));
        return [g.id, g.level, g.of.length, cell(cronbachAlpha(columns, { standardise: false }).alpha), cell(cronbachAlpha(columns).alpha)];
      })
    };
  })
};

function items({ structure }: Analysed, table: Table, node: string): Grid {
  const ids = (structure.children.get(node) ?? []).map((child) => child.id);
  const columns = ids.map((id) => columnOf(table, id));
  const [own, standard] = [cronbachAlpha(columns, { standardise: false }), cronbachAlpha(columns)];
  return {
    columns: ['item', 'alphaWithout', 'alphaStandardisedWithout', 'itemRest', 'itemRestStandardised'],
    rows: ids.map((id, j): Cell[] => [id, cell(own.withoutEach[j]), cell(standard.withoutEach[j]), cell(own.itemTotal[j]), cell(standard.itemTotal[j])])
  };
}

const SHOWN = ['components', 'loadings', 'directions', 'scores', 'adequacy'] as const;

export const pca: Look = {
  help: `pca           principal components of the correlation matrix, on the units without a gap
  --stage       default normalised
  --node        its children; without it all indicators
  --show        components (eigenvalues and shares, default), loadings (correlations with the components), directions
                (unit vectors, R's rotation), scores, adequacy (Kaiser–Meyer–Olkin, Bartlett)`,
  options: ['stage', 'node', 'show'],
  run: onTables((subject, option): Grid => {
    const show = oneOf('show', option.get('show') ?? 'components', SHOWN);
    const { structure } = subject;
    const node = option.get('node');
    const ids = (node === undefined ? indicatorsUnder(structure, structure.root.id) : (structure.children.get(nodeOf(subject, 'node', node, true)) ?? [])).map((n) => n.id);
    const table = tableAt(subject, option, ids.every((id) => structure.byId.get(id)?.level === 1) ? 'normalised' : 'aggregated');
    const c = principalComponents(ids.map((id) => columnOf(table, id)));
    const names = Array.from(c.eigenvalues, (_, f) => `PC${f + 1}`);
    const byColumn = (of: readonly Float64Array[]): Grid => ({ columns: ['iCode', ...names], rows: ids.map((id, j): Cell[] => [id, ...of.map((l) => cell(l[j]))]) });
    switch (show) {
      case 'components':
        return { columns: ['component', 'eigenvalue', 'explained', 'cumulative'], rows: names.map((name, f): Cell[] => [name, cell(c.eigenvalues[f]), cell(c.explained[f]), cell(c.cumulative[f])]) };
      case 'loadings':
        return byColumn(c.loadings);
      case 'directions':
        return byColumn(c.directions);
      case 'scores':
        return { columns: ['uCode', ...names], rows: table.units.map((unit, u): Cell[] => [unit, ...c.scores.map((s) => cell(s[u]))]) };
      case 'adequacy':
        return {
          columns: ['measure', 'of', 'value'],
          rows: [
            ['KMO', 'overall', cell(c.kmo)],
            ...ids.filter((_, j) => !c.flat.includes(j)).map((id, k): Cell[] => ['KMO', id, cell(c.kmoEach[k])]),
            ['Bartlett chi-squared', 'overall', cell(c.chiSquared)],
            ['Bartlett df', 'overall', c.df],
            ['Bartlett p', 'overall', cell(c.p)],
            ['units', 'overall', c.units]
          ]
        };
    }
  })
};
