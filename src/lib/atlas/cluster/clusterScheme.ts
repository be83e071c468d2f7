/** The functional model of a cluster as a scheme: a box for each function, an arrow for each flow between two of them. */
import type { ChainFunction, FlowEnd, FunctionalModel, FunctionFlow } from '../../chains';
import type { Evidence, Pack } from '../../pack';
import { commodities, shortGoods } from './flowWords';
import { BOX, LABEL_SIZE, lines, longestWord, node, PAD, strongest, type Direction, type Line, type Scheme, type SchemeEdge, type SchemeNode } from './scheme';
import type { Speech } from './words';

/** Id of an end within a scheme; the same place beyond the scheme stands on both sides of it. */
export function endId(end: FlowEnd, side: 'in' | 'out'): string {
  return end.kind === 'stage' ? end.id : `${side}.${end.kind === 'cluster' ? end.id : 'outside'}`;
}

export function endName(pack: Pick<Pack, 'stages' | 'clusters'>, end: FlowEnd, { words, text }: Speech): string {
  if (end.kind === 'outside') return words.outside;
  const found = end.kind === 'stage' ? pack.stages.find((s) => s.id === end.id) : pack.clusters.find((c) => c.id === end.id);
  const name = text(found?.name ?? null);
  return end.kind === 'stage' ? name : words.ofCluster(name);
}

