/**
 * The little linear algebra that the engine needs, on small dense matrices held row by row in a Float64Array
 * of n × n numbers.
 */

/** Lower triangle L with A = L Lᵀ, or null when A is not positive definite (to 1e-12 of its diagonal). */
export function cholesky(a: Float64Array, n: number): Float64Array | null {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] ?? NaN;
      for (let k = 0; k < j; k++) sum -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0);
      if (i !== j) l[i * n + j] = sum / (l[j * n + j] ?? NaN);
      else if (sum > 1e-12 * Math.abs(a[i * n + i] ?? 0)) l[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return l;
}

/** x with L Lᵀ x = b. */
export function choleskySolve(l: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? NaN;
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (l[i * n + i] ?? NaN);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] ?? NaN;
    for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (l[i * n + i] ?? NaN);
  }
  return x;
}

export interface Eigen {
  /** Descending. */
  readonly values: Float64Array;
  /** Unit vectors in the same order; the largest component of each is positive. */
  readonly vectors: readonly Float64Array[];
}

/** Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, 8.5). */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const get = (m: Float64Array, i: number, j: number) => m[i * n + j] ?? NaN;
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += get(a, i, j) ** 2;
    if (!(off > 1e-300)) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = get(a, p, q);
        if (apq === 0) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [kp, kq] = [get(a, k, p), get(a, k, q)];
          a[k * n + p] = c * kp - s * kq;
          a[k * n + q] = s * kp + c * kq;
        }
        for (let k = 0; k < n; k++) {
          const [pk, qk] = [get(a, p, k), get(a, q, k)];
          a[p * n + k] = c * pk - s * qk;
          a[q * n + k] = s * pk + c * qk;
          const [vp, vq] = [get(v, k, p), get(v, k, q)];
          v[k * n + p] = c * vp - s * vq;
          v[k * n + q] = s * vp + c * vq;
        }
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => get(a, j, j) - get(a, i, i) || i - j);
  const vectors = order.map((j) => {
    const x = Float64Array.from({ length: n }, (_, i) => get(v, i, j));
    const most = x.reduce((best, y) => (Math.abs(y) > Math.abs(best) + 1e-12 ? y : best), 0);
    return most < 0 ? x.map((y) => -y) : x;
  });
  return { values: Float64Array.from(order, (j) => get(a, j, j)), vectors };
}
