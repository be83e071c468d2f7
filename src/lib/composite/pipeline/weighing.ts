/** Weights of the children of one node by the scheme that the method says for them. */
import type { Direction } from '../../pack';
import { aggregateColumns, type Aggregation } from '../aggregateTree';
import type { Node } from '../structure';
import type { Note } from '../table';
import { balancedWeights } from '../weigh/balanced';
import { angleWeights, giniWeights, varianceWeights } from '../weigh/dispersion';
import { factorWeights } from '../weigh/factors';
import { cilosWeights, idocriwWeights } from '../weigh/impactLoss';
import { ahpWeights, budgetWeights } from '../weigh/judgement';
import { criticWeights, deviationWeights, entropyWeights, equalWeights, givenWeights, merecWeights } from '../weigh/objective';
import type { Weights } from '../weigh/result';
import type { WeighScheme } from './method';

/**
 * Shares of the children, sum 1; NaN throughout where the data allow none. An only child carries everything.
 * @param columns scores of the children, in their order
 * @param directions of the columns; needed where they are not turned yet
 * @param how the parent is scored, for weights that look at its score
 * @throws RangeError, naming the parent, for judgements that are none or values that the scheme cannot take
 */
export function weighChildren(scheme: WeighScheme, parent: Node, children: readonly Node[], columns: readonly Float64Array[], directions?: readonly Direction[], how: Aggregation = { aggregate: 'arithmetic' }): Weights {
  if (children.length === 1) return equalWeights(1);
  try {
    const { weights, log } = byScheme(scheme, children, columns, directions, how);
    return { weights, log: log.map((note) => ({ ...note, column: parent.id, message: `${parent.id}: ${note.message}` })) };
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`weights of the children of ${parent.id}: ${error.message}`, { cause: error });
    throw error;
  }
}

function byScheme(scheme: WeighScheme, children: readonly Node[], columns: readonly Float64Array[], directions: readonly Direction[] | undefined, how: Aggregation): Weights {
  switch (scheme.scheme) {
    case 'own':
      return givenWeights(children.map((child) => child.weight));
    case 'equal':
      return equalWeights(children.length);
    case 'given':
      return givenWeights(children.map((child) => scheme.weights.get(child.id) ?? child.weight));
    case 'deviation':
      return deviationWeights(columns);
    case 'entropy':
      return entropyWeights(columns);
    case 'merec':
      return merecWeights(columns, directions);
    case 'gini':
      return giniWeights(columns);
    case 'variance':
      return varianceWeights(columns);
    case 'angle':
      return angleWeights(columns);
    case 'cilos':
      return cilosWeights(columns, directions);
    case 'idocriw':
      return idocriwWeights(columns, directions);
    case 'critic':
      return criticWeights(columns, scheme);
    case 'factors': {
      const result = factorWeights(columns, scheme);
      const kept = result.explained.length;
      return { weights: result.weights, log: [...result.log, note('factors', kept, `${kept} factors explain ${((100 * result.explained.reduce((a, b) => a + b, 0)) / columns.length).toFixed(1)} % of the variance`)] };
    }
    case 'balanced': {
      if (directions) throw new RangeError('balanced weights look at scores and are drawn from normalised values');
      const units = columns[0]?.length ?? 0;
      const score = how.aggregate === 'arithmetic' ? undefined : (weights: Float64Array) => aggregateColumns(columns, weights, units, how).score;
      return balancedWeights(columns, { importance: children.map((child) => scheme.importance?.get(child.id) ?? 1), measure: scheme.measure, score });
    }
    case 'ahp': {
      const result = ahpWeights(scheme.matrix);
      const ratio = result.consistencyRatio;
      return { weights: inOrder(result.weights, scheme.order, children), log: [note('consistency', children.length, `consistency ratio ${ratio.toPrecision(10)} (λ = ${result.lambdaMax.toPrecision(10)})${ratio > 0.1 ? ', above 0.1: the judgements contradict one another' : ''}`)] };
    }
    case 'budget': {
      const result = budgetWeights(scheme.points, scheme.budget);
      return { ...result, weights: inOrder(result.weights, scheme.order, children) };
    }
  }
}

const note = (kind: string, cells: number, message: string): Note => ({ step: 'weigh', kind, cells, message });

function inOrder(weights: Float64Array, order: readonly string[], children: readonly Node[]): Float64Array {
  return Float64Array.from(children, (child) => {
    const j = order.indexOf(child.id);
    if (j < 0) throw new RangeError(`no judgement on ${child.id}`);
    return weights[j] ?? NaN;
  });
}
