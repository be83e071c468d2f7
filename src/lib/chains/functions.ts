/**
 * A cluster as a functional model in the spirit of IDEF0 (FIPS PUB 183): its stages are functions; what
 * flows in and out are inputs and outputs; standards and programmes control; sites, laboratories and people
 * are the mechanisms. Everything but the controls follows from roles and links.
 *
 * Node numbers as in IDEF0: A0 is the cluster, A1 … An its functions, A1.1 … the sites of one function.
 */
import type { Cluster, Control, Evidence, ImportDependence, Pack, Role, Site, Stage } from '../pack';
import { currentLinks, linkStages, proposedLinks, rolesIn, stageOrder, stagesInOrder } from './chainGraph';
import type { JoinedLink } from './select';
import { stageCover, type Cover } from './weakPoints';

/** One end of an arrow of the scheme: a stage of the cluster, another cluster, or the world outside the district. */
export type FlowEnd = { readonly kind: 'stage'; readonly id: string } | { readonly kind: 'cluster'; readonly id: string } | { readonly kind: 'outside' };

/** Links with the same ends at the level of stages, as one arrow. */
export interface FunctionFlow {
  /** Stable key: the two ends. */
  readonly id: string;
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly links: readonly JoinedLink[];
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** True where the flow runs against the order of the stages, e.g. waste or engines back to a maker. */
  readonly backward: boolean;
}

export interface SiteInRole {
  readonly site: Site;
  readonly role: Role;
}

export interface Mechanisms {
  /** Sites of the district that carry the function out. */
  readonly sites: readonly SiteInRole[];
  /** Sites of a knowledge stage of the cluster with a known link into the function. */
  readonly labs: readonly Site[];
  /** Regions of the sites: whose people do the work. No figure for people by stage is published. */
  readonly regions: readonly string[];
}

export interface ChainFunction {
  readonly node: string;
  readonly stage: Stage;
  readonly inputs: readonly FunctionFlow[];
  readonly outputs: readonly FunctionFlow[];
  /** Flows between sites of this function; neither input nor output of it. */
  readonly inner: readonly FunctionFlow[];
  readonly controls: readonly Control[];
  readonly mechanisms: Mechanisms;
  /** Sites outside the district in this stage. */
  readonly outside: readonly SiteInRole[];
  readonly cover: Cover;
  readonly imports: readonly ImportDependence[];
}

export interface FunctionalModel {
  readonly cluster: Cluster;
  readonly functions: readonly ChainFunction[];
  /** Every arrow of the scheme once. */
  readonly flows: readonly FunctionFlow[];
  /** Proposed links gathered likewise: no input or output of any function. */
  readonly proposed: readonly FunctionFlow[];
  /** Controls of the whole cluster; those of one stage stand with it. */
  readonly controls: readonly Control[];
}

/** @param links those of the cluster that count, by default current ones; null where the pack has no such cluster */
export function functionalModel(pack: Pack, id: string, links: readonly JoinedLink[] = currentLinks(pack, id)): FunctionalModel | null {
  const cluster = pack.clusters.find((c) => c.id === id);
  if (!cluster) return null;
  const order = stageOrder(pack);
  const flows = functionFlows(links, order);
  const cover = new Map(stageCover(pack, id).map((c) => [c.stage.id, c.cover]));
  const controls = pack.chains.controls.filter((c) => c.cluster === id);
  const knowledge = new Set(pack.stages.filter((s) => s.kind === 'knowledge').map((s) => s.id));
  const functions = stagesInOrder(pack).map((stage, i): ChainFunction => {
    const at = (end: FlowEnd) => end.kind === 'stage' && end.id === stage.id;
    const inputs = flows.filter((f) => at(f.to) && !at(f.from));
    const all = pack.chains.sites.flatMap((site) => rolesIn(site, id).filter((r) => r.stage === stage.id).map((role) => ({ site, role })));
    const sites = all.filter(({ site }) => site.region !== null);
    const labs = inputs.filter((f) => f.from.kind === 'stage' && knowledge.has(f.from.id)).flatMap((f) => f.links.map((l) => l.from));
    return {
      node: `A${i + 1}`,
      stage,
      inputs,
      outputs: flows.filter((f) => at(f.from) && !at(f.to)),
      inner: flows.filter((f) => at(f.from) && at(f.to)),
      controls: controls.filter((c) => c.stage === stage.id),
      mechanisms: { sites, labs: [...new Set(labs)], regions: [...new Set(sites.flatMap(({ site }) => site.region ?? []))] },
      outside: all.filter(({ site }) => site.region === null),
      cover: cover.get(stage.id) ?? 'gap',
      imports: pack.chains.imports.filter((d) => d.cluster === id && d.stage === stage.id)
    };
  });
  return { cluster, functions, flows, proposed: functionFlows(proposedLinks(pack, id), order), controls: controls.filter((c) => c.stage === null) };
}

