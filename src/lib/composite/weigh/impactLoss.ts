/**
 * CILOS, the criterion impact loss, and IDOCRIW, which multiplies it with entropy (Zavadskas & Podvezko 2016):
 * a column weighs the less, the more it loses where the other columns are at their best.
 */
import type { Direction } from '../../pack';
import { extent } from '../summary';
import { entropyWeights } from './objective';
import { completeRows, shared, weighNote, type Weights } from './result';

/**
 * The weights q with F q = 0. F is the matrix of relative losses P less the sums of its columns on the diagonal:
 * the equilibrium of flows Pᵢⱼ from j to i, found by the elimination of Grassmann, Taksar & Heyman (1985), which
 * subtracts nothing.
 * @param directions −1 turns a column into least value ÷ value
 * @throws RangeError for a value ≤ 0
 */
export function cilosWeights(columns: readonly Float64Array[], directions?: readonly Direction[]): Weights {
  const { columns: full, log } = completeRows(columns);
  const n = full.length;
  const shares = full.map((column, j) => {
    const [min] = extent(column);
    if (min <= 0) throw new RangeError(`CILOS: value ${min} is not positive`);
    const turned = directions?.[j] === -1 ? column.map((v) => min / v) : column;
    const total = turned.reduce((a, b) => a + b, 0);
    return turned.map((v) => v / total);
  });
  const best = shares.map((column) => column.indexOf(extent(column)[1]));
  const flow = shares.map((_, i) =>
    Float64Array.from(shares, (column, j) => {
      const top = column[best[j] ?? 0] ?? NaN;
      return (top - (column[best[i] ?? 0] ?? NaN)) / top;
    })
  );
  const raw = equilibrium(flow, n);
  return raw ? shared(raw, log) : { weights: new Float64Array(n).fill(NaN), log: [...log, weighNote('undefined', n, 'a column loses nothing where the others are at their best: no weights')] };
}

/** Entropy × CILOS, as shares. @throws RangeError for a value ≤ 0 */
export function idocriwWeights(columns: readonly Float64Array[], directions?: readonly Direction[]): Weights {
  const loss = cilosWeights(columns, directions);
  const entropy = entropyWeights(columns);
  return shared(entropy.weights.map((w, j) => w * (loss.weights[j] ?? NaN)), loss.log);
}

/** Null where a state cannot be left and so takes all. */
function equilibrium(flow: readonly Float64Array[], n: number): Float64Array | null {
  // a[j][i]: flow from j to i.
  const a = Array.from({ length: n }, (_, j) => Float64Array.from({ length: n }, (_, i) => (i === j ? 0 : (flow[i]?.[j] ?? NaN))));
  const at = (j: number, i: number) => a[j]?.[i] ?? 0;
  const out = new Float64Array(n);
  for (let k = n - 1; k > 0; k--) {
    let leaving = 0;
    for (let i = 0; i < k; i++) leaving += at(k, i);
    if (!(leaving > 0)) return null;
    out[k] = leaving;
    for (let j = 0; j < k; j++) for (let i = 0; i < k; i++) if (i !== j) (a[j] ?? out)[i] = at(j, i) + (at(j, k) * at(k, i)) / leaving;
  }
  const q = new Float64Array(n);
  q[0] = 1;
  for (let k = 1; k < n; k++) {
    let into = 0;
    for (let j = 0; j < k; j++) into += (q[j] ?? NaN) * at(j, k);
    q[k] = into / (out[k] ?? NaN);
  }
  return q;
}
