/**
 * Places for a scheme, found by ELK (Eclipse Layout Kernel, layered algorithm with orthogonal arrows) while
 * pages are made; the browser gets only the result. Layers follow the order of the chain. The same scheme
 * always gives the same drawing: ELK's seed is fixed.
 */
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { BOX, labelBox, LEADING, STUB, wrapText, type Drawing, type PlacedEdge, type PlacedNode, type Point, type Scheme, type SchemeNode } from '../atlas';

const elk = new ELK();

/** Least distance of two arrows at a frame, px. */
const PORT_STEP = 12;

const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.randomSeed': '1',
  'elk.layered.thoroughness': '20',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeNodeBetweenLayers': '9',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '7',
  // Labels go where a layer is wide anyway: a chain of six stages with words on its arrows is to fit a screen of 1440.
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'SPACE_EFFICIENT_LAYER',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '2',
  'elk.spacing.labelNode': '0',
  'elk.spacing.portPort': String(PORT_STEP),
  'elk.padding': '[top=0,left=0,bottom=0,right=0]'
};

/** Down a narrow screen, labels beside the boxes would widen it. */
const DOWN = { 'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'HEAD_LAYER' };

const MARGIN = 14;
const CONTROL_SIZE = 12;

/** A scheme without any box still says why. @throws where ELK finds no layout, which for a scheme made by the atlas means a fault here */
export async function layOut(scheme: Scheme): Promise<Drawing> {
  const across = scheme.direction === 'right';
  const graph: ElkNode = {
    id: 'scheme',
    layoutOptions: { ...OPTIONS, 'elk.direction': across ? 'RIGHT' : 'DOWN', ...(across ? {} : DOWN), ...(scheme.stage === null ? {} : { 'elk.spacing.nodeNode': '12' }) },
    children: scheme.nodes.map((n) => ({
      id: n.id,
      ...frameSize(scheme, n),
      layoutOptions: { 'elk.partitioning.partition': String(n.layer), 'elk.portConstraints': 'FIXED_SIDE' },
      // Controls and mechanisms are labels outside the frame, which nothing else may cross.
      labels: [
        ...(n.above.length > 0 ? [outside(n, 'above', n.frame.top)] : []),
        ...(n.below.length > 0 ? [outside(n, 'below', n.height - n.frame.top - n.frame.height)] : [])
      ],
      ports: scheme.edges.flatMap((e) => [
        ...(e.from === n.id ? [{ id: `${e.id} from`, width: 0, height: 0, layoutOptions: { 'elk.port.side': across ? 'EAST' : 'SOUTH' } }] : []),
        ...(e.to === n.id ? [{ id: `${e.id} to`, width: 0, height: 0, layoutOptions: { 'elk.port.side': across ? 'WEST' : 'NORTH' } }] : [])
      ])
    })),
    edges: scheme.edges.map((e) => ({
      id: e.id,
      sources: [`${e.id} from`],
      targets: [`${e.id} to`],
      labels: e.label.length === 0 ? [] : [{ id: `${e.id} label`, text: e.id, ...labelBox(e.label), layoutOptions: { 'elk.edgeLabels.inline': 'true' } }]
    }))
  };
  const done = scheme.nodes.length > 0 ? await elk.layout(graph) : graph;
  const inner = { width: done.width ?? 0, height: done.height ?? 0 };

  const idleWidth = BOX.site;
  const columns = Math.max(1, Math.floor((Math.max(inner.width, 720) + MARGIN) / (idleWidth + MARGIN)));
  const width = Math.max(inner.width, Math.min(columns, scheme.idle.nodes.length) * (idleWidth + MARGIN) - MARGIN, 320) + 2 * MARGIN;
  const controlLines = scheme.controls.flatMap((c) => wrapText(c, CONTROL_SIZE, width - 2 * MARGIN - 20));
  const top = controlLines.length > 0 ? controlLines.length * CONTROL_SIZE * LEADING + STUB + 6 : 0;
  const [left, ceiling] = [MARGIN, top + MARGIN + 22];
  const place = (x: number, y: number): Point => [Math.round((x + left) * 10) / 10, Math.round((y + ceiling) * 10) / 10];

  const at = new Map((done.children ?? []).map((n) => [n.id, n]));
  const nodes: PlacedNode[] = scheme.nodes.map((n) => {
    const [x, y] = place(at.get(n.id)?.x ?? 0, at.get(n.id)?.y ?? 0);
    const { width, height } = frameSize(scheme, n);
    return { ...n, x, y: y - n.frame.top, width, frame: { ...n.frame, height }, height: n.height + height - n.frame.height };
  });
  const routed = new Map((done.edges ?? []).map((e) => [e.id, e]));
  const edges: PlacedEdge[] = scheme.edges.map((e) => {
    const found = routed.get(e.id);
    const label = found?.labels?.[0];
    return { ...e, points: points(found).map(([x, y]) => place(x, y)), labelAt: label ? place((label.x ?? 0) + (label.width ?? 0) / 2, (label.y ?? 0) + (label.height ?? 0) / 2) : null };
  });

  let bottom = ceiling + inner.height;
  const idleTitle = scheme.idle.nodes.length > 0 || scheme.nodes.length === 0 ? { text: scheme.idle.title, size: CONTROL_SIZE, tone: 'quiet' as const, x: left, y: bottom + (inner.height > 0 ? 34 : 16) } : null;
  if (idleTitle) {
    bottom = idleTitle.y + (scheme.idle.nodes.length > 0 ? 12 : 4);
    for (let i = 0; i < scheme.idle.nodes.length; i += columns) {
      const row = scheme.idle.nodes.slice(i, i + columns);
      row.forEach((n, j) => nodes.push({ ...n, x: left + j * (idleWidth + MARGIN), y: bottom }));
      bottom += Math.max(...row.map((n) => n.height)) + 12;
    }
  }
  const frame = { x: 0.5, y: top + 0.5, width: Math.ceil(width) - 1, height: Math.ceil(bottom - top + MARGIN) };
  return {
    direction: scheme.direction,
    stage: scheme.stage,
    title: scheme.title,
    width: Math.ceil(width),
    height: Math.ceil(frame.y + frame.height + 1),
    controls: controlLines.map((text, i) => ({ text, size: CONTROL_SIZE, tone: 'quiet', x: MARGIN + 20, y: (i + 1) * CONTROL_SIZE * LEADING })),
    frame,
    idleTitle,
    nodes: [...nodes].sort((a, b) => a.layer - b.layer || a.y - b.y || a.x - b.x),
    edges
  };
}

function outside(n: SchemeNode, side: 'above' | 'below', height: number) {
  return { id: `${n.id} ${side}`, text: side, width: n.width, height, layoutOptions: { 'elk.nodeLabels.placement': `OUTSIDE ${side === 'above' ? 'V_TOP' : 'V_BOTTOM'} H_CENTER` } };
}

/** Room for the text, and at the sides that arrows meet a place for each of the busier one. */
function frameSize({ edges, direction }: Scheme, n: SchemeNode): { readonly width: number; readonly height: number } {
  const room = Math.max(edges.filter((e) => e.from === n.id).length, edges.filter((e) => e.to === n.id).length) * PORT_STEP + 8;
  return direction === 'right' ? { width: n.width, height: Math.max(n.frame.height, room) } : { width: Math.max(n.width, room), height: n.frame.height };
}

function points(edge: ElkExtendedEdge | undefined): readonly Point[] {
  const section = edge?.sections?.[0];
  return section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => [x, y] as const) : [];
}

