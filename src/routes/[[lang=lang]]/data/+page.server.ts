import { coverage } from '$lib/atlas';
import { servedPack } from '$lib/server/pack';

export const load = () => {
  const pack = servedPack();
  return { meta: pack.meta, years: pack.observations.years, rows: coverage(pack), sources: pack.sources, regions: pack.areas.filter((a) => a.kind === 'region').length };
};
