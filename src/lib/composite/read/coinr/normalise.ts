/**
 * Normalise() of COINr: `global_specs` and `indiv_specs`, or `f_n` and `f_n_para` alone as in qNormalise().
 *
 * COINr hands a function the column already multiplied by its direction, with parameters for that column; here
 * parameters are in the indicator's own unit, so those of a reversed indicator are turned back.
 */
import type { Direction } from '../../../pack';
import type { Normalisation } from '../../normalise/table';
import type { Ties } from '../../normalise/ranks';
import type { Method } from '../../pipeline/method';
import type { Node } from '../../structure';
import { isIndicator, type Context } from '../context';
import { fault, inside, unboxed, type Place } from '../shape';
import { frame, named, NORMALISATIONS } from './names';

const KEYS = ['global_specs', 'indiv_specs', 'directions', 'global', 'f_n', 'f_n_para'];
const TIES: Readonly<Record<string, Ties>> = { min: 'least', average: 'mean', max: 'greatest' };

export const isCoinrNormalise = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && ['global_specs', 'indiv_specs', 'global', 'f_n', 'f_n_para'].some((key) => key in value);

export function coinrNormalise(value: Record<string, unknown>, place: Place, context: Context, base: Method['normalise']): Method['normalise'] | null {
  for (const key of Object.keys(value)) if (!KEYS.includes(key)) fault(inside(place, key), undefined, `one of the fields ${KEYS.join(', ')}`);
  const global = spec(value['global_specs'] ?? { f_n: value['f_n'] ?? 'n_minmax', f_n_para: value['f_n_para'] }, inside(place, 'global_specs'));
  const own = named(value['indiv_specs'], []);
  for (const id of Object.keys(own)) if (!isIndicator(context, inside(inside(place, 'indiv_specs'), id), id)) return null;
  const given = directionsOf(value['directions'], inside(place, 'directions'), context);
  const directions = new Map(given);
  const of = new Map<string, Normalisation>();
  for (const node of context.structure.indicators) {
    const here = node.id in own ? inside(inside(place, 'indiv_specs'), node.id) : inside(place, 'global_specs');
    const used = node.id in own ? spec(own[node.id], here) : global;
    if (!used) continue;
    const direction = given.get(node.id) ?? node.direction ?? 1;
    const result = byFunction(used, here, context, node, direction);
    if (!result) continue;
    of.set(node.id, result.how);
    if (result.direction !== direction) directions.set(node.id, result.direction);
  }
  const global_ = unboxed(value['global'] ?? true);
  if (typeof global_ !== 'boolean') return fault(inside(place, 'global'), global_, 'true or false');
  return of.size === context.structure.indicators.length ? { how: base.how, of, directions, over: global_ ? 'panel' : 'time' } : null;
}

interface Spec {
  readonly f: string;
  readonly para: unknown;
}

function spec(value: unknown, place: Place): Spec | null {
  const { f_n, f_n_para, ...rest } = named(value, ['f_n', 'f_n_para']);
  for (const key of Object.keys(rest)) fault(inside(place, key), undefined, 'one of the fields f_n, f_n_para');
  const f = unboxed(f_n ?? 'n_minmax');
  if (typeof f !== 'string' || !(f in NORMALISATIONS)) return fault(inside(place, 'f_n'), f, `one of ${Object.keys(NORMALISATIONS).join(', ')}`);
  return { f, para: unboxed(f_n_para) === 'use_iMeta' ? 'use_iMeta' : f_n_para };
}

function directionsOf(value: unknown, place: Place, context: Context): Map<string, Direction> {
  const result = new Map<string, Direction>();
  if (value === undefined || value === null) return result;
  const rows = frame(value);
  // As a data frame with the columns iCode and Direction, or directions by code.
  const pairs = rows?.every((row) => 'iCode' in row) ? rows.map((row) => [String(row['iCode']), row['Direction']] as const) : Object.entries(value as Record<string, unknown>);
  for (const [id, direction] of pairs) {
    if (!isIndicator(context, place, id)) continue;
    if (direction === 1 || direction === -1) result.set(id, direction);
    else fault(inside(place, id), direction, '1 or -1');
  }
  return result;
}

