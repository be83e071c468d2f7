import { integration, leadingRegions, topRegions } from '$lib/atlas';
import { servedPack } from '$lib/server/pack';

export const load = () => {
  const pack = servedPack();
  const found = integration(pack);
  const { scenario } = pack.method;
  const short = new Map(pack.areas.map((a) => [a.code, a.short]));
  const indicator = (id: string) => pack.indicators.find((i) => i.id === id)?.name ?? null;
  return {
    meta: pack.meta,
    year: pack.method.targetYear,
    citation: pack.method.citation,
    scenario: found &&
      scenario && {
        start: found.start,
        method: scenario,
        leaders: topRegions(pack, scenario.leaders).map((code) => short.get(code) ?? null),
        leading: leadingRegions(pack).length,
        inputs: { output: indicator(scenario.output), capital: indicator(scenario.capital), investment: indicator(scenario.investment) }
      }
  };
};
