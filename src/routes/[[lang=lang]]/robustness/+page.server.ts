import { cohesion, robustness, scores, validity } from '$lib/atlas';
import { packRatings } from '$lib/server/ratings';
import { servedPack } from '$lib/server/pack';

export const load = () => {
  const pack = servedPack();
  const { method, meta, indicators, areas } = pack;
  const { goalposts } = method.normalisation;
  const used = new Set(method.potential.flatMap((b) => b.indicators.map((i) => i.id)));
  return {
    meta,
    year: method.targetYear,
    regions: areas.filter((a) => a.kind === 'region').map(({ code, short }) => ({ code, short })),
    blocks: method.potential.map(({ id, name }) => ({ id, name })),
    indicators: indicators.filter((i) => used.has(i.id)).map(({ id, short }) => ({ id, short })),
    tiers: { of: scores(pack, method.targetYear, goalposts).tiers.tier, names: method.tiers.names },
    groups: { of: scores(pack, method.targetYear, goalposts).matrix.group, names: Object.fromEntries(method.matrix.groups.map((g) => [g.id, g.name])) },
    report: robustness(pack),
    cohesion: cohesion(pack, method.targetYear, goalposts),
    validity: validity(pack, packRatings(), method.targetYear, goalposts, method.robustness?.seed)
  };
};
