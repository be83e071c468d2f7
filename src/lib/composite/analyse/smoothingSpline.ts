/**
 * The natural cubic smoothing spline: the curve g that makes Σ (y − g(x))² + λ ∫ g″² least, with λ by generalised
 * cross-validation (Reinsch 1967; Craven & Wahba 1979; Green & Silverman 1994, chapters 2 and 3). Work grows with
 * the number of points: the equations have five diagonals.
 */
import { extent } from '../summary';

export interface Smooth {
  /** g at each x. */
  readonly fitted: Float64Array;
  /** Trace of the smoother, from 2 (a straight line) up. */
  readonly degrees: number;
  /** For x stretched to 0–1. */
  readonly lambda: number;
}

/**
 * @param x, y without gaps, of one length
 * @param most degrees of freedom at most, so that few points are not joined up; ≥ 2
 */
export function smoothingSpline(x: Float64Array, y: Float64Array, most = Infinity): Smooth {
  const knots = knotsOf(x, y);
  const m = knots.y.length;
  const at = (g: Float64Array): Float64Array => x.map((_, i) => g[knots.place[i] ?? 0] ?? NaN);
  // Through one or two distinct x a line passes whatever λ is.
  if (m < 3) return { fitted: at(knots.y), degrees: m, lambda: Infinity };
  const n = x.length;
  const system = systemOf(knots);
  const cross = (log: number): number => {
    const { degrees, rest } = system.solve(10 ** log);
    return degrees > most ? Infinity : (n * (rest + knots.within)) / (n - degrees) ** 2;
  };
  // On 0–1 a λ of 1e6 per point is a straight line, of 1e-12 a thread from point to point.
  const shift = Math.log10(n);
  let best = 6 + shift;
  let least = cross(best);
  for (let log = best - 0.25; log >= shift - 12; log -= 0.25) {
    const score = cross(log);
    if (!(score < least)) continue;
    best = log;
    least = score;
  }
  const lambda = 10 ** goldenSection(cross, best - 0.25, best + 0.25, best);
  const { degrees } = system.solve(lambda);
  return { fitted: at(system.curve(lambda)), degrees, lambda };
}

/** Distinct x ascending on 0–1, the number of points and mean of y at each, and the squares within equal x. */
interface Knots {
  readonly x: Float64Array;
  readonly weight: Float64Array;
  readonly y: Float64Array;
  readonly within: number;
  /** Knot of each point. */
  readonly place: Int32Array;
}

function knotsOf(x: Float64Array, y: Float64Array): Knots {
  const [min, max] = extent(x);
  const order = Array.from(x.keys()).sort((i, j) => (x[i] ?? NaN) - (x[j] ?? NaN));
  const place = new Int32Array(x.length);
  const [at, weight, sum]: [number[], number[], number[]] = [[], [], []];
  let last = NaN;
  for (const i of order) {
    const v = max > min ? ((x[i] ?? NaN) / 2 - min / 2) / (max / 2 - min / 2) : 0;
    // Knots closer than this would be joined by slopes beyond the range of numbers.
    if (!(v - last < 1e-9)) {
      at.push(v);
      weight.push(0);
      sum.push(0);
      last = v;
    }
    const k = at.length - 1;
    place[i] = k;
    weight[k] = (weight[k] ?? 0) + 1;
    sum[k] = (sum[k] ?? 0) + (y[i] ?? NaN);
  }
  const means = Float64Array.from(sum, (s, k) => s / (weight[k] ?? NaN));
  const within = y.reduce((a, v, i) => a + (v - (means[place[i] ?? 0] ?? NaN)) ** 2, 0);
  return { x: Float64Array.from(at), weight: Float64Array.from(weight), y: means, within, place };
}

/**
 * With Q the second differences at the knots, R their scalar products and W the weights, γ = g″ at the inner knots
 * solves (R + λ K) γ = Qᵀ y, K = Qᵀ W⁻¹ Q, and g = y − λ W⁻¹ Q γ (Green & Silverman, section 3.5).
 */
