/**
 * Treat() of COINr: `global_specs` and `indiv_specs` with f1, f2 and f_pass, or the arguments of qTreat().
 *
 * As there, the specification of an indicator is merged with the global one, and the parameters of a function
 * that it names anew, or does not name, begin from the function's own defaults.
 */
import type { Method } from '../../pipeline/method';
import type { Transformation } from '../../transform';
import type { ColumnTreatment, TreatOptions } from '../../treat';
import { isIndicator, type Context } from '../context';
import { fault, inside, unboxed, type Place } from '../shape';
import { named, TRANSFORMATIONS } from './names';

const QUICK = ['winmax', 'skew_thresh', 'kurt_thresh', 'f2'];
const KEYS = ['global_specs', 'indiv_specs', 'combine_treat', 'disable', ...QUICK];

export const isCoinrTreat = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value) && KEYS.some((key) => key in value);

type Para = Readonly<Record<string, unknown>>;
interface Specs {
  readonly f1: string;
  readonly f1_para: Para;
  readonly f2: string | null;
  readonly f2_para: Para;
  readonly f_pass_para: Para;
}

const GLOBAL: Specs = { f1: 'winsorise', f1_para: {}, f2: 'log_CT', f2_para: {}, f_pass_para: {} };
const FIELDS = ['f1', 'f1_para', 'f2', 'f2_para', 'f_pass', 'f_pass_para'];

export function coinrTreat(value: Record<string, unknown>, place: Place, context: Context): Method['treat'] {
  for (const key of Object.keys(value)) if (!KEYS.includes(key)) fault(inside(place, key), undefined, `one of the fields ${KEYS.join(', ')}`);
  if (unboxed(value['disable']) === true) return null;
  const quick = QUICK.some((key) => key in value);
  const limits = Object.fromEntries(['skew_thresh', 'kurt_thresh'].filter((k) => k in value).map((k) => [k, value[k]]));
  const given = quick ? { f1_para: { ...limits, ...('winmax' in value ? { winmax: value['winmax'] } : {}) }, f_pass_para: limits, ...('f2' in value ? { f2: value['f2'] } : {}) } : (unboxed(value['global_specs']) ?? {});
  const own = named(value['indiv_specs'], []);
  const combine = unboxed(value['combine_treat']) === true;
  const none = given === 'none';
  const global = none ? GLOBAL : merged(GLOBAL, given, quick ? place : inside(place, 'global_specs'), false);
  if (!global) return null;
  const options = optionsOf(global, combine, inside(place, 'global_specs'));
  const of = new Map<string, ColumnTreatment>();
  if (none) for (const node of context.structure.indicators) of.set(node.id, { treat: 'none' });
  for (const [id, specs] of Object.entries(own)) {
    const here = inside(inside(place, 'indiv_specs'), id);
    if (!isIndicator(context, here, id)) continue;
    if (unboxed(specs) === 'none') {
      of.set(id, { treat: 'none' });
      continue;
    }
    const all = merged(global, specs, here, true);
    const treatment = all && optionsOf(all, combine, here);
    if (treatment) of.set(id, { treat: 'chain', options: treatment });
  }
  return options && { options, of, over: 'time' };
}

function merged(base: Specs, value: unknown, place: Place, anew: boolean): Specs | null {
  const given = named(value, []);
  for (const key of Object.keys(given)) if (!FIELDS.includes(key)) fault(inside(place, key), undefined, `one of the fields ${FIELDS.join(', ')}`);
  const pass = unboxed(given['f_pass'] ?? 'check_SkewKurt');
  if (pass !== 'check_SkewKurt') return fault(inside(place, 'f_pass'), pass, 'check_SkewKurt, the test there is');
  const f1 = unboxed(given['f1'] ?? base.f1);
  const f2 = 'f2' in given ? unboxed(given['f2']) : base.f2;
  if (typeof f1 !== 'string') return fault(inside(place, 'f1'), f1, 'the name of a function');
  if (f2 !== null && typeof f2 !== 'string') return fault(inside(place, 'f2'), f2, 'the name of a function, or null');
  const para = (key: 'f1_para' | 'f2_para' | 'f_pass_para', kept: boolean): Para => ({ ...(kept ? base[key] : {}), ...named(given[key], []) });
  return {
    f1,
    f1_para: para('f1_para', !anew || given['f1'] === base.f1),
    f2,
    f2_para: para('f2_para', !anew || given['f2'] === base.f2),
    f_pass_para: para('f_pass_para', !anew || given['f_pass'] !== undefined)
  };
}

function optionsOf(specs: Specs, combine: boolean, place: Place): TreatOptions | null {
  const first = step(specs.f1, specs.f1_para, inside(place, 'f1'));
  const then = specs.f2 === null || specs.f2 === 'none' ? null : step(specs.f2, specs.f2_para, inside(place, 'f2'));
  if (first === undefined || then === undefined) return null;
  const para = first === 'winsorise' ? specs.f1_para : specs.f2_para;
  const where = inside(place, first === 'winsorise' ? 'f1_para' : 'f2_para');
  const limit = (from: Para, key: string, normal: number, p: Place): number => {
    const n = unboxed(from[key]);
    if (n === undefined) return normal;
    return typeof n === 'number' ? n : (fault(inside(p, key), n, 'a number') ?? normal);
  };
  const winmax = 'winmax' in para ? unboxed(para['winmax']) : 5;
  if (winmax !== null && !(typeof winmax === 'number' && winmax >= 0)) return fault(inside(where, 'winmax'), winmax, 'a number of points, or null for no limit');
  const pass = inside(place, 'f_pass_para');
  return {
    first,
    then,
    combine,
    maxPoints: winmax ?? Infinity,
    force: unboxed(para['force_win']) === true,
    skew: limit(para, 'skew_thresh', 2, where),
    kurt: limit(para, 'kurt_thresh', 3.5, where),
    test: { skew: limit(specs.f_pass_para, 'skew_thresh', 2, pass), kurt: limit(specs.f_pass_para, 'kurt_thresh', 3.5, pass) }
  };
}

function step(name: string, para: Para, place: Place): 'winsorise' | Transformation | undefined {
  if (name === 'winsorise') return name;
  const transform = TRANSFORMATIONS[name];
  if (transform === 'boxCox') {
    const lambda = unboxed(para['lambda']);
    if (typeof lambda !== 'number') return fault({ ...place, path: `${place.path}_para.lambda` }, lambda, 'a number; boxcox has no default') ?? undefined;
    return { transform, lambda, shift: unboxed(para['makepos']) === false ? 'never' : 'always' };
  }
  return transform === undefined ? (fault(place, name, `winsorise or one of ${Object.keys(TRANSFORMATIONS).join(', ')}`) ?? undefined) : { transform };
}
