import { servedPack } from '$lib/server/pack';

export const load = () => {
  const { meta, method, indicators, clusters, stages } = servedPack();
  const used = new Set([...method.potential, ...method.dynamics].flatMap((b) => b.indicators.map((i) => i.id)));
  return { meta, method, clusters, stages, indicators: indicators.filter((i) => used.has(i.id)) };
};
