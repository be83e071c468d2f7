/** One function decomposed: a box for each of its sites, between what the function takes in and gives out. */
import { currentLinks, decompose, linkStages, proposedLinks, stageOrder, type FlowEnd, type FunctionalModel, type JoinedLink, type SiteFunction } from '../../chains';
import type { Evidence, Pack, Site } from '../../pack';
import { capital, endId, endName, endNode, schemeEdge } from './clusterScheme';
import { BOX, lines, node, PAD, type Scheme, type SchemeEdge, type SchemeNode } from './scheme';
import { siteWhere, type Speech } from './words';

export const siteId = (site: Site): string => `site.${site.id}`;

interface Bundle {
  readonly from: FlowEnd | Site;
  readonly to: FlowEnd | Site;
  readonly links: JoinedLink[];
}

const isSite = (end: FlowEnd | Site): end is Site => !('kind' in end);

export function siteScheme(pack: Pack, model: FunctionalModel, stage: string, say: Speech): Scheme | null {
  const f = model.functions.find((x) => x.stage.id === stage);
  if (!f) return null;
  const { words, text } = say;
  const members = decompose(pack, model.cluster.id, stage).filter(({ site }) => site.region !== null);
  const own = new Set(members.map(({ site }) => site.id));
  const touching = (links: readonly JoinedLink[]) => bundled(pack, links.filter((l) => own.has(l.from.id) || own.has(l.to.id)), own);
  const bundles = [...touching(currentLinks(pack, model.cluster.id)), ...touching(proposedLinks(pack, model.cluster.id))];
  const nameOf = (end: FlowEnd | Site) => (isSite(end) ? text(end.name) : endName(pack, end, say));
  const idOf = (end: FlowEnd | Site, side: 'in' | 'out') => (isSite(end) ? siteId(end) : beyondId(end, side));
  const ends = new Map<string, SchemeNode>();
  const edges: SchemeEdge[] = [];
  for (const { from, to, links: carried } of bundles) {
    const ids = { from: idOf(from, 'in'), to: idOf(to, 'out') };
    for (const [end, side] of [[from, 'in'], [to, 'out']] as const) {
      if (isSite(end) || ends.has(ids[side === 'in' ? 'from' : 'to'])) continue;
      const id = ids[side === 'in' ? 'from' : 'to'];
      const partners = end.kind === 'outside' ? partnersOf(bundles, end, side).map((s) => text(s.name)) : [];
      ends.set(id, endNode(id, capital(nameOf(end)), side === 'in' ? 0 : 2, partners.join(', '), end.kind === 'stage' ? { stage: end.id } : null));
    }
    const count = (level: Evidence) => carried.filter((l) => l.link.evidence === level).length;
    const evidence = { documented: count('documented'), plausible: count('plausible'), proposed: count('proposed') };
    edges.push(schemeEdge(ids, { from: nameOf(from), to: nameOf(to) }, { links: carried, evidence, backward: false }, say));
  }
  const linked = new Set(edges.flatMap((e) => [e.from, e.to]));
  const boxes = members.map((m, i) => siteNode(pack, { ...m, node: `${f.node}.${i + 1}` }, say));
  return {
    direction: 'right',
    stage,
    title: `${f.node} ${text(f.stage.name)}`,
    controls: f.controls.map((c) => text(c.name)),
    nodes: [...boxes.filter((b) => linked.has(b.id)), ...ends.values()],
    edges,
    idle: { title: boxes.length === 0 ? words.noSite : words.noLink, nodes: boxes.filter((b) => !linked.has(b.id)) }
  };
}

const beyondId = (end: FlowEnd, side: 'in' | 'out') => (end.kind === 'stage' ? `${side}.${end.id}` : endId(end, side));

/** Links gathered by their ends, where a site of the function stands for itself and all else for its stage. */
function bundled(pack: Pack, links: readonly JoinedLink[], own: ReadonlySet<string>): readonly Bundle[] {
  const order = stageOrder(pack);
  const found = new Map<string, Bundle>();
  for (const joined of links) {
    const stages = linkStages(joined, order);
    const end = (site: Site, stage: string | null): FlowEnd | Site => {
      if (own.has(site.id)) return site;
      if (site.region === null) return { kind: 'outside' };
      return stage === null ? { kind: 'cluster', id: site.roles[0]?.cluster ?? '' } : { kind: 'stage', id: stage };
    };
    const [from, to] = [end(joined.from, stages.from), end(joined.to, stages.to)];
    const key = [from, to].map((e) => (isSite(e) ? siteId(e) : JSON.stringify(e))).join(' ');
    const known = found.get(key);
    if (known) known.links.push(joined);
    else found.set(key, { from, to, links: [joined] });
  }
  return [...found.values()];
}

/** Sites outside the district at that side of the scheme. */
function partnersOf(bundles: readonly Bundle[], end: FlowEnd, side: 'in' | 'out'): readonly Site[] {
  const at = side === 'in' ? ('from' as const) : ('to' as const);
  return [...new Set(bundles.filter((b) => !isSite(b[at]) && b[at].kind === end.kind).flatMap((b) => b.links.map((l) => l[at])))];
}

function siteNode(pack: Pack, { site, node: number, inputs, outputs }: SiteFunction, say: Speech): SchemeNode {
  const { words, text } = say;
  const width = BOX.site;
  const room = width - 2 * PAD;
  const where = siteWhere(pack, site, say);
  const mark = site.grain === 'region' ? [words.group] : [];
  return node({
    id: siteId(site),
    kind: 'site',
    layer: 1,
    width,
    inside: [...lines(`${number} ${text(site.name)}`, 12.5, 'title', room), ...lines([where, ...mark].join(' · '), 11.5, 'quiet', room)],
    outline: site.grain === 'region' ? 'gap' : 'plain',
    opens: null,
    regions: site.region === null ? [] : [site.region],
    spoken: words.spokenNode(number, text(site.name), [where, ...mark].join(', '), inputs.length, outputs.length)
  });
}