export function clusterScheme(pack: Pack, model: FunctionalModel, say: Speech, direction: Direction = 'right'): Scheme {
  const { text } = say;
  const last = model.functions.length + 1;
  // Proposals are arrows of their own beside what is known to flow.
  const flows = [...model.flows, ...model.proposed].filter((f) => endId(f.from, 'in') !== endId(f.to, 'out'));
  const ends = new Map<string, SchemeNode>();
  for (const flow of flows) {
    for (const [end, side] of [[flow.from, 'in'], [flow.to, 'out']] as const) {
      const id = endId(end, side);
      if (end.kind !== 'stage' && !ends.has(id)) ends.set(id, endNode(id, capital(endName(pack, end, say)), side === 'in' ? 0 : last));
    }
  }
  return {
    direction,
    stage: null,
    title: `A0 ${text(model.cluster.name)}`,
    controls: model.controls.map((c) => text(c.name)),
    nodes: [...model.functions.map((f, i) => functionNode(f, i + 1, say, direction)), ...ends.values()],
    edges: flows.map((flow) => schemeEdge({ from: endId(flow.from, 'in'), to: endId(flow.to, 'out') }, { from: endName(pack, flow.from, say), to: endName(pack, flow.to, say) }, flow, say, true)),
    idle: { title: '', nodes: [] }
  };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function endNode(id: string, name: string, layer: number, more = '', opens: SchemeNode['opens'] = null): SchemeNode {
  // As wide as its longest word, so that none is broken.
  const width = Math.max(BOX.end, Math.ceil(longestWord(`${name} ${more}`, 12)) + 2 * PAD + 1);
  const inside = [...lines(name, 12, 'ink', width - 2 * PAD), ...lines(more, 11.5, 'quiet', width - 2 * PAD)];
  return node({ id, kind: 'end', layer, width, inside, outline: 'plain', opens, regions: [], spoken: more === '' ? name : `${name}: ${more}` });
}

/** What is said of a function in and below its box. */
export function functionMarks(f: ChainFunction, { words }: Speech): readonly string[] {
  const inner = f.inner.reduce((n, flow) => n + flow.links.length, 0);
  return [
    ...(f.cover === 'gap' ? [words.noSite] : f.cover === 'one-site' ? [words.oneSite] : f.cover === 'one-region' ? [words.oneRegion] : []),
    ...(f.imports.length > 0 ? [words.imported] : []),
    ...(inner > 0 ? [words.innerN(inner)] : [])
  ];
}

function functionNode(f: ChainFunction, layer: number, say: Speech, direction: Direction): SchemeNode {
  const { words, text } = say;
  const across = direction === 'right';
  const width = Math.max(across ? BOX.function : BOX.tall, Math.ceil(longestWord(text(f.stage.name), 14.5)) + 2 * PAD + 1);
  const room = width - 2 * PAD;
  const set = (texts: readonly string[], size: number, tone: Line['tone'], w: number) => texts.flatMap((t) => lines(t, size, tone, w));
  const controls = (w: number) => set(f.controls.map((c) => text(c.name)), 11.5, 'quiet', w);
  const marks = functionMarks(f, say);
  const { sites, labs, regions } = f.mechanisms;
  const carried = [
    ...(sites.length > 0 ? [words.sitesIn(sites.length, regions.length)] : []),
    ...(labs.length > 0 ? [words.labsN(labs.length)] : []),
    ...(f.outside.length > 0 ? [words.partnersN(f.outside.length)] : [])
  ];
  return node({
    id: f.stage.id,
    kind: 'function',
    layer,
    width,
    above: across ? controls(width) : [],
    inside: [...lines(f.node, 11.5, 'quiet', room), ...lines(text(f.stage.name), 14.5, 'title', room), ...set(marks, 11.5, 'quiet', room), ...(across ? [] : [...set(carried, 12, 'ink', room), ...controls(room)])],
    below: across ? set(carried, 12, 'ink', width) : [],
    outline: f.cover === 'gap' ? 'gap' : f.cover === 'spread' ? 'plain' : 'thin',
    opens: { stage: f.stage.id },
    regions,
    spoken: words.spokenNode(f.node, text(f.stage.name), [carried.join(', '), ...marks].filter(Boolean).join('; '), f.inputs.length, f.outputs.length)
  });
}

/** An arrow from the links it stands for. @param carries whether its label says what flows, too */
export function schemeEdge(ends: { from: string; to: string }, names: { from: string; to: string }, { links, evidence, backward }: Pick<FunctionFlow, 'links' | 'evidence' | 'backward'>, { words }: Speech, carries = false): SchemeEdge {
  const certainty = strongest(evidence);
  const goods = commodities(links);
  const short = shortGoods(goods, words.goods);
  const how = certainty === 'proposed' ? words.proposedN(links.length) : words.documentedOf(evidence.documented, links.length);
  const headline = [words.spokenFlow(names.from, names.to, how), ...(backward ? [words.spokenBack] : [])].join(', ');
  return {
    id: [ends.from, ends.to, ...(certainty === 'proposed' ? ['proposed'] : [])].join('~'),
    ...ends,
    links: links.map((l) => l.link.id),
    evidence,
    certainty,
    backward,
    label: [...countLabel(evidence, links.length, words.proposed), ...(carries ? goodsLabel(short) : [])],
    goods,
    regions: [...new Set(links.flatMap((l) => [l.from.region, l.to.region].flatMap((r) => r ?? [])))],
    headline,
    spoken: [headline, ...(short.length > 0 ? [words.carrying(short)] : [])].join(', ')
  };
}

function countLabel({ documented, plausible }: Readonly<Record<Evidence, number>>, all: number, proposed: string): readonly Line[] {
  const line = (text: string, tone: Line['tone']): Line => ({ text, size: LABEL_SIZE, tone });
  if (documented + plausible === 0) return [line(all === 1 ? proposed : `${proposed} ${all}`, 'accent')];
  return all === 1 ? [] : [line(documented === 0 || documented === all ? String(all) : `${documented}/${all}`, 'title')];
}

/** Words on an arrow; the rest is counted, and said in full elsewhere. */
const SHOWN = 2;
/** Width of an arrow's words where no single word is longer, px. */
const LABEL_WIDTH = 58;

function goodsLabel(short: readonly string[]): readonly Line[] {
  if (short.length === 0) return [];
  const more = short.length - SHOWN;
  // The count of the rest stays with the last word.
  const text = short.slice(0, SHOWN).join(', ') + (more > 0 ? `\u00a0+${more}` : '');
  return lines(text, LABEL_SIZE, 'quiet', Math.max(LABEL_WIDTH, longestWord(text, LABEL_SIZE) + 0.1));
}
