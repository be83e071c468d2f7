/** Denominate(), Impute() and Screen() of COINr, with the names of their arguments. */
import type { Denomination } from '../../denominate';
import type { ImputeMethod, Method } from '../../pipeline/method';
import type { ScreenOptions } from '../../screen';
import { isIndicator, isUnit, type Context } from '../context';
import { checkedImpute } from '../sections/prepare';
import { fault, inside, unboxed, type Place } from '../shape';
import { frame, named } from './names';

const KEYS = {
  denominate: ['denomby'],
  impute: ['f_i', 'f_i_para', 'impute_by', 'use_group', 'group_level', 'normalise_first', 'disable'],
  screen: ['unit_screen', 'dat_thresh', 'nonzero_thresh', 'Force']
} as const;

export const isCoinr = (part: keyof typeof KEYS, value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value) && KEYS[part].some((key) => key in value);

function known(part: keyof typeof KEYS, value: Record<string, unknown>, place: Place): void {
  for (const key of Object.keys(value)) if (!(KEYS[part] as readonly string[]).includes(key)) fault(inside(place, key), undefined, `one of the fields ${KEYS[part].join(', ')}`);
}

export function coinrDenominate(value: Record<string, unknown>, place: Place, context: Context, own: ReadonlyMap<string, Denomination>): ReadonlyMap<string, Denomination> {
  known('denominate', value, place);
  if (value['denomby'] === null) return own;
  const here = inside(place, 'denomby');
  const rows = frame(value['denomby']);
  const plan = new Map<string, Denomination>();
  if (!rows) return fault(here, value['denomby'], 'a data frame with the columns iCode and Denominator') ?? plan;
  rows.forEach((row, i) => {
    const [id, by, scale] = [row['iCode'], row['Denominator'], row['ScaleFactor'] ?? 1];
    const at = inside(here, i);
    if (typeof id !== 'string' || !isIndicator(context, inside(at, 'iCode'), id)) return;
    if (typeof by !== 'string' || !context.columns.includes(by)) fault(inside(at, 'Denominator'), by, 'a column of numbers of the data');
    else if (typeof scale !== 'number') fault(inside(at, 'ScaleFactor'), scale, 'a number');
    else plan.set(id, { by, ...(scale === 1 ? {} : { scale }) });
  });
  return plan;
}

export function coinrImpute(value: Record<string, unknown>, place: Place, context: Context): Method['impute'] {
  known('impute', value, place);
  if (unboxed(value['disable']) === true) return null;
  const f = unboxed(value['f_i'] ?? 'i_mean');
  const by = unboxed(value['impute_by'] ?? 'column');
  const group = unboxed(value['use_group'] ?? null);
  const level = unboxed(value['group_level'] ?? null);
  const first = unboxed(value['normalise_first'] ?? null);
  const para = named(value['f_i_para'], []);
  if (f === 'none') return null;
  if (f === 'impute_panel') {
    const type = unboxed(para['imp_type'] ?? 'latest');
    const max = unboxed(para['max_time'] ?? null);
    const method = type === 'linear-constant' ? 'linear' : type;
    if (method !== 'latest' && method !== 'linear' && method !== 'constant') return fault(inside(place, 'f_i_para.imp_type'), type, 'one of latest, linear, linear-constant, constant');
    return { how: { impute: method, ...(typeof max === 'number' ? { maxTimes: max } : {}) }, over: 'panel' };
  }
  const statistic = f === 'i_mean' || f === 'i_mean_grp' ? 'mean' : f === 'i_median' || f === 'i_median_grp' ? 'median' : null;
  if (statistic === null) return fault(inside(place, 'f_i'), f, 'one of i_mean, i_median, i_mean_grp, i_median_grp, impute_panel, none');
  const grouped = f === 'i_mean_grp' || f === 'i_median_grp';
  if (grouped && typeof group !== 'string') return fault(inside(place, 'use_group'), group ?? undefined, `the column of groups that ${f} needs`);
  if (by === 'column') return checkedImpute({ impute: statistic, ...(grouped && typeof group === 'string' ? { group } : {}) }, 'time', place, context);
  if (by !== 'row') return fault(inside(place, 'impute_by'), by, 'column or row');
  if (grouped) return fault(inside(place, 'f_i'), f, 'i_mean or i_median by row');
  const how: ImputeMethod = { impute: statistic === 'mean' ? 'rowMean' : 'rowMedian', ...(typeof level === 'number' ? { level } : {}), ...(typeof first === 'boolean' ? { normalise: first } : {}) };
  return checkedImpute(how, 'time', place, context);
}

const SCREENS: Readonly<Record<string, ScreenOptions['by']>> = { byNA: 'present', byzeros: 'nonZero', byNAandzeros: 'both' };

export function coinrScreen(value: Record<string, unknown>, place: Place, context: Context): ScreenOptions | null {
  known('screen', value, place);
  const wanted = unboxed(value['unit_screen']);
  const by = SCREENS[String(wanted)];
  if (!by) return fault(inside(place, 'unit_screen'), wanted, `one of ${Object.keys(SCREENS).join(', ')}`);
  const limit = (key: string, normal: number): number => {
    const n = unboxed(value[key] ?? normal);
    return typeof n === 'number' && n >= 0 && n <= 1 ? n : (fault(inside(place, key), n, 'a number from 0 to 1') ?? normal);
  };
  const force = new Map<string, boolean>();
  const rows = value['Force'] === undefined || value['Force'] === null ? [] : frame(value['Force']);
  if (!rows) return fault(inside(place, 'Force'), value['Force'], 'a data frame with the columns uCode and Include');
  rows.forEach((row, i) => {
    const at = inside(inside(place, 'Force'), i);
    if (typeof row['Include'] !== 'boolean') fault(inside(at, 'Include'), row['Include'], 'true or false');
    else if (isUnit(context, inside(at, 'uCode'), String(row['uCode']))) force.set(String(row['uCode']), row['Include']);
  });
  return { by, present: limit('dat_thresh', 2 / 3), nonZero: limit('nonzero_thresh', 0.05), ...(force.size > 0 ? { force } : {}) };
}
