/**
 * Weights of a run: noise on each weight (COINr's noisy weights; Saisana, Saltelli & Tarantola 2005), or shares
 * of siblings from a Dirichlet distribution around their own shares. Factors act in the order of the design.
 *
 * Siblings sum to one afterwards; an aggregation does not depend on that sum.
 */
import type { Design, Factor } from './design';
import { substream, type Substream } from './draw';
import type { Model } from './model';

/** Writes the weights of all nodes, by place, at a point. No allocation. */
export type WeightRule = (point: Float64Array, out: Float64Array) => void;

export function weightRule(model: Model, m: number, design: Design): WeightRule {
  const { nodes, children } = model.structure;
  const families = Array.from(children, ([parent, list]) => ({ parent: model.place.get(parent) ?? -1, members: Int32Array.from(list, (child) => model.place.get(child.id) ?? -1) }));
  const level = ({ members }: { members: Int32Array }) => nodes[members[0] ?? -1]?.level ?? 0;
  const steps = design.factors.flatMap((factor, f) => {
    if (factor.kind !== 'weights' && factor.kind !== 'dirichlet') return [];
    const own = families.filter((family) => factor.level === 'all' || level(family) === factor.level);
    const change = factor.kind === 'weights' ? noisy(factor.noise) : dirichlet(factor.concentration);
    return [{ f, own, change }];
  });
  const base = model.weight.slice();
  for (const { members } of families) share(base, members);
  const stream = substream();
  return (point, out) => {
    out.set(base);
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      if (!step) continue;
      const { f, own, change } = step;
      for (let g = 0; g < own.length; g++) {
        const family = own[g];
        if (!family) continue;
        const { parent, members } = family;
        // One stream for all siblings, in their order.
        stream.start(design.seed, point[f] ?? NaN, f, m, parent);
        for (let j = 0; j < members.length; j++) {
          const k = members[j] ?? -1;
          out[k] = change(out[k] ?? NaN, members.length, stream);
        }
        share(out, members);
      }
    }
  };
}

/** True for factors that change weights. */
export const changesWeights = (factor: Factor): boolean => factor.kind === 'weights' || factor.kind === 'dirichlet';

type Change = (share: number, siblings: number, stream: Substream) => number;

const noisy =
  (noise: number): Change =>
  (w, _n, stream) =>
    w * (1 - noise + 2 * noise * stream.next());

const dirichlet =
  (concentration: number): Change =>
  (w, n, stream) =>
    w === 0 ? 0 : gamma(concentration * n * w, stream);

/** Divides by the sum; weights that vanish altogether stay as they are, all nought. */
function share(weights: Float64Array, family: Int32Array): void {
  let total = 0;
  for (let j = 0; j < family.length; j++) total += weights[family[j] ?? -1] ?? 0;
  if (!(total > 0)) return;
  for (let j = 0; j < family.length; j++) {
    const k = family[j] ?? -1;
    weights[k] = (weights[k] ?? NaN) / total;
  }
}

/** Gamma variate of shape a > 0 and scale 1 (Marsaglia & Tsang 2000; below 1 by their boost). */
export function gamma(a: number, stream: Substream): number {
  if (a < 1) {
    const u = 1 - stream.next();
    return gamma(a + 1, stream) * u ** (1 / a);
  }
  const d = a - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(stream);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - stream.next();
    if (Math.log(u) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Standard normal variate (Box & Muller 1958); the second of each pair is not used. */
function normal(stream: Substream): number {
  const r = Math.sqrt(-2 * Math.log(1 - stream.next()));
  return r * Math.cos(2 * Math.PI * stream.next());
}
