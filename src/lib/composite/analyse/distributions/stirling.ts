/**
 * The remainder of Stirling's formula, J(a) = ln Γ(a) − (a − ½) ln a + a − ½ ln 2π for a > 0 (Abramowitz &
 * Stegun 6.1.42). Densities written with it keep their relative accuracy for large parameters, where differences
 * of ln Γ would lose it (Loader 2000).
 */
export function stirlingRest(a: number): number {
  // J(a) = J(a + 1) + (a + ½) ln(1 + 1/a) − 1 leads to where the series holds to the last digit.
  let sum = 0;
  let x = a;
  for (; x < 12; x++) sum += (x + 0.5) * Math.log1p(1 / x) - 1;
  const y = 1 / (x * x);
  const series = 1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))));
  return sum + series / x;
}