function byFunction({ f, para }: Spec, place: Place, context: Context, node: Node, direction: Direction): { how: Normalisation; direction: Direction } | null {
  const here = inside(place, 'f_n_para');
  const meta = context.records.get(node.id) ?? {};
  const fromMeta = para === 'use_iMeta';
  const field = (name: string): number | null => (meta[name] === undefined ? fault(here, 'use_iMeta', `a column ${name} of iMeta with a value for ${node.id}`) : Number(meta[name]));
  const flag = (name: string): boolean => /^(TRUE|T|true|1)$/.test(meta[name] ?? '');
  const numbers = (value: unknown, n: number, name: string): readonly number[] | null =>
    Array.isArray(value) && value.length === n && value.every((x) => typeof x === 'number' && Number.isFinite(x)) ? (value as number[]) : fault(inside(here, name), value, `${n} numbers`);
  const bool = (value: unknown): boolean => unboxed(value) === true;
  const plain = (how: Normalisation) => ({ how, direction });

  switch (f) {
    case 'none':
      return plain({ method: 'none' });
    case 'n_fracmax':
      return plain({ method: 'fractionOfMax' });
    case 'n_dist2max':
      return plain({ method: 'distanceToMax' });
    case 'n_rank':
    case 'n_borda':
    case 'n_prank': {
      const wanted = unboxed(named(para, ['ties.method'])['ties.method'] ?? 'min');
      const ties = TIES[String(wanted)];
      if (!ties) return fault(inside(here, 'ties.method'), wanted, `one of ${Object.keys(TIES).join(', ')}`);
      return plain({ method: f === 'n_rank' ? 'rank' : f === 'n_borda' ? 'borda' : 'percentileRank', ties });
    }
    case 'n_minmax': {
      const range = fromMeta ? [field('minmax_lower'), field('minmax_upper')] : numbers(named(para, ['l_u'])['l_u'] ?? [0, 100], 2, 'l_u');
      return range && range.every((x) => x !== null) ? plain({ method: 'minMax', range: [range[0] ?? 0, range[1] ?? 100] }) : null;
    }
    case 'n_zscore': {
      const m_sd = fromMeta ? [field('zscore_mean'), field('zscore_sd')] : numbers(named(para, ['m_sd'])['m_sd'] ?? [0, 1], 2, 'm_sd');
      if (!m_sd || m_sd.some((x) => x === null)) return null;
      const [mean, sd] = [m_sd[0] ?? 0, m_sd[1] ?? 1];
      return sd > 0 ? plain({ method: 'zScore', mean, sd }) : fault(inside(here, 'm_sd'), m_sd, 'a standard deviation above nought');
    }
    case 'n_scaled': {
      const p = named(para, ['npara', 'scale_factor']);
      const ends = fromMeta ? [field('scaled_lower'), field('scaled_upper')] : numbers(p['npara'] ?? [0, 100], 2, 'npara');
      const scale = fromMeta ? field('scale_factor') : (unboxed(p['scale_factor']) ?? 100);
      if (!ends || ends.some((x) => x === null) || typeof scale !== 'number') return null;
      return posts([ends[0] ?? 0, ends[1] ?? 100], fromMeta ? 1 : direction, scale, false, direction, inside(here, 'npara'));
    }
    case 'n_goalposts': {
      const p = named(para, ['gposts', 'direction', 'trunc2posts']);
      if (fromMeta) {
        const all = [field('goalpost_lower'), field('goalpost_upper'), field('goalpost_scale')];
        if (all.some((x) => x === null)) return null;
        return posts([all[0] ?? 0, all[1] ?? 1], 1, all[2] ?? 1, flag('goalpost_trunc2posts'), direction, here);
      }
      const given = numbers(p['gposts'], 3, 'gposts');
      if (!given) return null;
      const truncate = p['trunc2posts'] === undefined ? true : bool(p['trunc2posts']);
      const turned = (unboxed(p['direction']) === -1 ? -direction : direction) as Direction;
      return posts([given[0] ?? 0, given[1] ?? 1], direction, given[2] ?? 1, truncate, turned, inside(here, 'gposts'));
    }
    case 'n_dist2targ': {
      const p = named(para, ['targ', 'direction', 'cap_max']);
      if (fromMeta) {
        const target = node.target;
        return target === undefined ? fault(here, 'use_iMeta', `a Target of ${node.id} in iMeta`) : plain({ method: 'distanceToTarget', target, cap: flag('dist2targ_cap_max') });
      }
      const targ = unboxed(p['targ']);
      if (typeof targ !== 'number') return fault(inside(here, 'targ'), targ, 'a number, or "use_iMeta" as f_n_para for the column Target of iMeta');
      const turned = (unboxed(p['direction']) === -1 ? -direction : direction) as Direction;
      return { how: { method: 'distanceToTarget', target: targ * direction, cap: bool(p['cap_max']) }, direction: turned };
    }
    case 'n_dist2ref': {
      const p = named(para, ['iref', 'cap_max']);
      const iref = unboxed(p['iref']);
      // COINr sorts its units by code.
      const unit = typeof iref === 'number' ? [...new Set(context.units)].sort()[iref - 1] : undefined;
      place.report.warn({ file: here.file, column: `${here.path}.iref`, value: unit ?? null }, 'the unit of that number among all units of the data, in the order of their codes; name it instead where screening may remove some before it');
      return unit === undefined ? fault(inside(here, 'iref'), iref, `the number of a unit, from 1, with units in the order of their codes`) : plain({ method: 'distanceToReference', unit, cap: bool(p['cap_max']) });
    }
    default:
      return fault(inside(place, 'f_n'), f, `one of ${Object.keys(NORMALISATIONS).join(', ')}`);
  }
}

/** @param turn direction of the scale on which the two ends are given */
function posts(ends: readonly [number, number], turn: Direction, scale: number, truncate: boolean, direction: Direction, place: Place): { how: Normalisation; direction: Direction } | null {
  const [lo, hi] = turn === 1 ? ends : [-ends[1], -ends[0]];
  return lo < hi ? { how: { method: 'goalposts', lo, hi, scale, truncate }, direction } : fault(place, ends, 'a lower end below the upper one');
}
