/** The figures the guided story tells, each computed from the pack; what a pack cannot answer is null, and the story then leaves it out. */
import { claimShares, scenarioModel, scenarioRuns } from '../../scenario';
import { mean, order, regionsOf, yearColumn } from '../../composite';
import type { Area, GroupId, Pack, Site, Text } from '../../pack';
import { gini } from '../../polarisation';
import { chainCounts } from '../../chains';
import { laggingRegions } from '../chainModels/matching';
import { integrationStart } from '../chainModels/integration';
import { clusterFindings } from '../cluster/findings';
import { CERTAINTIES, certainty, type Certainty } from '../confidence';
import { findingResults, leadersOf, type FindingResult } from '../findings';
import { groupMembers, scores } from '../scores';
import type { Confidence } from '../../typology';
import { startFaults } from '../../scenario';

export interface WeakCluster {
  readonly id: string;
  readonly name: Text;
  readonly stages: number;
  /** Stages without a site in the district, and held by one site or one region. */
  readonly gaps: number;
  readonly thin: number;
  /** The named site whose failure would stop most others; null where none would. */
  readonly point: { readonly site: Site; readonly region: string | null; readonly stops: number } | null;
}

export interface StoryFacts {
  readonly year: number;
  readonly baseYear: number;
  readonly regions: number;
  /** The regions that the published shares speak of. */
  readonly leaders: readonly Area[];
  readonly findings: readonly FindingResult[];
  readonly first: { readonly area: Area; readonly index: number } | null;
  readonly last: { readonly area: Area; readonly index: number } | null;
  readonly mean: number;
  readonly tiers: { readonly leading: number; readonly low: number };
  /** Gini coefficient of the first additive indicator of the potential; 1 − 1/n where one region has everything. */
  readonly gini: { readonly indicator: { readonly id: string; readonly short: Text }; readonly year: number; readonly value: number; readonly most: number } | null;
  readonly groups: readonly { readonly id: GroupId; readonly name: Text; readonly meaning: Text; readonly members: readonly Area[] }[];
  readonly chains: { readonly clusters: number; readonly sites: number; readonly links: number; readonly between: number; readonly documented: number; readonly plausible: number } | null;
  readonly weak: readonly WeakCluster[];
  readonly lagging: readonly string[];
  /** Shares of the runs of the scenario in which the conclusion and its two claims hold. */
  readonly integration: { readonly runs: number; readonly conclusion: number; readonly output: number; readonly polarisation: number; readonly asConcentrating: number } | null;
  readonly doubt: { readonly runs: number; readonly tiers: Readonly<Record<Certainty, number>>; readonly groups: Readonly<Record<Certainty, number>> } | null;
}

export function storyFacts(pack: Pack, confidence: Confidence | null): StoryFacts {
  const { method } = pack;
  const year = method.targetYear;
  const { goalposts } = method.normalisation;
  const scored = scores(pack, year, goalposts);
  const regions = regionsOf(pack);
  const { index } = scored.potential;
  const ranked = order(index).filter((u) => !Number.isNaN(index[u] ?? NaN));
  const end = (u: number | undefined) => {
    const area = regions[u ?? -1];
    return area && u !== undefined ? { area, index: index[u] ?? NaN } : null;
  };
  const share = pack.findings.flatMap(({ quantity }) => (quantity.kind === 'top-share' ? [quantity.k] : []))[0];
  return {
    year,
    baseYear: method.baseYear,
    regions: regions.length,
    leaders: share === undefined ? [] : leadersOf(pack, share).flatMap((u) => regions[u] ?? []),
    findings: findingResults(pack),
    first: end(ranked[0]),
    last: end(ranked.at(-1)),
    mean: mean(index),
    tiers: { leading: scored.tiers.tier.filter((t) => t === 'leading').length, low: scored.tiers.tier.filter((t) => t === 'low').length },
    gini: giniOf(pack, year),
    groups: groupMembers(pack, scored.matrix).flatMap(({ id, units }) => {
      const group = method.matrix.groups.find((g) => g.id === id);
      return group ? [{ id, name: group.name, meaning: group.meaning, members: units.flatMap((u) => regions[u] ?? []) }] : [];
    }),
    chains: chainsOf(pack),
    weak: pack.clusters.map((cluster) => weakness(pack, cluster.id, cluster.name)),
    lagging: laggingRegions(pack),
    integration: integrationOf(pack),
    doubt: confidence && { runs: confidence.runs, tiers: tally(confidence.tier.holds), groups: tally(confidence.group.holds) }
  };
}

/** The amount the story speaks of: the first indicator of the potential whose regions add up. */
export function amountOf(pack: Pack): string | null {
  return pack.method.potential.flatMap((b) => b.indicators).find(({ id }) => pack.indicators.find((i) => i.id === id)?.additive)?.id ?? null;
}

function giniOf(pack: Pack, year: number): StoryFacts['gini'] {
  const id = amountOf(pack);
  const indicator = pack.indicators.find((i) => i.id === id);
  if (!indicator) return null;
  const { values } = yearColumn(pack, indicator.id, year);
  const present = values.filter((v) => !Number.isNaN(v));
  const value = gini(values);
  return Number.isNaN(value) ? null : { indicator: { id: indicator.id, short: indicator.short }, year, value, most: 1 - 1 / present.length };
}

function chainsOf(pack: Pack): StoryFacts['chains'] {
  const counts = chainCounts(pack);
  if (pack.chains.links.length === 0) return null;
  const sum = (of: (c: (typeof counts)[number]) => number) => counts.reduce((n, c) => n + of(c), 0);
  const level = (evidence: 'documented' | 'plausible') => sum((c) => c.levels.filter((l) => l.evidence === evidence).reduce((n, l) => n + l.links, 0));
  return {
    clusters: pack.clusters.length,
    // A site with roles in two clusters is one site.
    sites: pack.chains.sites.filter((s) => s.region !== null && s.roles.length > 0).length,
    links: sum((c) => c.links.between + c.links.within + c.links.across),
    between: sum((c) => c.links.between),
    documented: level('documented'),
    plausible: level('plausible')
  };
}

function weakness(pack: Pack, id: string, name: Text): WeakCluster {
  const { gaps, thin, points } = clusterFindings(pack, id);
  const worst = points.sites.find((p) => p.site !== null && p.stops.length > 0);
  return { id, name, stages: pack.stages.length, gaps: gaps.length, thin: thin.length, point: worst?.site ? { site: worst.site, region: worst.region, stops: worst.stops.length } : null };
}

function integrationOf(pack: Pack): StoryFacts['integration'] {
  const { scenario: method } = pack.method;
  const start = integrationStart(pack);
  if (!method || !start || startFaults(start).length > 0) return null;
  const runs = scenarioRuns(scenarioModel(start), method.parameters, method.seed, method.runs);
  const shares = claimShares(runs, method.parameters);
  const of = (claim: string) => shares.find((s) => s.claim === claim)?.share ?? NaN;
  return { runs: runs.count, conclusion: of('conclusion'), output: of('output-of-equalising'), polarisation: of('less-polarised-than-concentrating'), asConcentrating: of('output-of-concentrating') };
}

function tally(holds: Float64Array): Readonly<Record<Certainty, number>> {
  const all = Array.from(holds, certainty);
  return Object.fromEntries(CERTAINTIES.map((c) => [c, all.filter((x) => x === c).length])) as Record<Certainty, number>;
}