/** Links gathered by stage of both ends. A partner outside the district is "outside" whatever its stage. */
function functionFlows(links: readonly JoinedLink[], order: ReadonlyMap<string, number>): readonly FunctionFlow[] {
  const found = new Map<string, { from: FlowEnd; to: FlowEnd; links: JoinedLink[] }>();
  for (const joined of links) {
    const stages = linkStages(joined, order);
    const end = (site: Site, stage: string | null): FlowEnd => {
      if (site.region === null) return { kind: 'outside' };
      return stage === null ? { kind: 'cluster', id: site.roles[0]?.cluster ?? '' } : { kind: 'stage', id: stage };
    };
    const [from, to] = [end(joined.from, stages.from), end(joined.to, stages.to)];
    const id = `${key(from)} ${key(to)}`;
    const known = found.get(id);
    if (known) known.links.push(joined);
    else found.set(id, { from, to, links: [joined] });
  }
  return Array.from(found, ([id, { from, to, links: members }]) => {
    const count = (level: Evidence) => members.filter(({ link }) => link.evidence === level).length;
    const place = (end: FlowEnd) => (end.kind === 'stage' ? (order.get(end.id) ?? 0) : NaN);
    return { id, from, to, links: members, evidence: { documented: count('documented'), plausible: count('plausible'), proposed: count('proposed') }, backward: place(from) > place(to) };
  });
}

const key = (end: FlowEnd): string => (end.kind === 'outside' ? 'outside' : `${end.kind}:${end.id}`);

export interface SiteFunction extends SiteInRole {
  readonly node: string;
  readonly inputs: readonly JoinedLink[];
  readonly outputs: readonly JoinedLink[];
}

/** One function decomposed into its sites, the busiest first; sites outside the district come last. */
export function decompose(pack: Pack, cluster: string, stage: string, links: readonly JoinedLink[] = currentLinks(pack, cluster)): readonly SiteFunction[] {
  const place = stagesInOrder(pack).findIndex((s) => s.id === stage);
  const all = pack.chains.sites.flatMap((site) => rolesIn(site, cluster).filter((r) => r.stage === stage).map((role) => ({ site, role })));
  return all
    .map(({ site, role }) => ({ site, role, inputs: links.filter((l) => l.to.id === site.id), outputs: links.filter((l) => l.from.id === site.id) }))
    .sort((a, b) => Number(a.site.region === null) - Number(b.site.region === null) || b.inputs.length + b.outputs.length - a.inputs.length - a.outputs.length)
    .map((f, i) => ({ ...f, node: `A${place + 1}.${i + 1}` }));
}

/** What a region does in a cluster, where that is only one end of the chain. */
export type OneSided = 'raw' | 'final';

/** Regions whose known roles in the cluster are all of the raw kind (they sell raw material only), or all final (they only assemble or process). */
export function oneSidedRegions(pack: Pack, cluster: string): readonly { readonly region: string; readonly only: OneSided; readonly sites: readonly Site[] }[] {
  const kind = new Map(pack.stages.map((s) => [s.id, s.kind]));
  return pack.areas.flatMap((area) => {
    const sites = pack.chains.sites.filter((s) => s.region === area.code && rolesIn(s, cluster).length > 0);
    const kinds = new Set(sites.flatMap((s) => rolesIn(s, cluster).map((r) => kind.get(r.stage))));
    const only = kinds.size === 1 ? [...kinds][0] : undefined;
    return only === 'raw' || only === 'final' ? [{ region: area.code, only, sites }] : [];
  });
}
