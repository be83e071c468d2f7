/** What the structure of a cluster reveals, with sites and stages looked up; every entry is of the known current links only. */
import { extent, oneSidedRegions, singlePoints, stageCover, type Failure, type OneSided, type Way } from '../../chains';
import type { ImportDependence, Pack, Site, Stage } from '../../pack';

export interface PointOfFailure {
  /** The site; null where a whole region fails. */
  readonly site: Site | null;
  readonly region: string | null;
  readonly stops: readonly Site[];
  readonly touched: number;
  readonly lost: readonly Stage[];
}

export interface ClusterFindings {
  readonly gaps: readonly Stage[];
  readonly thin: readonly { readonly stage: Stage; readonly sites: readonly Site[]; readonly region: string; readonly by: 'site' | 'region' }[];
  /** Most consequences first. */
  readonly points: { readonly sites: readonly PointOfFailure[]; readonly regions: readonly PointOfFailure[] };
  readonly oneSided: readonly { readonly region: string; readonly only: OneSided }[];
  readonly imports: readonly { readonly stage: Stage; readonly dependence: ImportDependence }[];
  readonly longest: Way;
  readonly widest: Way;
  readonly cycles: readonly (readonly Site[])[];
}

export function clusterFindings(pack: Pack, cluster: string): ClusterFindings {
  const sites = new Map(pack.chains.sites.map((s) => [s.id, s]));
  const stages = new Map(pack.stages.map((s) => [s.id, s]));
  const look = <T>(among: ReadonlyMap<string, T>, ids: readonly string[]) => ids.flatMap((id) => among.get(id) ?? []);
  const cover = stageCover(pack, cluster);
  const point = ({ kind, id, stops, touched, lostStages }: Failure): PointOfFailure => {
    const site = kind === 'site' ? (sites.get(id) ?? null) : null;
    return { site, region: kind === 'region' ? id : (site?.region ?? null), stops: look(sites, stops), touched: touched.length, lost: look(stages, lostStages) };
  };
  const { longest, widest, cycles } = extent(pack, cluster);
  return {
    gaps: cover.filter((c) => c.cover === 'gap').map((c) => c.stage),
    thin: cover.flatMap((c) => (c.cover === 'one-site' || c.cover === 'one-region' ? [{ stage: c.stage, sites: look(sites, c.sites), region: c.regions[0] ?? '', by: c.cover === 'one-site' ? ('site' as const) : ('region' as const) }] : [])),
    points: { sites: singlePoints(pack, cluster, 'site').map(point), regions: singlePoints(pack, cluster, 'region').map(point) },
    oneSided: oneSidedRegions(pack, cluster).map(({ region, only }) => ({ region, only })),
    imports: pack.chains.imports.filter((d) => d.cluster === cluster).flatMap((dependence) => look(stages, [dependence.stage]).map((stage) => ({ stage, dependence }))),
    longest,
    widest,
    cycles
  };
}
