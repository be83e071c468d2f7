/** What is picked on the page of a cluster, its address, and what it leaves visible. Scheme, map and list share it. */
import { linkStages, rolesIn, type JoinedLink } from '../../chains';
import type { Site } from '../../pack';
import type { Notice } from '../view';

export interface ClusterView {
  /** The function opened in the scheme. */
  readonly stage: string | null;
  readonly region: string | null;
  /** Id of an arrow of the scheme that is shown. */
  readonly flow: string | null;
}

export const WHOLE: ClusterView = { stage: null, region: null, flow: null };

export interface Known {
  readonly stages: readonly string[];
  readonly regions: readonly string[];
  /** Arrows of the scheme shown while a stage is open, or of the whole (null). */
  readonly flows: (stage: string | null) => readonly string[];
}

/** Unknown values fall back to the whole, with a notice. Other parameters are not this page's. */
export function parseClusterView(params: URLSearchParams, known: Known): { readonly view: ClusterView; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const one = (parameter: 'stage' | 'region' | 'flow', among: readonly string[]): string | null => {
    const value = params.get(parameter);
    if (value === null || value === '') return null;
    if (among.includes(value)) return value;
    notices.push({ parameter, value, reason: 'unknown-value' });
    return null;
  };
  const stage = one('stage', known.stages);
  return { view: { stage, region: one('region', known.regions), flow: one('flow', known.flows(stage)) }, notices };
}

/** The query for a view; parameters that are not this page's stay as they are. */
export function formatClusterView(view: ClusterView, before: URLSearchParams): string {
  const params = new URLSearchParams(before);
  for (const key of ['stage', 'region', 'flow'] as const) {
    const value = view[key];
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  return params.toString().replaceAll('%7E', '~');
}

export interface ClusterSelection {
  readonly sites: readonly Site[];
  readonly links: readonly JoinedLink[];
  /** Stages in which the picked region has a site; null while none is picked. */
  readonly lit: ReadonlySet<string> | null;
}

/**
 * Sites in the stage and region picked, and links that touch both; an arrow of the scheme leaves its own links
 * and their ends.
 * @param order place of each stage along the chain, see stageOrder
 */
export function clusterSelection(cluster: string, sites: readonly Site[], links: readonly JoinedLink[], view: ClusterView, flow: ReadonlySet<string> | null, order: ReadonlyMap<string, number>): ClusterSelection {
  const { stage, region } = view;
  const inStage = (site: Site) => stage === null || rolesIn(site, cluster).some((r) => r.stage === stage);
  const kept = links.filter((joined) => {
    if (flow && !flow.has(joined.link.id)) return false;
    if (region !== null && joined.from.region !== region && joined.to.region !== region) return false;
    if (stage === null) return true;
    const ends = linkStages(joined, order);
    return ends.from === stage || ends.to === stage;
  });
  const ends = flow ? new Set(kept.flatMap((l) => [l.from.id, l.to.id])) : null;
  return {
    sites: sites.filter((site) => (ends ? ends.has(site.id) : inStage(site)) && (region === null || site.region === region)),
    links: kept,
    lit: region === null ? null : new Set(sites.filter((s) => s.region === region).flatMap((s) => rolesIn(s, cluster).map((r) => r.stage)))
  };
}