function systemOf({ x, weight, y }: Knots): { solve(lambda: number): { degrees: number; rest: number }; curve(lambda: number): Float64Array } {
  const m = x.length;
  const inner = m - 2;
  const num = (a: Float64Array, i: number): number => a[i] ?? 0;
  const h = Float64Array.from({ length: m - 1 }, (_, i) => num(x, i + 1) - num(x, i));
  // The three entries of column j of Q stand in rows j, j + 1 and j + 2.
  const qa = Float64Array.from({ length: inner }, (_, j) => 1 / num(h, j));
  const qc = Float64Array.from({ length: inner }, (_, j) => 1 / num(h, j + 1));
  const qb = qa.map((a, j) => -a - num(qc, j));
  const right = qa.map((a, j) => a * num(y, j) + num(qb, j) * num(y, j + 1) + num(qc, j) * num(y, j + 2));
  const v = weight.map((w) => 1 / w);
  const [k0, k1, k2] = [
    qa.map((a, j) => a * a * num(v, j) + num(qb, j) ** 2 * num(v, j + 1) + num(qc, j) ** 2 * num(v, j + 2)),
    qa.map((_, j) => num(qb, j) * num(qa, j + 1) * num(v, j + 1) + num(qc, j) * num(qb, j + 1) * num(v, j + 2)),
    qa.map((_, j) => num(qc, j) * num(qa, j + 2) * num(v, j + 2))
  ];
  // L D Lᵀ = R + λ K with unit L; s0, s1, s2 the middle diagonals of its inverse. Two spare entries end the recursions.
  const [d, l1, l2, gamma, s0, s1, s2] = Array.from({ length: 7 }, () => new Float64Array(inner + 2)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const solve = (lambda: number) => {
    let [d1, d2, above] = [0, 0, 0];
    for (let j = 0; j < inner; j++) {
      const e2 = j > 1 ? (lambda * num(k2, j - 2)) / d2 : 0;
      const e1 = j > 0 ? (num(h, j) / 6 + lambda * num(k1, j - 1) - e2 * d2 * above) / d1 : 0;
      const pivot = (num(h, j) + num(h, j + 1)) / 3 + lambda * num(k0, j) - e1 * e1 * d1 - e2 * e2 * d2;
      gamma[j] = num(right, j) - (j > 0 ? e1 * num(gamma, j - 1) : 0) - (j > 1 ? e2 * num(gamma, j - 2) : 0);
      [l1[j], l2[j], d[j]] = [e1, e2, pivot];
      [d2, d1, above] = [d1, pivot, e1];
    }
    gamma.fill(0, inner);
    let [trace, square] = [0, 0];
    // Back substitution and, along the same way, the band of the inverse (Hutchinson & de Hoog 1985).
    for (let j = inner - 1; j >= 0; j--) {
      const a = j + 1 < inner ? num(l1, j + 1) : 0;
      const b = j + 2 < inner ? num(l2, j + 2) : 0;
      gamma[j] = num(gamma, j) / num(d, j) - a * num(gamma, j + 1) - b * num(gamma, j + 2);
      s1[j] = -a * num(s0, j + 1) - b * num(s1, j + 1);
      s2[j] = -a * num(s1, j + 1) - b * num(s0, j + 2);
      s0[j] = 1 / num(d, j) - a * num(s1, j) - b * num(s2, j);
      trace += num(s0, j) * num(k0, j) + 2 * num(s1, j) * num(k1, j) + 2 * num(s2, j) * num(k2, j);
      square += num(gamma, j) * (num(gamma, j) * num(k0, j) + 2 * num(gamma, j + 1) * num(k1, j) + 2 * num(gamma, j + 2) * num(k2, j));
    }
    // Σ w (y − g)² = λ² γᵀ K γ.
    return { degrees: m - lambda * trace, rest: lambda * lambda * square };
  };
  const curve = (lambda: number) => {
    solve(lambda);
    const g = y.slice();
    for (let j = 0; j < inner; j++) {
      const step = lambda * num(gamma, j);
      g[j] = num(g, j) - step * num(qa, j) * num(v, j);
      g[j + 1] = num(g, j + 1) - step * num(qb, j) * num(v, j + 1);
      g[j + 2] = num(g, j + 2) - step * num(qc, j) * num(v, j + 2);
    }
    return g;
  };
  return { solve, curve };
}

/** The least of f between lo and hi, no worse than at `middle`. */
function goldenSection(f: (x: number) => number, lo: number, hi: number, middle: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [lo, hi];
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  for (let k = 0; k < 30; k++) {
    if (fc < fd) {
      [b, d, fd] = [d, c, fc];
      c = b - ratio * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + ratio * (b - a);
      fd = f(d);
    }
  }
  const end = (a + b) / 2;
  return f(end) <= f(middle) ? end : middle;
}
