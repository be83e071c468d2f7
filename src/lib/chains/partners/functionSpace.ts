/**
 * The space of functions: which region does what in the chains, and which functions are found together.
 *
 * A function is a stage of a cluster, by class of product (OKVED 2, two digits) in the finer grain. Proximity
 * and density are those of the product space (Hidalgo, Klinger, Barabási & Hausmann 2007, *Science* 317,
 * 482–487), on known presence instead of revealed advantage in trade:
 *
 *   φ(f, g) = min(P(f | g), P(g | f)) = regions with both ÷ the greater of regions with f and with g
 *   ω(r, f) = Σ over g ≠ f held by r of φ(f, g)  ÷  Σ over g ≠ f of φ(f, g)
 */
import type { Chains, Role } from '../../pack';
import { productClass } from '../chainGraph';

/** `stage`: cluster and stage; `product`: also the class of product. */
export type Grain = 'stage' | 'product';

export interface FunctionId {
  readonly cluster: string;
  readonly stage: string;
  /** OKVED 2 class; null in the grain of stages. */
  readonly product: string | null;
}

export interface FunctionSpace {
  readonly regions: readonly string[];
  readonly functions: readonly FunctionId[];
  /** Place of a role's function; −1 where it is none of `functions`. */
  readonly place: (role: Role) => number;
  /** Number of working sites by region × F + function. */
  readonly sites: Int32Array;
  /** φ by F × F; the diagonal is 0. */
  readonly proximity: Float64Array;
  /** ω by region × F + function; NaN where a function is near no other. */
  readonly density: Float64Array;
}

export const functionKey = ({ cluster, stage, product }: FunctionId): string => `${cluster}/${stage}${product === null ? '' : `/${product}`}`;

export function functionOf(role: Role, grain: Grain): FunctionId {
  return { cluster: role.cluster, stage: role.stage, product: grain === 'product' ? productClass(role) : null };
}

/** True where no end of the activity is known. */
export const works = (role: Role): boolean => role.until === null;

/** Every function some site has, inside the district or out, in the order of the pack. */
export function functionsOf(chains: Chains, grain: Grain): readonly FunctionId[] {
  const found = new Map<string, FunctionId>();
  for (const site of chains.sites) {
    for (const role of site.roles) {
      const f = functionOf(role, grain);
      if (!found.has(functionKey(f))) found.set(functionKey(f), f);
    }
  }
  return [...found.values()];
}

/** The place of a role's function in a list; −1 where it is none of them. */
export function placeIn(functions: readonly FunctionId[], grain: Grain): (role: Role) => number {
  const places = new Map(functions.map((f, i) => [functionKey(f), i]));
  return (role) => places.get(functionKey(functionOf(role, grain))) ?? -1;
}

/** @param functions which functions to look at, e.g. functionsOf of the same chains */
export function functionSpace(chains: Chains, regions: readonly string[], functions: readonly FunctionId[], grain: Grain): FunctionSpace {
  const [R, F] = [regions.length, functions.length];
  const place = placeIn(functions, grain);
  const row = new Map(regions.map((r, i) => [r, i]));
  const sites = new Int32Array(R * F);
  for (const site of chains.sites) {
    const r = row.get(site.region ?? '');
    if (r === undefined) continue;
    for (const f of new Set(site.roles.filter(works).map(place))) if (f >= 0) sites[r * F + f] = (sites[r * F + f] as number) + 1;
  }
  const holders = new Int32Array(F);
  for (let r = 0; r < R; r++) for (let f = 0; f < F; f++) if ((sites[r * F + f] as number) > 0) holders[f] = (holders[f] as number) + 1;
  const proximity = new Float64Array(F * F);
  for (let f = 0; f < F; f++) {
    for (let g = 0; g < f; g++) {
      let both = 0;
      for (let r = 0; r < R; r++) if ((sites[r * F + f] as number) > 0 && (sites[r * F + g] as number) > 0) both++;
      if (both > 0) proximity[f * F + g] = proximity[g * F + f] = both / Math.max(holders[f] as number, holders[g] as number);
    }
  }
  const density = new Float64Array(R * F);
  for (let f = 0; f < F; f++) {
    let all = 0;
    for (let g = 0; g < F; g++) all += proximity[f * F + g] as number;
    for (let r = 0; r < R; r++) {
      let held = 0;
      for (let g = 0; g < F; g++) if ((sites[r * F + g] as number) > 0) held += proximity[f * F + g] as number;
      density[r * F + f] = all > 0 ? held / all : NaN;
    }
  }
  return { regions, functions, place, sites, proximity, density };
}
