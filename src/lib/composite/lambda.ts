/**
 * The likeliest λ of the Box–Cox (1964) and Yeo–Johnson (2000) families for a normal distribution:
 * the maximum of −n/2 ln σ²(λ) + (λ − 1) J, with J = Σ ln x or Σ sign(x) ln(1 + |x|).
 *
 * Found as the root of the derivative, by bisection, which is exact to the last digits where a search on
 * the likelihood itself stops at about eight.
 */

export type Family = 'boxCox' | 'yeoJohnson';

/** λ is looked for between −5 and 5. */
const REACH = 5;

/** (x^λ − 1) / λ, or ln x at λ = 0; NaN for x ≤ 0. */
export function boxCoxValue(x: number, lambda: number): number {
  if (!(x > 0)) return NaN;
  const log = Math.log(x);
  return lambda === 0 ? log : Math.expm1(lambda * log) / lambda;
}

/** Its derivative by λ: L² (t eᵗ − eᵗ + 1) / t² with L = ln x and t = λ L. */
function boxCoxSlope(x: number, lambda: number): number {
  const log = Math.log(x);
  const t = lambda * log;
  if (Math.abs(t) >= 0.5) return (log * log * (t * Math.exp(t) - Math.expm1(t))) / (t * t);
  // Σ tᵏ (k + 1) / (k + 2)!
  let term = 0.5;
  let sum = 0.5;
  for (let k = 1; k <= 16; k++) {
    term *= (t * (k + 1)) / (k * (k + 2));
    sum += term;
  }
  return log * log * sum;
}

/** NaN for fewer than three values, no spread, a value ≤ 0 (Box–Cox), or no maximum between −5 and 5. */
export function likeliestLambda(values: Float64Array, family: Family): number {
  const x = values.filter((v) => !Number.isNaN(v));
  if (x.length < 3 || x.every((v) => v === x[0]) || (family === 'boxCox' && x.some((v) => v <= 0))) return NaN;
  const slope = (lambda: number) => likelihoodSlope(x, family, lambda);
  const step = 0.25;
  let best = NaN;
  let height = -Infinity;
  for (let k = -REACH / step; k < REACH / step; k++) {
    let [lo, hi] = [k * step, (k + 1) * step];
    if (!(slope(lo) >= 0 && slope(hi) < 0)) continue;
    for (let i = 0; i < 200 && hi - lo > 1e-16 * Math.max(1, Math.abs(lo)); i++) {
      const mid = (lo + hi) / 2;
      if (mid === lo || mid === hi) break;
      if (slope(mid) >= 0) lo = mid;
      else hi = mid;
    }
    const here = likelihood(x, family, lo);
    if (here > height) [best, height] = [lo, here];
  }
  return best;
}

/** ln-likelihood up to a constant; the present values of `x` must lie in the domain. */
export function likelihood(x: Float64Array, family: Family, lambda: number): number {
  const y = x.map((v) => value(v, family, lambda));
  return (-x.length / 2) * Math.log(variance(y)) + (lambda - 1) * jacobian(x, family);
}

function likelihoodSlope(x: Float64Array, family: Family, lambda: number): number {
  const y = x.map((v) => value(v, family, lambda));
  const dy = x.map((v) => (family === 'boxCox' ? boxCoxSlope(v, lambda) : v >= 0 ? boxCoxSlope(1 + v, lambda) : boxCoxSlope(1 - v, 2 - lambda)));
  const [my, md] = [average(y), average(dy)];
  let cross = 0;
  let square = 0;
  y.forEach((v, i) => {
    cross += (v - my) * ((dy[i] ?? NaN) - md);
    square += (v - my) ** 2;
  });
  return (-x.length * cross) / square + jacobian(x, family);
}

function value(v: number, family: Family, lambda: number): number {
  if (family === 'boxCox') return boxCoxValue(v, lambda);
  return v >= 0 ? boxCoxValue(1 + v, lambda) : -boxCoxValue(1 - v, 2 - lambda);
}

function jacobian(x: Float64Array, family: Family): number {
  let sum = 0;
  for (const v of x) sum += family === 'boxCox' ? Math.log(v) : Math.sign(v) * Math.log1p(Math.abs(v));
  return sum;
}

const average = (y: Float64Array): number => y.reduce((a, b) => a + b, 0) / y.length;

function variance(y: Float64Array): number {
  const m = average(y);
  return y.reduce((a, v) => a + (v - m) ** 2, 0) / y.length;
}
