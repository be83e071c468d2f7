/*
 * Colour distances of the tokens, in normal sight and in simulated colour blindness: CIEDE2000 (Sharma,
 * Wu, Dalal 2005) after the dichromat simulation of Machado, Oliveira, Fernandes (2009), severity 1.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/lib/ui/tokens.css', 'utf8');
const tokens = (theme: 'light' | 'dark') => {
  const block = theme === 'light' ? css.slice(0, css.indexOf("[data-theme='dark']")) : css.slice(css.indexOf("[data-theme='dark']"));
  return new Map([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']).reverse() as [string, string][]);
};
type Rgb = readonly [number, number, number];
const linear = (hex: string): Rgb => [1, 3, 5].map((i) => { const v = parseInt(hex.slice(i, i + 2), 16) / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }) as unknown as Rgb;
const MACHADO: Record<string, number[][]> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
};
const simulate = (c: Rgb, kind: string): Rgb => (MACHADO[kind] ?? []).map((row) => Math.min(1, Math.max(0, row[0]! * c[0] + row[1]! * c[1] + row[2]! * c[2]))) as unknown as Rgb;
const lab = ([r, g, b]: Rgb): Rgb => {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047), f(0.2126729 * r + 0.7151522 * g + 0.072175 * b), f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
function ciede2000([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const deg = (r: number) => (r * 180) / Math.PI;
  const rad = (d: number) => (d * Math.PI) / 180;
  const cBar = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(cBar ** 7 / (cBar ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const h = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (deg(Math.atan2(b, a)) + 360) % 360);
  const [h1, h2] = [h(p1, b1), h(p2, b2)];
  const dh = c1 * c2 === 0 ? 0 : Math.abs(h2 - h1) <= 180 ? h2 - h1 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 + 360;
  const [dL, dC, dH] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * Math.sin(rad(dh / 2))];
  const [lBar, cB] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const hBar = c1 * c2 === 0 ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
  const t = 1 - 0.17 * Math.cos(rad(hBar - 30)) + 0.24 * Math.cos(rad(2 * hBar)) + 0.32 * Math.cos(rad(3 * hBar + 6)) - 0.2 * Math.cos(rad(4 * hBar - 63));
  const sl = 1 + (0.015 * (lBar - 50) ** 2) / Math.sqrt(20 + (lBar - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * cB, 1 + 0.015 * cB * t];
  const rt = -Math.sin(rad(60 * Math.exp(-(((hBar - 275) / 25) ** 2)))) * 2 * Math.sqrt(cB ** 7 / (cB ** 7 + 25 ** 7));
  return Math.sqrt((dL / sl) ** 2 + (dC / sc) ** 2 + (dH / sh) ** 2 + rt * (dC / sc) * (dH / sh));
}
const distance = (a: string, b: string, kind: string) => ciede2000(lab(simulate(linear(a), kind)), lab(simulate(linear(b), kind)));
const least = (pairs: [string, string][]) => Math.min(...Object.keys(MACHADO).flatMap((kind) => pairs.map(([a, b]) => distance(a, b, kind))));
const anyTwo = (list: string[]) => list.flatMap((a, i) => list.slice(i + 1).map((b): [string, string] => [a, b]));
const contrast = (a: string, b: string) => {
  const y = (hex: string) => { const [r, g, bl] = linear(hex); return 0.2126 * r + 0.7152 * g + 0.0722 * bl; };
  const [hi, lo] = [Math.max(y(a), y(b)), Math.min(y(a), y(b))];
  return (hi + 0.05) / (lo + 0.05);
};

describe('CIEDE2000 itself', () => {
  // Pairs 1, 7 and 17 of the test data of Sharma, Wu and Dalal (2005), Table 1.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492]
  ] as [Rgb, Rgb, number][])('%j %j', (a, b, expected) => expect(ciede2000(a, b)).toBeCloseTo(expected, 4));
});

it('any two of the nine classes of the map of two measures stay apart for every kind of sight', () => {
  const all = [...tokens('light')].filter(([name]) => /^bi-\d\d$/.test(name)).map(([, colour]) => colour);
  expect(all).toHaveLength(9);
  expect(least(anyTwo(all))).toBeGreaterThan(15);
});

it('the digits read on each of the nine classes', () => {
  const t = tokens('light');
  for (const x of [0, 1, 2]) for (const y of [0, 1, 2]) expect(contrast(t.get(`bi-${x}${y}`)!, t.get(x + y > 2 ? 'bi-paper' : 'bi-ink')!), `${x}${y}`).toBeGreaterThanOrEqual(4.5);
});

describe.each(['light', 'dark'] as const)('palette, %s', (theme) => {
  const all = tokens(theme);
  const t = (name: string) => all.get(name) ?? '#000000';
  it('neighbouring classes of potential stay apart for every kind of sight', () => {
    const steps = [0, 1, 2, 3, 4].map((i) => t(`potential-${i}`));
    expect(least(steps.slice(1).map((c, i): [string, string] => [steps[i] ?? '', c]))).toBeGreaterThan(10);
  });
  it('any two groups of the matrix stay apart', () => {
    expect(least(anyTwo(['leaders', 'stable', 'catch-up', 'problem'].map((g) => t(`group-${g}`))))).toBeGreaterThan(15);
  });
  it('any two clusters stay apart and stand out from the map', () => {
    const clusters = [0, 1, 2, 3].map((i) => t(`cluster-${i}`));
    expect(least(anyTwo(clusters))).toBeGreaterThan(15);
    for (const c of clusters) expect(contrast(c, t('map-region'))).toBeGreaterThanOrEqual(3);
  });
  it('any two kinds of local association stay apart, and from the quiet tints of those told from chance by nothing', () => {
    const kinds = ['hh', 'hl', 'll', 'lh'];
    const strong = kinds.map((k) => t(`lisa-${k}`));
    const quiet = kinds.map((k) => t(`lisa-quiet-${k}`));
    expect(least(anyTwo(strong))).toBeGreaterThan(15);
    expect(least(strong.flatMap((a) => quiet.map((b): [string, string] => [a, b])))).toBeGreaterThan(10);
    // Quiet, yet not the paper, and one kind not the next.
    expect(least(quiet.map((q): [string, string] => [q, t('map-region')]))).toBeGreaterThan(4);
    expect(least(anyTwo(quiet))).toBeGreaterThan(4);
  });
  it('dots over a class that is not firm show on every fill, for every kind of sight', () => {
    const fills = [...all.keys()].filter((name) => name.startsWith('dot-')).map((name) => name.slice(4));
    expect(fills).toHaveLength(9);
    for (const fill of fills) {
      expect(contrast(t(`dot-${fill}`), t(fill)), fill).toBeGreaterThan(1.5);
      expect(least([[t(`dot-${fill}`), t(fill)]]), fill).toBeGreaterThan(10);
    }
  });
  it('labels read on every fill', () => {
    const fills = [...all.keys()].filter((name) => name.startsWith('on-')).map((name) => name.slice(3));
    expect(fills).toHaveLength(18);
    for (const fill of fills) expect(contrast(t(`on-${fill}`), t(fill)), fill).toBeGreaterThan(4.5);
  });
  it('text meets WCAG 2.2 AA on every ground it stands on', () => {
    for (const ground of ['paper', 'panel', 'wash']) {
      expect(contrast(t('ink'), t(ground))).toBeGreaterThan(7);
      expect(contrast(t('quiet'), t(ground))).toBeGreaterThan(4.5);
      expect(contrast(t('accent'), t(ground))).toBeGreaterThan(4.2);
    }
  });
});
