/** The still map as a part of a picture, with colours instead of tokens. */
import type { I18n } from '../../i18n';
import { bounds, features, innerBorders, neighbourBorders, outline, outlineOf, svgMap, type Pixel } from '../../geo';
import { apart, type MapLabel } from '../cluster/mapLabels';
import { textWidth, wrapText } from '../cluster/text';
import { flowArrows, outsidePlaces } from '../flowShapes';
import { picture } from '../picture';
import type { Shown } from '../shown';
import { within, written, type Paint } from './pen';

const LABEL = 12.5;
const LEADING = LABEL * 1.12;
const PARTNER = 11;
/** A name wider than this is set in two lines where it can be. */
const WIDE = 92;

/** A region's name about its point, or under it where a node stands there. */
function nameAt(name: string, at: Pixel, node: boolean, width: number): { readonly lines: readonly string[]; readonly label: MapLabel; readonly at: Pixel } {
  const longest = Math.max(...name.split(/(?<=[ -])/).map((part) => textWidth(part.trim(), LABEL)));
  const lines = textWidth(name, LABEL) > WIDE ? wrapText(name, LABEL, Math.max(0.8 * WIDE, longest + 0.1)) : [name];
  const wide = lines.reduce((most, line) => (textWidth(line, LABEL) > textWidth(most, LABEL) ? line : most), '');
  const height = lines.length * LEADING;
  const middle = node ? at[1] + 7 + height / 2 : at[1] + 3 - height / 2;
  return { lines, at, label: { code: name, lines, at: [within(wide, LABEL, at[0], 0, width), middle], width: textWidth(wide, LABEL), height } };
}

/** Names of places outside beside their dots, none on another name; one without room is left out. */
function placePartners<T extends { readonly at: Pixel; readonly text: string; readonly west: boolean }>(partners: readonly T[], taken: readonly MapLabel[], width: number): readonly (T & { readonly label: MapLabel | null })[] {
  const used = [...taken];
  return partners.map((partner) => {
    const { at: [x, y], text, west } = partner;
    const wide = textWidth(text, PARTNER);
    const box = (at: Pixel): MapLabel => ({ code: text, lines: [text], at, width: wide, height: PARTNER * 1.2 });
    const [left, right] = [box([x - 6 - wide / 2, y]), box([x + 6 + wide / 2, y])];
    const places = [...(west ? [left, right] : [right, left]), box([x, y - 11]), box([x, y + 11])];
    const label = places.find((l) => l.at[0] - wide / 2 > 1 && l.at[0] + wide / 2 < width - 1 && used.every((u) => apart(l, u))) ?? null;
    if (label) used.push(label);
    return { ...partner, label };
  });
}

