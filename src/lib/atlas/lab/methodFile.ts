/**
 * A scenario as a method file (method.json of a pack), which the command line accepts in place of the pack's
 * own, and back again. Changed figures are no part of a method; they stand in its section `whatIf`, as do the names of blocks left out.
 */
import type { Method, Pack } from '../../pack';
import { applyChanges } from './apply';
import { formatChanges, isChanged, NO_CHANGES, ownWeights, parseChanges, type Changes } from './changes';

export interface WhatIf {
  readonly name: string;
  /** Blocks of the potential that the scenario leaves out, which tables of the pack may still name. */
  readonly leftOut: readonly string[];
  readonly values: Readonly<Record<string, number>>;
}

/** @returns text of the file, indented, ending in a line feed */
export function methodFile(pack: Pack, changes: Changes, name: string): string {
  const { potential, dynamics, robustness, intensity, partners, scenario, title, citation, baseYear, targetYear, ...rest } = applyChanges(pack, changes).method;
  const derived = pack.indicators.flatMap(({ id, theme, unit, decimals, additive, derivation, name: full, short }) =>
    derivation ? [{ id, theme, unit: unit.id, decimals, additive, expression: derivation.expression, name: full, short, ...(derivation.note ? { note: derivation.note } : {}) }] : []
  );
  const optional = Object.fromEntries(Object.entries({ robustness, intensity, partners, scenario }).filter(([, part]) => part !== null));
  const leftOut = pack.method.potential.map((b) => b.id).filter((id) => !potential.some((b) => b.id === id));
  const whatIf: WhatIf = { name, leftOut, values: changes.values };
  return `${JSON.stringify({ title, citation, baseYear, targetYear, derived, potential, dynamics, ...rest, ...optional, whatIf }, null, 2)}\n`;
}

export type MethodFileFault =
  | { readonly kind: 'not-json'; readonly detail: string }
  /** The file is of another pack, or changes what the laboratory does not: the parts that differ. */
  | { readonly kind: 'other'; readonly parts: readonly string[] };

/** Reads a method file as changes of this pack's method. */
export function readMethodFile(pack: Pack, text: string): { readonly changes: Changes; readonly name: string } | { readonly fault: MethodFileFault } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { fault: { kind: 'not-json', detail: error instanceof Error ? error.message : String(error) } };
  }
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return { fault: { kind: 'not-json', detail: '{ … }' } };
  const params = new URLSearchParams();
  const other = asParameters(pack, file as Partial<Method>, params);
  if (other.length > 0) return { fault: { kind: 'other', parts: other } };
  const { changes, notices } = parseChanges(params, pack);
  if (notices.length > 0) return { fault: { kind: 'other', parts: notices.map((n) => `${n.parameter}: ${n.value}`) } };
  const { name } = ((file as { whatIf?: Partial<WhatIf> }).whatIf ?? {});
  return { changes, name: typeof name === 'string' ? name : '' };
}

/** The file as parameters of an address, which are then checked like any address. @returns parts that cannot be written so */
function asParameters(pack: Pack, file: Partial<Method> & { readonly whatIf?: Partial<WhatIf> }, params: URLSearchParams): string[] {
  const { method } = pack;
  const other: string[] = [];
  const need = <T>(part: string, value: T | undefined, sound: (value: T) => boolean): value is T => {
    const good = value !== undefined && value !== null && sound(value);
    if (!good) other.push(part);
    return good;
  };
  const weights: [string, number][] = [];
  for (const [stage, prefix] of [['potential', ''], ['dynamics', 'dynamics.']] as const) {
    const blocks = file[stage];
    if (!need(stage, blocks, Array.isArray)) continue;
    for (const own of method[stage]) {
      const found = blocks.find((b) => b?.id === own.id);
      weights.push([prefix + own.id, Number(found?.weight ?? 0)]);
      // A block left out keeps its indicators as they are: they have no part in anything.
      for (const indicator of own.indicators) weights.push([indicator.id, found ? Number(found.indicators?.find((i) => i?.id === indicator.id)?.weight ?? 0) : indicator.weight]);
    }
    for (const b of blocks) {
      const own = method[stage].find((o) => o.id === b?.id);
      if (!own) other.push(`${stage}.${String(b?.id)}`);
      for (const i of b?.indicators ?? []) if (own && !own.indicators.some((o) => o.id === i?.id)) other.push(`${stage}.${own.id}.${String(i?.id)}`);
    }
  }
  const standard = ownWeights(method);
  const changed = weights.filter(([key, weight]) => weight !== standard.get(key));
  if (changed.length > 0) params.set('weights', changed.map(([key, weight]) => `${key}:${weight}`).join('~'));
  if (need('normalisation', file.normalisation, (n) => typeof n === 'object')) params.set('scale', String(file.normalisation?.method));
  if (need('aggregation', file.aggregation, (a) => typeof a === 'object' && a.within === method.aggregation.within)) params.set('mean', String(file.aggregation?.between));
  if (need('tiers', file.tiers, (t) => typeof t === 'object')) params.set('tiers', `${file.tiers?.leadingAboveSd},${file.tiers?.lowBelowSd}`);
  if (need('matrix', file.matrix, (m) => typeof m === 'object')) params.set('cut', String(file.matrix?.cut));
  if (need('baseYear', file.baseYear, Number.isInteger) && file.baseYear !== method.baseYear) params.set('base', String(file.baseYear));
  if (file.targetYear !== method.targetYear) other.push('targetYear');
  const values = Object.entries(file.whatIf?.values ?? {});
  if (values.length > 0) params.set('values', values.map(([key, factor]) => `${key}:${factor}`).join('~'));
  return other;
}

/** A scenario as one line, to be kept beside its name; and back. */
export const scenarioText = (changes: Changes): string => new URLSearchParams(formatChanges(changes).map(([k, v]) => [k, v])).toString();
export function readScenario(pack: Pack, text: string): Changes {
  const { changes } = parseChanges(new URLSearchParams(text), pack);
  return isChanged(changes) ? changes : NO_CHANGES;
}
