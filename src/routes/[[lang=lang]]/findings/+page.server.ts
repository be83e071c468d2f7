import { findingResults } from '$lib/atlas';
import { servedPack } from '$lib/server/pack';

export const load = () => {
  const pack = servedPack();
  return { meta: pack.meta, citation: pack.method.citation, results: findingResults(pack) };
};
