/** The still maps of the story, drawn while the page is made: regions' shapes once, and for each step what fills them, their labels and arrows. */
import { flowArrows, picture, printShort, show, textWidth, withConfidence, type StoryStep } from '../atlas';
import { bounds, features, innerBorders, outline, stillMap, outlineOf, svgMap } from '../geo';
import type { I18n } from '../i18n';
import type { Pack } from '../pack';
import type { Confidence } from '../typology';

const WIDTH = 760;
const HEIGHT = 820;
/** As `stillMap` has it. */
const PADDING = 12;

/** Sizes of labels in the units of the map, on a wide screen and on a phone, as the drawing has them. */
const LABEL = { wide: 13.5, phone: 19 };

/** Names that lie over one before them; those outlined come first. */
function crowded(labels: readonly { readonly code: string; readonly name: string; readonly at: readonly [number, number] }[], size: number): ReadonlySet<string> {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const found = new Set<string>();
  for (const { code, name, at: [x, y] } of labels) {
    const half = textWidth(name, size) * 0.54;
    const box = { left: x - half, right: x + half, top: y - size, bottom: y + 0.4 * size };
    if (taken.some((t) => box.left < t.right && t.left < box.right && box.top < t.bottom && t.top < box.bottom)) found.add(code);
    else taken.push(box);
  }
  return found;
}

export interface StoryGround {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly { readonly code: string; readonly path: string; readonly at: readonly [number, number] | null }[];
  readonly borders: string;
  readonly edge: string;
}

export interface StoryMap {
  readonly chains: boolean;
  readonly fills: readonly { readonly code: string; readonly fill: string; readonly missing: boolean; readonly certainty: string | null; readonly name: string; readonly value: string; /** Its name would lie over another's: on any screen, or on a small one. */ readonly crowded: 'all' | 'small' | null }[];
  /** What is coloured, with its unit; null where the legend says all. */
  readonly measure: { readonly name: string | null; readonly unit: string; readonly year: number } | null;
  readonly picked: readonly string[];
  readonly arrows: readonly { readonly id: string; readonly path: string; readonly cluster: number; readonly hollow: boolean; readonly dim: boolean }[];
  readonly legend: readonly { readonly fill: string; readonly text: string }[];
}

export function storyGround(pack: Pack): StoryGround {
  const { boundaries } = pack.geometry;
  const view = svgMap(bounds(features(boundaries, 'regions')), WIDTH, HEIGHT, PADDING);
  const { regions } = stillMap(boundaries, new Map(pack.areas.map((a) => [a.code, a.labelAt])), WIDTH, HEIGHT);
  return { width: WIDTH, height: HEIGHT, regions, borders: view.path(innerBorders(boundaries)), edge: view.path(outline(boundaries)) };
}

export function storyMap(pack: Pack, { view }: StoryStep, confidence: Confidence | null, i18n: I18n): StoryMap {
  const shown = withConfidence(show(pack, view), confidence);
  const drawn = picture(shown, i18n);
  const { point } = svgMap(bounds(features(pack.geometry.boundaries, 'regions')), WIDTH, HEIGHT, PADDING);
  const chains = view.mode === 'chains';
  const arrows = chains ? flowArrows(pack, shown.scene, 'regions', point, drawn.picked) : [];
  const labels = drawn.regions.flatMap((r) => (r.at ? [{ code: r.code, name: r.name, at: point(r.at) }] : [])).sort((a, b) => Number(drawn.picked.includes(b.code)) - Number(drawn.picked.includes(a.code)));
  const [large, small] = [crowded(labels, LABEL.wide), crowded(labels, LABEL.phone)];
  return {
    chains,
    fills: drawn.regions.map(({ code, fill, missing, certainty, name, value }) => ({ code, fill, missing, certainty, name, value, crowded: large.has(code) ? 'all' : small.has(code) ? 'small' : null })),
    measure: view.mode === 'potential' ? { name: shown.choropleth.measure.name && i18n.text(shown.choropleth.measure.name), unit: i18n.text(shown.choropleth.measure.unit), year: shown.choropleth.year } : null,
    picked: drawn.picked,
    arrows: arrows.map((a) => ({ id: a.id, path: `M${outlineOf(a.spine).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`, cluster: a.cluster % 4, hollow: a.certainty !== 'documented' || a.unnamed, dim: a.dim })),
    legend: chains
      ? pack.clusters.flatMap((c, i) => (view.clusters.includes(c.id) ? [{ fill: `cluster-${i % 4}`, text: i18n.text(c.name) }] : []))
      : view.mode === 'matrix'
        ? pack.method.matrix.groups.map((g) => ({ fill: `group-${g.id}`, text: i18n.text(g.name) }))
        : classes(pack, shown, i18n)
  };
}

function classes(pack: Pack, { choropleth: { classes: found, measure } }: ReturnType<typeof show>, i18n: I18n): StoryMap['legend'] {
  const tiers = ['low', 'average', 'leading'] as const;
  return found.steps.map((step, c) => ({
    fill: `potential-${step}`,
    text: found.kind === 'tiers' ? i18n.text(pack.method.tiers.names[tiers[c] ?? 'average']) : `${printShort(i18n, measure, found.limits[c] ?? NaN)}–${printShort(i18n, measure, found.limits[c + 1] ?? NaN)}`
  }));
}
