/**
 * Size of a stage in a region, for the gravity model.
 *
 * Nobody publishes the shipments of a stage, so the mass is a proxy: an indicator of the region's economy
 * (see method.json) shared out evenly over its known roles that stand on the same indicator. It is then given
 * as a share of the district, so that masses of different indicators can be multiplied.
 */
import { regionsOf, yearColumn } from '../../composite';
import type { IntensityMethod, Pack } from '../../pack';
import { stagesInOrder } from '../chainGraph';

export interface StageMass {
  readonly stage: string;
  /** Null where the method names no indicator: the stage has no mass. */
  readonly indicator: string | null;
  /** Share of each region in the stage, summing to 1 over those known; 0 where no role is known, NaN where the indicator is missing. */
  readonly share: Float64Array;
}

/** Masses of every stage of a cluster, in the order of the chain. */
export function stageMasses(pack: Pack, cluster: string, method: IntensityMethod, year: number = pack.method.targetYear): readonly StageMass[] {
  const regions = regionsOf(pack);
  const row = (c: string, stage: string) => method.masses.find((m) => (m.clusters === null || m.clusters.includes(c)) && m.stages.includes(stage)) ?? null;
  const count = new Map<string, number>();
  for (const { region, roles: held } of pack.chains.sites) for (const r of held) count.set(`${region} ${r.cluster} ${r.stage}`, (count.get(`${region} ${r.cluster} ${r.stage}`) ?? 0) + 1);
  const roles = (region: string, c: string, stage: string) => count.get(`${region} ${c} ${stage}`) ?? 0;
  return stagesInOrder(pack).map(({ id: stage }) => {
    const of = row(cluster, stage);
    if (!of) return { stage, indicator: null, share: new Float64Array(regions.length) };
    const { values } = yearColumn(pack, of.indicator, year, of.maxLag);
    const mass = Float64Array.from(regions, (region, u) => {
      const own = roles(region.code, cluster, stage);
      if (own === 0) return 0;
      const all = pack.clusters.reduce((n, c) => n + pack.stages.reduce((m, s) => m + (row(c.id, s.id)?.indicator === of.indicator ? roles(region.code, c.id, s.id) : 0), 0), 0);
      return ((values[u] ?? NaN) * own) / all;
    });
    const total = mass.reduce((sum, m) => sum + (Number.isNaN(m) ? 0 : m), 0);
    return { stage, indicator: of.indicator, share: mass.map((m) => (total > 0 ? m / total : m)) };
  });
}

export interface Complementarity {
  readonly from: string;
  readonly to: string;
  /** Share of the cluster's known links that join these stages. */
  readonly share: number;
}
