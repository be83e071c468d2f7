/** The still map as a part of a picture, with colours instead of tokens. */
import type { I18n } from '../../i18n';
import { bounds, features, innerBorders, neighbourBorders, outline, outlineOf, svgMap } from '../../geo';
import { textWidth } from '../cluster/text';
import { flowArrows, outsidePlaces } from '../flowShapes';
import { picture } from '../picture';
import type { Shown } from '../shown';
import { within, written, type Paint } from './pen';

const LABEL = 12.5;

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
  const labels = drawn.regions.flatMap((region) => {
    if (!region.at) return [];
    const [x, y] = view.point(region.at);
    const letters = { fill: colour(`on-${region.fill}`), halo: colour(region.fill), anchor: 'middle' } as const;
    const name = written(region.name, within(region.name, LABEL, x, 0, width), chains ? y + 18 : y, { ...letters, size: LABEL, weight: 600 });
    const node = chains ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5" fill="${colour('map-region')}" stroke="${colour('ink')}" stroke-width="1.4"/>` : '';
    return [node, name, region.value ? written(region.value, within(region.value, 11.5, x, 0, width), y + 15, { ...letters, size: 11.5 }) : ''];
  });
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
    ...partners.flatMap(({ at, name, west, dim }) => {
      const [x, y] = view.point(at);
      const text = i18n.text(name);
      const wide = textWidth(text, 11) + 8;
      const left = west ? x > wide : x > width - wide;
      const stroke = colour('quiet');
      return [`<g opacity="${dim ? 0.3 : 1}"><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.4" fill="${stroke}"/>`, written(text, x + (left ? -6 : 6), y + 4, { size: 11, fill: stroke, halo: colour('map-ground'), anchor: left ? 'end' : 'start' }), '</g>'];
    }),
    ...labels,
    '</g>'
  ].join('');
}
