/** A pack as it would be under a scenario: everything else follows from it as from any pack. */
import type { Block, Method, Pack } from '../../pack';
import { formatChanges, type Changes } from './changes';

/** Packs kept for the scenarios last looked at. */
const KEPT = 6;
const known = new WeakMap<Pack, Map<string, Pack>>();

/** The same pack where nothing is changed, and the same changed pack for the same changes. */
export function applyChanges(pack: Pack, changes: Changes): Pack {
  const key = formatChanges(changes).map((part) => part.join('=')).join('&');
  if (key === '') return pack;
  let made = known.get(pack);
  if (!made) known.set(pack, (made = new Map()));
  const found = made.get(key) ?? { ...pack, method: changedMethod(pack.method, changes), observations: changedValues(pack, changes) };
  made.delete(key);
  made.set(key, found);
  for (const oldest of made.keys()) {
    if (made.size <= KEPT) break;
    made.delete(oldest);
  }
  return found;
}

/** The method alone: what a method file holds. Weights of 0 leave out. */
function changedMethod(method: Method, { weights, scale, mean, tiers, cut, base }: Changes): Method {
  const blocks = (prefix: string, stage: readonly Block[]): readonly Block[] =>
    stage
      .map((b) => ({ ...b, weight: weights[prefix + b.id] ?? b.weight, indicators: b.indicators.map((i) => ({ ...i, weight: weights[i.id] ?? i.weight })).filter((i) => i.weight > 0) }))
      .filter((b) => b.weight > 0);
  return {
    ...method,
    potential: blocks('', method.potential),
    dynamics: blocks('dynamics.', method.dynamics),
    normalisation: { ...method.normalisation, method: scale ?? method.normalisation.method },
    aggregation: { ...method.aggregation, between: mean ?? method.aggregation.between },
    tiers: tiers ? { ...method.tiers, leadingAboveSd: tiers[0], lowBelowSd: tiers[1] } : method.tiers,
    matrix: { ...method.matrix, cut: cut ?? method.matrix.cut },
    baseYear: base ?? method.baseYear
  };
}

/**
 * Values of the target year × their factor; where the year itself is not published, the value that the
 * method carries forward. Nothing missing becomes a value.
 */
function changedValues(pack: Pack, { values: factors }: Changes): Pack['observations'] {
  const { observations, areas, indicators, method } = pack;
  if (Object.keys(factors).length === 0) return observations;
  const values = observations.values.slice();
  const [years, size] = [observations.years, areas.length];
  for (const [key, factor] of Object.entries(factors)) {
    const at = key.indexOf('.');
    const indicator = indicators.findIndex((i) => i.id === key.slice(at + 1));
    const area = areas.findIndex((a) => a.code === key.slice(0, at));
    const lag = Math.max(0, ...[...method.potential, ...method.dynamics].flatMap((b) => b.indicators.map((i) => i.maxLag)));
    for (let year = method.targetYear; year >= method.targetYear - lag; year--) {
      const cell = (indicator * years.length + years.indexOf(year)) * size + area;
      if (!years.includes(year) || Number.isNaN(values[cell] ?? NaN)) continue;
      values[cell] = (values[cell] as number) * factor;
      break;
    }
  }
  return { ...observations, values };
}
