/**
 * A minimum of a function of several numbers without its derivative (Nelder & Mead 1965), with the coefficients of
 * Gao & Han (2012) that suit more dimensions. Started again from where it ended until that gains nothing.
 */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
}

/** @param f NaN counts as worse than any number @param step size of the first simplex */
export function nelderMead(f: (x: Float64Array) => number, start: Float64Array, step = 0.1): Minimum {
  let best: Minimum = { x: start.slice(), value: worth(f, start) };
  for (let k = 0; k < 10; k++) {
    const next = search(f, best, step * 0.4 ** k);
    const gain = best.value - next.value;
    best = next;
    if (!(gain > 1e-12 * Math.abs(best.value))) break;
  }
  return best;
}

function search(f: (x: Float64Array) => number, start: Minimum, step: number): Minimum {
  const n = start.x.length;
  const points: Minimum[] = [start];
  for (let j = 0; j < n; j++) {
    const x = start.x.slice();
    x[j] = (x[j] ?? NaN) + step;
    points.push({ x, value: worth(f, x) });
  }
  const [expand, contract, shrink] = [1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n];
  for (let k = 0; k < 400 * (n + 1); k++) {
    points.sort((a, b) => a.value - b.value);
    const [best, worst] = [points[0] ?? start, points[n] ?? start];
    const size = points.reduce((m, p) => Math.max(m, p.x.reduce((d, v, j) => Math.max(d, Math.abs(v - (best.x[j] ?? NaN))), 0)), 0);
    if (size < 1e-10) break;
    const centre = best.x.map((_, j) => points.slice(0, n).reduce((s, p) => s + (p.x[j] ?? NaN), 0) / n);
    const along = (t: number): Minimum => {
      const x = centre.map((c, j) => c + t * (c - (worst.x[j] ?? NaN)));
      return { x, value: worth(f, x) };
    };
    const mirrored = along(1);
    if (mirrored.value < best.value) {
      const far = along(expand);
      points[n] = far.value < mirrored.value ? far : mirrored;
    } else if (mirrored.value < (points[n - 1]?.value ?? Infinity)) points[n] = mirrored;
    else {
      const near = along(mirrored.value < worst.value ? contract : -contract);
      if (near.value < Math.min(mirrored.value, worst.value)) points[n] = near;
      else {
        for (let i = 1; i <= n; i++) {
          const x = (points[i]?.x ?? best.x).map((v, j) => (best.x[j] ?? NaN) + (n > 1 ? shrink : 0.5) * (v - (best.x[j] ?? NaN)));
          points[i] = { x, value: worth(f, x) };
        }
      }
    }
  }
  return points.reduce((a, b) => (b.value < a.value ? b : a));
}

function worth(f: (x: Float64Array) => number, x: Float64Array): number {
  const value = f(x);
  return Number.isNaN(value) ? Infinity : value;
}
