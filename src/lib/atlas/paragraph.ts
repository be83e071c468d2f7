/**
 * A region in one paragraph, made from its figures by rules. Each sentence is a pattern with named slots ("{index}");
 * a slot becomes a part of its own that knows where on the page its figure comes from. Region names stand only where
 * the nominative is right, so no ending is ever guessed.
 */
import type { I18n } from '../i18n';
import type { RegionWords } from '../i18n/pages/region';
import type { Pack } from '../pack';
import type { Participation } from '../chains';
import type { RegionConfidence } from './confidence';
import type { Peers } from './peers';
import type { BlockProfile, IndicatorProfile, RegionProfile } from './profile';
import type { Standings } from './standings';

/** A stretch of text; `to` is the place on the page a figure comes from (an id, without #), null for plain words. */
export interface Part {
  readonly text: string;
  readonly to: string | null;
}

export type Paragraph = readonly (readonly Part[])[];

export interface Told {
  readonly profile: RegionProfile;
  readonly peers: Peers;
  readonly standings: Standings;
  readonly confidence: RegionConfidence | null;
  readonly chains: readonly Participation[];
}

type Slots = Readonly<Record<string, string | Part>>;

/** @throws RangeError for a slot that nothing fills, so that no gap is ever printed */
export function fill(pattern: string, slots: Slots): readonly Part[] {
  return pattern.split(/(\{\w+\})/).flatMap((piece): Part[] => {
    if (piece === '') return [];
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return [{ text: piece, to: null }];
    const slot = slots[name];
    if (slot === undefined) throw new RangeError(`“${pattern}”: nothing fills {${name}}`);
    return [typeof slot === 'string' ? { text: slot, to: null } : slot];
  });
}

export const plainText = (paragraph: Paragraph): string => paragraph.map((sentence) => sentence.map((p) => p.text).join('')).join(' ');

export function paragraph(pack: Pack, i18n: I18n, words: RegionWords, told: Told): Paragraph {
  const { profile } = told;
  const name = i18n.text(profile.area.name);
  const year = String(profile.year);
  if (Number.isNaN(profile.index)) return [fill(words.noIndex, { name, year })];
  return [
    fill(words.position, { name, year, index: link(i18n.number(profile.index, 2), 'position'), place: link(i18n.ordinal(profile.rank), 'position'), of: String(profile.of), mean: link(i18n.number(profile.districtMean, 2), 'position') }),
    ...classes(pack, i18n, words, told),
    ...blocks(i18n, words, profile),
    ...indicators(i18n, words, told.standings),
    ...path(i18n, words, profile),
    ...peers(i18n, words, told.peers),
    chains(i18n, words, told.chains)
  ];
}

const link = (text: string, to: string): Part => ({ text, to });

function classes(pack: Pack, i18n: I18n, words: RegionWords, { profile, confidence }: Told): readonly (readonly Part[])[] {
  if (!profile.tier) return [];
  const tier = i18n.text(pack.method.tiers.names[profile.tier]);
  const shares = (of: 'tier' | 'group') => link(words.outOf100(confidence?.[of]?.holds ?? NaN), 'position');
  const firm = confidence?.tier && (confidence.group || !profile.group) ? [fill(confidence.group ? words.firm : words.firmTier, { tier: shares('tier'), ...(confidence.group ? { group: shares('group') } : {}) })] : [];
  const sentence = profile.group
    ? fill(words.classes, { tier, group: i18n.text(profile.group.name), dynamics: link(i18n.number(profile.dynamics, 2), 'position'), from: String(pack.method.baseYear), to: String(profile.year) })
    : fill(words.tierOnly, { tier });
  return [sentence, ...firm];
}

/** Best and worst block by place; equal places are told apart by the distance from the mean of the regions. */
function blocks(i18n: I18n, words: RegionWords, profile: RegionProfile): readonly (readonly Part[])[] {
  const scored = profile.blocks.filter((b) => !Number.isNaN(b.score)).sort((a, b) => a.place - b.place || b.score - b.districtMean - (a.score - a.districtMean));
  const [best, worst] = [scored[0], scored.at(-1)];
  if (!best || !worst || best === worst) return [];
  const score = (b: BlockProfile) => link(i18n.number(b.score, 2), `block-${b.block.id}`);
  const place = (b: BlockProfile) => link(i18n.ordinal(b.place), `block-${b.block.id}`);
  if (best.place === worst.place) return [fill(words.blocksSame, { place: place(best) })];
  return [fill(words.blocks, { best: i18n.text(best.block.name), bestScore: score(best), bestPlace: place(best), worst: i18n.text(worst.block.name), worstScore: score(worst), worstPlace: place(worst) })];
}

function indicators(i18n: I18n, words: RegionWords, { strengths, weaknesses }: Standings): readonly (readonly Part[])[] {
  const [best, worst] = [strengths[0], weaknesses[0]];
  if (!best || !worst || best.place === worst.place) return [];
  const value = (i: IndicatorProfile) => link(`${i18n.number(i.value, i.indicator.decimals)}\u00a0${i18n.text(i.indicator.unit.short)}`, `i-${i.indicator.id}`);
  const place = (i: IndicatorProfile) => link(i18n.ordinal(i.place), `i-${i.indicator.id}`);
  const name = (i: IndicatorProfile) => i18n.text(i.indicator.short);
  return [fill(words.indicators, { best: name(best), bestValue: value(best), bestYear: String(best.year), bestPlace: place(best), worst: name(worst), worstValue: value(worst), worstYear: String(worst.year), worstPlace: place(worst) })];
}

/** First and last year with an index; a change too small to be seen at two digits is called none. */
function path(i18n: I18n, words: RegionWords, profile: RegionProfile): readonly (readonly Part[])[] {
  const known = profile.path.filter((p) => !Number.isNaN(p.index));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return [];
  const [a, b] = [i18n.number(first.index, 2), i18n.number(last.index, 2)];
  const pattern = a === b ? words.pathSame : last.index > first.index ? words.pathUp : words.pathDown;
  const slots = { from: String(first.year), to: String(last.year), a: link(a, 'path'), b: link(b, 'path'), p: link(i18n.ordinal(first.rank), 'path'), q: link(i18n.ordinal(last.rank), 'path') };
  return [fill(pattern, slots), fill(first.rank === last.rank ? words.placeSame : words.placeMoved, slots)];
}

function peers(i18n: I18n, words: RegionWords, { peers: near }: Peers): readonly (readonly Part[])[] {
  if (near.length === 0) return [];
  const names = i18n.list(near.map((p) => i18n.text(p.area.name)));
  return [fill(words.peers, { names: link(names, 'peers') })];
}

function chains(i18n: I18n, words: RegionWords, found: readonly Participation[]): readonly Part[] {
  const total = (of: (p: Participation) => readonly unknown[]) => found.reduce((n, p) => n + of(p).length, 0);
  if (total((p) => p.sites) === 0) return fill(words.noChains, {});
  const held = found.filter((p) => p.sites.length > 0);
  const sites = new Set(held.flatMap((p) => p.sites.map(({ site }) => site.id))).size;
  return fill(words.chains, {
    sites: link(words.sites(sites), 'chains'),
    clusters: i18n.list(held.map((p) => words.quoted(i18n.text(p.cluster.name)))),
    incoming: link(words.links(total((p) => p.incoming)), 'chains'),
    outgoing: link(words.links(total((p) => p.outgoing)), 'chains')
  });
}
