/**
 * The space of partner matching without the pack behind it, small enough to travel with a page: with it `match`
 * and `reasonsOf` run in the browser at any weights and give what they give with the whole pack.
 */
import type { PartnersMethod, Stage } from '../../pack';
import { siteQuotient, type PartnerSpace, type Supply } from './criteria';
import { placeIn, type FunctionSpace, type Grain } from './functionSpace';
import type { Setting } from './setting';

export interface PartnerSheet {
  readonly grain: Grain;
  readonly method: PartnersMethod;
  readonly year: number;
  readonly stages: readonly Pick<Stage, 'id' | 'kind'>[];
  readonly space: Omit<FunctionSpace, 'place'>;
  /** Great-circle distances, km, by row and column of the regions. */
  readonly distance: Float64Array;
  readonly nearness: Float64Array;
  /** Published quotient of each function's stage by region; null where the method has none. */
  readonly quotients: readonly (Float64Array | null)[];
  readonly readiness: Float64Array;
  readonly readinessParts: Setting['readinessParts'];
  readonly supplies: readonly Supply[];
  readonly suppliers: Int32Array;
}

export function partnerSheet({ setting, grain, space, supplies, suppliers }: PartnerSpace): PartnerSheet {
  const { regions, functions, sites, proximity, density } = space;
  const { method, year, distance, nearness, readiness, readinessParts } = setting;
  return {
    grain,
    method,
    year,
    stages: setting.pack.stages.map(({ id, kind }) => ({ id, kind })),
    space: { regions, functions, sites, proximity, density },
    distance,
    nearness,
    quotients: functions.map(({ cluster, stage }) => setting.quotient(cluster, stage)),
    readiness,
    readinessParts,
    supplies: supplies.map(({ f, from, to, buyerStage, buyerProduct }) => ({ f, from, to, buyerStage, buyerProduct })),
    suppliers
  };
}

export function readSheet(sheet: PartnerSheet): PartnerSpace {
  const { grain, method, year, stages, distance, nearness, quotients, readiness, readinessParts, supplies, suppliers } = sheet;
  const space: FunctionSpace = { ...sheet.space, place: placeIn(sheet.space.functions, grain) };
  const quotient = (cluster: string, stage: string) => quotients[space.functions.findIndex((f) => f.cluster === cluster && f.stage === stage)] ?? null;
  return {
    setting: { pack: { stages }, method, year, regions: space.regions, distance, nearness, quotient, readiness, readinessParts },
    grain,
    space,
    supplies,
    suppliers,
    clusterQuotient: siteQuotient(space, (f) => f.cluster),
    productQuotient: siteQuotient(space, (f) => f.product)
  };
}
