/**
 * Many tests at once: p-values adjusted by Benjamini & Hochberg (1995). Among the tests called significant at
 * adjusted p ≤ q, a share of q is expected to be false alarms. Missing p-values are not counted as tests.
 *
 *   adjusted(k) = min over j ≥ k of p(j) · m / j,   p(1) ≤ … ≤ p(m)
 */
export function adjustForFalseDiscoveries(p: Float64Array): Float64Array {
  const at = (i: number) => p[i] ?? NaN;
  const order = [...p.keys()].filter((i) => !Number.isNaN(at(i))).sort((a, b) => at(a) - at(b));
  const adjusted = new Float64Array(p.length).fill(NaN);
  let least = 1;
  for (let k = order.length; k >= 1; k--) {
    const i = order[k - 1] ?? -1;
    // m / k first: with k = m nothing is rounded.
    least = Math.min(least, at(i) * (order.length / k));
    adjusted[i] = least;
  }
  return adjusted;
}
