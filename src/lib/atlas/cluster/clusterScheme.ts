/** The functional model of a cluster as a scheme: a box for each function, an arrow for each flow between two of them. */
import type { ChainFunction, FlowEnd, FunctionalModel, FunctionFlow } from '../../chains';
import type { Pack } from '../../pack';
import { BOX, lines, node, PAD, strongest, type Direction, type Line, type Scheme, type SchemeEdge, type SchemeNode } from './scheme';
import { textWidth } from './text';
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
  const flows = model.flows.filter((f) => endId(f.from, 'in') !== endId(f.to, 'out'));
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
    edges: flows.map((flow) => schemeEdge({ from: endId(flow.from, 'in'), to: endId(flow.to, 'out') }, { from: endName(pack, flow.from, say), to: endName(pack, flow.to, say) }, flow, say)),
    idle: { title: '', nodes: [] }
  };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function endNode(id: string, name: string, layer: number, more = '', opens: SchemeNode['opens'] = null): SchemeNode {
  // As wide as its longest word, so that none is broken.
  const width = Math.max(BOX.end, Math.ceil(Math.max(...`${name} ${more}`.split(/[ -]/).map((word) => textWidth(word, 12)))) + 2 * PAD + 1);
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
  const width = across ? BOX.function : BOX.tall;
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

/** An arrow from the links it stands for. */
export function schemeEdge(ends: { from: string; to: string }, names: { from: string; to: string }, { links, evidence, backward }: Pick<FunctionFlow, 'links' | 'evidence' | 'backward'>, { words }: Speech): SchemeEdge {
  const how = words.documentedOf(evidence.documented, links.length);
  return {
    id: `${ends.from}~${ends.to}`,
    ...ends,
    links: links.map((l) => l.link.id),
    evidence,
    certainty: strongest(evidence),
    backward,
    label: links.length === 1 ? '' : evidence.documented === 0 || evidence.documented === links.length ? String(links.length) : `${evidence.documented}/${links.length}`,
    regions: [...new Set(links.flatMap((l) => [l.from.region, l.to.region].flatMap((r) => r ?? [])))],
    spoken: [words.spokenFlow(names.from, names.to, how), ...(backward ? [words.spokenBack] : [])].join(', ')
  };
}