export function mapDrawing(shown: Shown, i18n: I18n, { colour, dots }: Paint, width: number, height: number): string {
  const { boundaries, water } = shown.pack.geometry;
  const regions = features(boundaries, 'regions');
  const view = svgMap(bounds(regions), width, height, 22);
  const drawn = picture(shown, i18n);
  const paths = new Map(regions.features.map((f) => [String(f.properties['iso']), view.path(f)]));
  const chains = drawn.mode === 'chains';
  const line = (d: string, stroke: string, weight: number) => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${weight}" stroke-linejoin="round"/>`;
  const area = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
  const unsure = drawn.regions.filter((r) => r.certainty !== null && r.certainty in dots);
  const patterns = unsure.map(({ code, certainty, fill }) => {
    const { step, radius } = dots[certainty ?? ''] ?? { step: 10, radius: 1 };
    const dot = (at: number) => `<circle cx="${at * step}" cy="${at * step}" r="${radius}" fill="${colour(`dot-${fill}`)}"/>`;
    return `<pattern id="dots-${code}" width="${step}" height="${step}" patternUnits="userSpaceOnUse">${dot(0.25)}${dot(0.75)}</pattern>`;
  });
  const hatch = `<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${colour('map-missing')}"/><line x1="0" y1="0" x2="0" y2="5" stroke="${colour('map-hatch')}" stroke-width="1.2"/></pattern>`;
  const arrows = chains ? flowArrows(shown.pack, shown.scene, 'regions', (p) => view.point(p), drawn.picked) : [];
  const partners = chains ? outsidePlaces(shown.pack, shown.scene, drawn.picked) : [];
  const placed = drawn.regions.flatMap((region) => (region.at ? [{ region, ...nameAt(region.name, view.point(region.at), chains, width) }] : []));
  const labels = placed.flatMap(({ region, lines, label, at: [x, y] }) => {
    const letters = { fill: colour(`on-${region.fill}`), halo: colour(region.fill), anchor: 'middle' } as const;
    const names = lines.map((line, i) => written(line, label.at[0], label.at[1] - label.height / 2 + LABEL * 0.95 + i * LEADING, { ...letters, size: LABEL, weight: 600 }));
    const node = chains ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5" fill="${colour('map-region')}" stroke="${colour('ink')}" stroke-width="1.4"/>` : '';
    return [node, ...names, region.value ? written(region.value, within(region.value, 11.5, x, 0, width), label.at[1] + label.height / 2 + 11.5, { ...letters, size: 11.5 }) : ''];
  });
  const outside = placePartners(partners.map(({ at, name, west, dim }) => ({ at: view.point(at), text: i18n.text(name), west, dim })), placed.map((p) => p.label), width);
  return [
    `<defs>${hatch}${patterns.join('')}<clipPath id="map"><rect width="${width}" height="${height}"/></clipPath></defs><g clip-path="url(#map)">`,
    `<rect width="${width}" height="${height}" fill="${colour('map-ground')}"/>`,
    ...features(boundaries, 'neighbours').features.map((f) => area(view.path(f), colour('map-neighbour'))),
    line(view.path(neighbourBorders(boundaries)), colour('map-neighbour-line'), 0.8),
    ...drawn.regions.map((r) => area(paths.get(r.code) ?? '', r.missing ? 'url(#hatch)' : colour(r.fill))),
    ...unsure.map((r) => area(paths.get(r.code) ?? '', `url(#dots-${r.code})`)),
    area(features(water, 'lakes').features.map((f) => view.path(f)).join(''), colour('map-water')),
    line(features(water, 'rivers').features.map((f) => view.path(f)).join(''), colour('map-water'), 0.8),
    line(view.path(innerBorders(boundaries)), colour(chains ? 'map-border-plain' : 'map-border'), 1.1),
    line(view.path(outline(boundaries)), colour('map-outline'), 1.1),
    ...drawn.picked.map((code) => line(paths.get(code) ?? '', colour('accent-casing'), 5) + line(paths.get(code) ?? '', colour('accent'), 2.2)),
    ...arrows.flatMap((a) => {
      const own = colour(`cluster-${a.cluster % 4}`);
      const d = `M${outlineOf(a.spine).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;
      const sure = a.certainty === 'documented' && !a.unnamed;
      const tint = sure ? 1 : a.certainty === 'past' || a.certainty === 'documented' ? 0.45 : 0.08;
      const dash = a.certainty === 'proposed' ? ' stroke-dasharray="5 3"' : '';
      return [`<g opacity="${a.dim ? 0.1 : 1}"><path d="${d}" fill="${colour('map-region')}"/><path d="${d}" fill="${own}" fill-opacity="${tint}" stroke="${sure ? colour('map-region') : own}" stroke-width="0.8"${dash}/></g>`];
    }),
    ...outside.map(({ at: [x, y], text, label, dim }) => {
      const [fill, halo] = [colour('quiet'), colour('map-ground')];
      return `<g opacity="${dim ? 0.3 : 1}"><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.4" fill="${fill}"/>${label ? written(text, label.at[0], label.at[1] + 4, { size: PARTNER, fill, halo, anchor: 'middle' }) : ''}</g>`;
    }),
    ...labels,
    '</g>'
  ].join('');
}
