/**
 * A scheme before and after its layout. Before: boxes with their text set in lines and so their size, arrows
 * with their label; all of it plain data. After: the same with places. Lengths are CSS pixels at scale 1.
 */
import type { Evidence } from '../../pack';
import type { Commodity } from './flowWords';
import { textWidth, wrapText } from './text';

export interface Line {
  readonly text: string;
  readonly size: number;
  readonly tone: 'title' | 'ink' | 'quiet' | 'accent';
}

/** Width of the boxes, `tall` that of a function where the chain runs down; a function or an end with a longer word is wider. */
export const BOX = { function: 118, tall: 164, site: 190, end: 76 } as const;
/** Text inside keeps this distance from the frame. */
export const PAD = 9;
/** Length of the arrows of controls and mechanisms. */
export const STUB = 20;
export const LEADING = 1.3;

export interface SchemeNode {
  readonly id: string;
  /** A function of the cluster, a site of a function, or what lies beyond the scheme. */
  readonly kind: 'function' | 'site' | 'end';
  /** Order along the chain, for the walk and the layers of the layout. */
  readonly layer: number;
  readonly width: number;
  readonly height: number;
  /** The frame within the height: text above and below it belongs to the node. */
  readonly frame: { readonly top: number; readonly height: number };
  readonly above: readonly Line[];
  readonly inside: readonly Line[];
  readonly below: readonly Line[];
  readonly outline: 'plain' | 'thin' | 'gap';
  /** Where opening the node leads; null where there is nothing below it. */
  readonly opens: { readonly stage: string } | null;
  /** Regions with a site in it. */
  readonly regions: readonly string[];
  readonly spoken: string;
}

export interface SchemeEdge {
  /** Address-safe and stable: the two ends. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly links: readonly string[];
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** The strongest statement among the links: how the arrow is drawn. */
  readonly certainty: Evidence;
  readonly backward: boolean;
  /** How many links, and what they carry in short. */
  readonly label: readonly Line[];
  /** What the links carry, in full. */
  readonly goods: readonly Commodity[];
  /** Regions at either end of a link. */
  readonly regions: readonly string[];
  /** Its ends and how sure it is, in words; `spoken` adds what flows in short. */
  readonly headline: string;
  readonly spoken: string;
}

/** Which way the chain runs: across a wide screen, or down a narrow one, where controls and mechanisms stand in the boxes. */
export type Direction = 'right' | 'down';

export interface Scheme {
  readonly direction: Direction;
  /** null: the whole cluster; else the stage opened. */
  readonly stage: string | null;
  readonly title: string;
  /** What controls the whole of it, in lines. */
  readonly controls: readonly string[];
  readonly nodes: readonly SchemeNode[];
  readonly edges: readonly SchemeEdge[];
  /** Nodes without an arrow, set apart with this title. */
  readonly idle: { readonly title: string; readonly nodes: readonly SchemeNode[] };
}

export type Point = readonly [x: number, y: number];
export interface PlacedNode extends SchemeNode {
  readonly x: number;
  readonly y: number;
}
export interface PlacedEdge extends SchemeEdge {
  readonly points: readonly Point[];
  /** Middle of the label; null where the label is empty. */
  readonly labelAt: Point | null;
}
export interface Drawing {
  readonly direction: Direction;
  readonly stage: string | null;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly controls: readonly (Line & { readonly x: number; readonly y: number })[];
  /** The arrow of the controls of the whole down to the frame. */
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly idleTitle: (Line & { readonly x: number; readonly y: number }) | null;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export function lines(text: string, size: number, tone: Line['tone'], width: number): readonly Line[] {
  return wrapText(text, size, width).map((part) => ({ text: part, size, tone }));
}

/** Width of the longest word, which is not to be broken. */
export function longestWord(text: string, size: number): number {
  return Math.max(0, ...text.split(/[ -]/).map((word) => textWidth(word, size)));
}

export const heightOf = (set: readonly Line[]): number => set.reduce((sum, { size }) => sum + size * LEADING, 0);

type Given = Omit<SchemeNode, 'height' | 'frame' | 'above' | 'inside' | 'below'> & { readonly above?: readonly Line[]; readonly inside: readonly Line[]; readonly below?: readonly Line[] };

/** A node of the height its text needs. */
export function node({ above = [], below = [], ...given }: Given): SchemeNode {
  const top = above.length > 0 ? heightOf(above) + STUB : 0;
  const frame = { top, height: Math.round(heightOf(given.inside) + 2 * PAD) };
  const height = top + frame.height + (below.length > 0 ? STUB + heightOf(below) : 0);
  return { ...given, above, below, frame, height: Math.round(height) };
}

/** A scheme a little wider than its place shrinks to fit, but no further than this: its letters are to be read. */
export const LEAST_SCALE = 0.92;

export const LABEL_SIZE = 11.5;
export const LABEL_LEADING = 1.2;

/** Room a label takes, with the paper kept free around it. */
export function labelBox(label: readonly Line[]): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(Math.max(0, ...label.map((l) => textWidth(l.text, l.size)))) + 8, height: Math.ceil(label.length * LABEL_SIZE * LABEL_LEADING) + 3 };
}

export function strongest(evidence: Readonly<Record<Evidence, number>>): Evidence {
  return evidence.documented > 0 ? 'documented' : evidence.plausible > 0 ? 'plausible' : 'proposed';
}
