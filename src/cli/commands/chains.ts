import { integration, intensitySurvival, matching, matchingTest, modelledIntensity } from '../../lib/atlas';
import { functionKey, HIT_LIMITS, singlePoints, type Proposal } from '../../lib/chains';
import { regionsOf } from '../../lib/composite';
import { CRITERIA, type Pack } from '../../lib/pack';
import { MEASURES, POLICIES } from '../../lib/scenario';
import { DONE, FAULTS, oneOf, parseArgs, UsageError, type Command } from '../command';
import { cell, deliver, FORMATS, print, type Cell, type Grid } from '../grid';
import { loadPack } from '../load';

const SHOWN = ['weak', 'proposals', 'suppliers', 'intensity', 'test', 'scenario'] as const;

interface Choice {
  readonly clusters: readonly string[];
  readonly regions: readonly string[];
  readonly option: ReadonlyMap<string, string>;
}

export const chains: Command = {
  help: `weak        sites and regions whose failure, by the known links, stops others or leaves a stage empty
proposals   functions that a region could supply to a leader's chain (proposed), best first
suppliers   regions that could supply --stage [--product] of --cluster to the leader --region (proposed)
intensity   cooperation intensity between regions (modelled), and the share of parameters in which it is among
            the greatest
test        at which place matching puts documented links that were hidden from it, beside chance and the nearest
scenario    one budget under three policies (a model, not a forecast)

--cluster and --region leave the others out.

  npm run --silent atlas -- chains geodata/vfd --show proposals --region RU-CU`,
  run(args) {
    const { positional, option } = parseArgs(args, ['show', 'cluster', 'region', 'stage', 'product', 'format']);
    const show = oneOf('show', option.get('show') ?? 'weak', SHOWN);
    const format = oneOf('format', option.get('format') ?? 'table', FORMATS);
    const pack = loadPack(positional[0]);
    if (!pack) return FAULTS;
    const [clusters, regions] = [pack.clusters.map((c) => c.id), regionsOf(pack).map((r) => r.code)];
    const one = (name: string, all: readonly string[]) => (option.has(name) ? [oneOf(name, option.get(name) ?? '', all)] : all);
    deliver(print(GRIDS[show](pack, { clusters: one('cluster', clusters), regions: one('region', regions), option }), format), undefined);
    return DONE;
  }
};

const GRIDS: Readonly<Record<(typeof SHOWN)[number], (pack: Pack, choice: Choice) => Grid>> = {
  weak: (pack, { clusters }) => ({
    columns: ['cluster', 'kind', 'id', 'touched', 'stops', 'lost', 'stopped'],
    rows: clusters.flatMap((cluster) => (['region', 'site'] as const).flatMap((kind) => singlePoints(pack, cluster, kind).map((f) => [cluster, kind, f.id, f.touched.length, f.stops.length, f.lostStages.join(' '), f.stops.join(' ')])))
  }),
  proposals: (pack, { clusters, regions }) => {
    const found = needed(matching(pack), 'partners');
    return proposalGrid(regions.flatMap((region) => clusters.flatMap((cluster) => found.proposals(region, cluster))));
  },
  suppliers: (pack, { clusters, regions, option }) => {
    const [cluster, leader, stage] = [clusters[0], regions[0], option.get('stage')];
    if (clusters.length !== 1 || regions.length !== 1 || cluster === undefined || leader === undefined || stage === undefined) throw new UsageError('--show suppliers needs --cluster, --region (the leader) and --stage');
    oneOf('stage', stage, pack.stages.map((s) => s.id));
    const product = option.get('product') ?? null;
    return proposalGrid(needed(matching(pack, { grain: product === null ? 'stage' : 'product' }), 'partners').suppliers(leader, { cluster, stage, product }));
  },
  intensity: (pack, { clusters }) => ({
    columns: ['cluster', 'from', 'to', 'share', 'survival'],
    rows: clusters.flatMap((cluster) => {
      const { regions, share } = needed(modelledIntensity(pack, cluster), 'intensity');
      const survival = intensitySurvival(pack, cluster)?.survival;
      const n = regions.length;
      return Array.from(share.keys())
        .filter((f) => share[f] !== 0)
        .sort((a, b) => (share[b] ?? 0) - (share[a] ?? 0))
        .map((f): Cell[] => [cluster, regions[Math.floor(f / n)] ?? '', regions[f % n] ?? '', cell(share[f]), cell(survival?.[f])]);
    })
  }),
  test: (pack) => {
    const grains = (['stage', 'product'] as const).flatMap((grain) => {
      const { cases, matching: ours, nearest, random, alone, byCluster } = needed(matchingTest(pack, grain), 'partners');
      const row = (what: string, n: number, rates: readonly number[]): Cell[] => [grain, what, n, ...rates.map((r) => cell(r))];
      return [
        row('matching', cases.length, ours),
        row('nearest', cases.length, nearest),
        row('random', cases.length, random),
        ...CRITERIA.filter((id) => id !== 'gap').map((id) => row(`${id} alone`, cases.length, alone[id])),
        ...byCluster.flatMap((c) => [row(`matching, ${c.cluster}`, c.cases, c.matching), row(`nearest, ${c.cluster}`, c.cases, c.nearest)])
      ];
    });
    return { columns: ['functions', 'order', 'links', ...HIT_LIMITS.map((k) => `at ${k}`)], rows: grains };
  },
  scenario: (pack) => {
    const { today, outcomes, ranges, claims } = needed(integration(pack), 'scenario');
    return {
      columns: ['what', 'of', 'value', 'low', 'median', 'high'],
      rows: [
        ...MEASURES.map((m): Cell[] => ['today', m, cell(today[m]), null, null, null]),
        ...POLICIES.flatMap((p) => MEASURES.map((m): Cell[] => [p, m, cell(outcomes[p][m]), ranges[p][m].low, ranges[p][m].median, ranges[p][m].high])),
        ...claims.map(({ claim, share }): Cell[] => ['share of runs', claim, cell(share), null, null, null])
      ]
    };
  }
};

function proposalGrid(list: readonly Proposal[]): Grid {
  return { columns: ['region', 'function', 'leader', 'kind', 'place', 'score', 'confidence', ...CRITERIA], rows: list.map((p) => [p.region, functionKey(p.fn), p.leader, p.kind, p.place, cell(p.score), p.confidence, ...CRITERIA.map((id) => cell(p.criteria[id]))]) };
}

function needed<T>(found: T | null, part: string): T {
  if (found === null) throw new UsageError(`the method of this pack has no part “${part}”, or not the figures it needs`);
  return found;
}
