/** The potential–dynamics matrix as a part of a picture: every point named where a free place is near. */
import type { Pixel } from '../../geo';
import type { I18n } from '../../i18n';
import { placeLabels, type MapLabel } from '../cluster/mapLabels';
import type { Shown } from '../shown';
import { written, type Paint } from './pen';
import { matrixPoints } from './points';

const NAME = 10.5;
const PAD = 0.06;
const RADIUS = 6;

export function planeDrawing(shown: Shown, i18n: I18n, { colour }: Paint, width: number, height: number): string {
  const points = matrixPoints(shown, i18n);
  if (points.length === 0) return '';
  const scale = (values: readonly number[], from: number, to: number) => {
    const [lo, hi] = [Math.max(0, Math.min(...values) - PAD), Math.min(1, Math.max(...values) + PAD)];
    return (v: number) => from + ((Math.min(hi, Math.max(lo, v)) - lo) / (hi - lo || 1)) * (to - from);
  };
  const { potentialCut, dynamicsCut } = shown.scores.matrix;
  const [left, foot] = [20, height - 20];
  const x = scale([...points.map((p) => p.x), potentialCut], left, width);
  const y = scale([...points.map((p) => p.y), dynamicsCut], foot, 0);
  const [cx, cy] = [x(potentialCut), y(dynamicsCut)];
  const quarter = (group: string, x0: number, y0: number, x1: number, y1: number) => `<rect x="${x0.toFixed(1)}" y="${y0.toFixed(1)}" width="${(x1 - x0).toFixed(1)}" height="${(y1 - y0).toFixed(1)}" fill="${colour(`group-${group}`)}" opacity="0.16"/>`;
  const cut = (d: string) => `<path d="${d}" fill="none" stroke="${colour('quiet')}" stroke-dasharray="3 3"/>`;
  const marks = points.map((p) => ({ code: p.code, lines: [], at: [x(p.x), y(p.y)] as const, width: 2 * RADIUS, height: 2 * RADIUS }));
  const names = placeLabels(points.map((p) => ({ code: p.code, name: p.name, at: [x(p.x), y(p.y)] as const })), NAME, { width, height: foot }, marks);
  return [
    quarter('catch-up', left, 0, cx, cy),
    quarter('leaders', cx, 0, width, cy),
    quarter('problem', left, cy, cx, foot),
    quarter('stable', cx, cy, width, foot),
    cut(`M${cx.toFixed(1)},0V${foot}M${left},${cy.toFixed(1)}H${width}`),
    ...names.map((n) => leader(n, marks.find((m) => m.code === n.code)?.at ?? n.at, marks.map((m) => m.at), colour('quiet'))),
    ...points.map((p) => `<circle cx="${x(p.x).toFixed(1)}" cy="${y(p.y).toFixed(1)}" r="${RADIUS}" fill="${colour(`group-${p.group}`)}" stroke="${colour(shown.view.regions.includes(p.code) ? 'accent' : 'panel')}" stroke-width="${shown.view.regions.includes(p.code) ? 2.6 : 1.5}"/>`),
    ...names.flatMap((n) => n.lines.map((text, i) => written(text, n.at[0], n.at[1] - n.height / 2 + NAME * (0.9 + i * 1.12), { size: NAME, fill: colour('ink'), halo: colour('panel'), weight: 600, anchor: 'middle' }))),
    written(`${i18n.t.matrix.potential} →`, width, height - 4, { size: 11, fill: colour('quiet'), anchor: 'end' }),
    `<g transform="translate(12 0) rotate(-90)">${written(`${i18n.t.matrix.dynamics} →`, 0, 0, { size: 11, fill: colour('quiet'), anchor: 'end' })}</g>`
  ].join('');
}

/** From a point to its name where the name stands away from it or nearer to another point. */
function leader(label: MapLabel, [px, py]: Pixel, points: readonly Pixel[], stroke: string): string {
  const clamp = (v: number, middle: number, size: number) => Math.min(middle + size / 2, Math.max(middle - size / 2, v));
  const away = ([qx, qy]: Pixel) => Math.hypot(qx - clamp(qx, label.at[0], label.width), qy - clamp(qy, label.at[1], label.height));
  const own = away([px, py]);
  if (own < 2 * RADIUS && points.every((p) => away(p) >= own - 0.1)) return '';
  return `<path d="M${px.toFixed(1)},${py.toFixed(1)}L${clamp(px, label.at[0], label.width).toFixed(1)},${clamp(py, label.at[1], label.height).toFixed(1)}" stroke="${stroke}" stroke-width="0.8"/>`;
}
