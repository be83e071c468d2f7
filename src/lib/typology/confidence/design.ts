/**
 * The robustness section of a method as a design of the uncertainty engine, for both stages at once:
 * indicators stand at level 1, blocks at level 2, the index at level 3.
 */
import type { Design, Factor } from '../../composite';
import type { Method, RobustnessFactor } from '../../pack';

/** Null for a method that does not say what varies. */
export function robustnessDesign(method: Method): Design | null {
  if (!method.robustness) return null;
  return { seed: method.robustness.seed, factors: method.robustness.factors.map((factor) => engineFactor(factor, method)) };
}

function engineFactor(factor: RobustnessFactor, method: Method): Factor {
  const { id } = factor;
  switch (factor.kind) {
    case 'weights':
      return { id, kind: 'weights', level: factor.of === 'indicators' ? 1 : 2, noise: factor.noise };
    case 'treatment':
      return { id, kind: 'treatment', options: factor.options.map((o) => (o.treat === 'none' ? o : { treat: 'chain', options: { maxPoints: o.maxPoints } })) };
    case 'normalisation':
      return { id, kind: 'normalisation', options: factor.options };
    case 'aggregation':
      return { id, kind: 'aggregation', level: factor.of === 'indicators' ? 2 : 3, options: factor.options.map((aggregate) => ({ aggregate })) };
    case 'omit':
      return { id, kind: 'omit', nodes: [null, ...indicatorsOf(method)] };
    case 'tierLimits':
      return { id, kind: 'number', lo: factor.lo, hi: factor.hi };
    case 'cut':
      return { id, kind: 'choice', options: factor.options };
  }
}

/** Indicators of both stages; one that counts in both is left out of both. */
export function indicatorsOf(method: Method): readonly string[] {
  return [...new Set([...method.potential, ...method.dynamics].flatMap((block) => block.indicators.map((i) => i.id)))];
}
