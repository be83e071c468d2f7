/** What the picture says, in words made from the figures. */
import { mean, regionsOf } from '../composite';
import type { I18n } from '../i18n';
import type { Pack } from '../pack';
import type { ChainScene } from './chainScene';
import type { Choropleth } from './choropleth';
import { printWithUnit } from './labels';
import { groupMembers, type YearScores } from './scores';

export function potentialSentence(pack: Pack, i18n: I18n, shown: Choropleth, scored: YearScores): string {
  const { t } = i18n;
  const regions = regionsOf(pack);
  const present = shown.order.filter((u) => !Number.isNaN(shown.values[u] ?? NaN));
  const name = (u: number | undefined) => i18n.text(regions[u ?? -1]?.short ?? null);
  const value = (v: number) => printWithUnit(i18n, shown.measure, v);
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined) return t.sentence.missing(regions.length);
  const [v1, vn] = [value(shown.values[first] ?? NaN), value(shown.values[last] ?? NaN)];
  const parts =
    shown.measure.kind === 'indicator'
      ? [t.sentence.measure(name(first), v1, name(last), vn, value(mean(shown.values)))]
      : [t.sentence.index(name(first), v1, name(last), vn)];
  if (shown.measure.kind === 'index') {
    const { tier } = scored.tiers;
    parts.push(t.sentence.tiers(tier.filter((x) => x === 'leading').length, tier.filter((x) => x === 'low').length));
  }
  if (shown.missing > 0) parts.push(t.sentence.missing(shown.missing));
  return parts.join(' ');
}

export function matrixSentence(pack: Pack, i18n: I18n, scored: YearScores): string {
  const regions = regionsOf(pack);
  const members = groupMembers(pack, scored.matrix);
  const leaders = members.find((m) => m.id === 'leaders')?.units ?? [];
  const growing = members.find((m) => m.id === 'catch-up')?.units.length ?? 0;
  const name = i18n.text(pack.method.matrix.groups.find((g) => g.id === 'leaders')?.name ?? null);
  if (members.every((m) => m.units.length === 0)) return i18n.t.matrix.none;
  const list = i18n.list(leaders.map((u) => i18n.text(regions[u]?.short ?? null)));
  const parts = leaders.length > 0 ? [i18n.t.sentence.group(name, list)] : [];
  return once([...parts, i18n.t.sentence.growth(growing)].join(' '));
}

export function chainsSentence(pack: Pack, i18n: I18n, scene: ChainScene): string {
  const { t } = i18n;
  if (scene.regionFlows.length === 0) return t.chains.empty;
  const links = scene.regionFlows.reduce((n, f) => n + f.links.length, 0);
  const pairs = new Set(scene.regionFlows.map((f) => [f.from, f.to].sort().join(' '))).size;
  const hub = [...scene.regionNodes].sort((a, b) => b.incoming + b.outgoing - a.incoming - a.outgoing)[0];
  const name = i18n.text(pack.areas.find((a) => a.code === hub?.id)?.short ?? null);
  const parts = [t.sentence.chains(links, pairs)];
  if (hub) parts.push(t.sentence.hub(name, hub.incoming, hub.outgoing));
  if (scene.outside > 0) parts.push(`${t.chains.outsideLinks(scene.outside)}.`);
  return parts.join(' ');
}

/** An abbreviation at the end of a sentence brings its own full stop. */
function once(text: string): string {
  return text.replace(/\.\.(?=\s|$)/g, '.');
}
