/** Looks at single units: strengths and weaknesses, and how little must change for two to change places. */
import { neighbourReversals, rankReversal, strengths as strengthsOf, type ChangeNorm } from '../../lib/composite';
import { oneOf, UsageError } from '../command';
import { cell, type Cell, type Grid } from '../grid';
import { nodeOf, onTables, tableAt, unitOf, whole, type Look } from './look';

export const strengths: Look = {
  help: `strengths     the indicators in which each unit stands highest and lowest
  --unit        one unit; default all
  --top, --bottom  how many; default 5
  --group       column of groups: places within the group
  --unique      leave out indicators with a smaller share of different values; default 0
  --stage       default raw, turned by direction; later stages but normalised likewise`,
  options: ['unit', 'top', 'bottom', 'group', 'unique', 'stage'],
  run: onTables((subject, option): Grid => {
    const table = tableAt(subject, option, 'raw');
    const turned = ['normalised', 'aggregated'].includes(option.get('stage') ?? 'raw');
    const only = option.has('unit') ? unitOf(subject, 'unit', option.get('unit') ?? '') : null;
    const name = option.get('group');
    const column = name === undefined ? null : subject.groups.get(name);
    if (name !== undefined && !column) throw new UsageError(`--group ${name}: the data have the groups ${[...subject.groups.keys()].join(', ') || 'none'}`);
    const leastUnique = Number(option.get('unique') ?? 0);
    if (!(leastUnique >= 0 && leastUnique <= 1)) throw new UsageError(`--unique ${option.get('unique') ?? ''}: a share between 0 and 1`);
    const indicators = { ...table, columns: new Map([...table.columns].filter(([id]) => subject.structure.byId.get(id)?.level === 1)) };
    const profiles = strengthsOf(indicators, {
      top: whole('top', option.get('top'), 5), bottom: whole('bottom', option.get('bottom'), 5), leastUnique,
      ...(turned ? {} : { directions: subject.directions }),
      ...(column ? { groups: table.units.map((unit) => column.get(unit) ?? null), withinGroup: true } : {})
    });
    return {
      columns: ['unit', 'side', 'indicator', 'block', 'value', 'rank', 'of', ...(column ? ['groupRank', 'groupOf'] : []), 'relative'],
      rows: profiles.filter((p) => only === null || p.unit === only).flatMap((p) =>
        (['strengths', 'weaknesses'] as const).flatMap((side) =>
          p[side].map((s): Cell[] => [p.unit, side === 'strengths' ? 'strength' : 'weakness', s.indicator, subject.structure.byId.get(s.indicator)?.parent ?? null, cell(s.value), s.rank, s.of, ...(column ? [cell(s.groupRank), s.groupOf] : []), cell(s.relative)])
        )
      )
    };
  })
};

const NORMS: readonly ChangeNorm[] = ['absolute', 'relative', 'moved'];

export const weightsChange: Look = {
  help: `weights-change  the least change of weights at which two units change places, for an index of arithmetic means
  --pair        A,B; without it each unit and the next in the ranking
  --node        node whose children's weights change (default the index), or indicators for all effective weights
  --norm        absolute (least squares of the changes, default), relative (of the changes over the weights), moved
                (least weight that changes hands)
  With --pair: weights now and at the change, and the weight that each alone must get. Otherwise a line per pair.`,
  options: ['pair', 'node', 'norm'],
  run: onTables((subject, option): Grid => {
    const table = tableAt(subject, option, 'aggregated');
    const asked = option.get('node');
    const node = asked === undefined ? undefined : asked === 'indicators' ? null : nodeOf(subject, 'node', asked, true);
    const how = { norm: oneOf('norm', option.get('norm') ?? 'absolute', NORMS), ...(node === undefined ? {} : { node }) };
    const pair = option.get('pair');
    if (pair === undefined) {
      return {
        columns: ['ahead', 'behind', 'gap', 'outcome', 'moved', 'distance'],
        rows: neighbourReversals(table, subject.structure, how).map((r): Cell[] => [r.ahead, r.behind, cell(r.gap), r.outcome, cell(r.moved), cell(r.distance)])
      };
    }
    const [a, b, ...more] = pair.split(',').map((unit) => unitOf(subject, 'pair', unit.trim()));
    if (a === undefined || b === undefined || more.length > 0 || a === b) throw new UsageError(`--pair ${pair}: two units, A,B`);
    const r = rankReversal(table, subject.structure, [a, b], how);
    return {
      columns: ['ahead', 'behind', 'gap', 'outcome', 'moved', 'distance', 'node', 'weight', 'changed', 'alone'],
      rows: r.nodes.map((id, i): Cell[] => [r.ahead, r.behind, cell(r.gap), r.outcome, cell(r.moved), cell(r.distance), id, cell(r.from[i]), cell(r.weights[i]), cell(r.alone[i])])
    };
  })
};
