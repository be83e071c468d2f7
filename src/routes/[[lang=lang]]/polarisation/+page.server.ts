import { amounts, defaultPolarisation, followedFindings, formatPolarisation, polarisationCsv, showPolarisation, sizes, usualYear } from '$lib/atlas';
import { borderPairs, stillMap } from '$lib/geo';
import { servedPack } from '$lib/server/pack';
import type { PageServerLoad } from './$types';

/** Size of the map in CSS pixels where it has room. */
const MAP = { width: 520, height: 560 };

export const load: PageServerLoad = ({ params }) => {
  const pack = servedPack();
  const { boundaries } = pack.geometry;
  const regions = pack.areas.filter((a) => a.kind === 'region');
  const borders = borderPairs(boundaries, 'regions', regions.map((r) => r.code));
  const choice = defaultPolarisation(pack);
  const named = ({ id, name }: (typeof pack.indicators)[number]) => ({ id, name });
  return {
    meta: pack.meta,
    amounts: amounts(pack).map(named),
    sizes: sizes(pack).map(named),
    borders,
    frame: stillMap(boundaries, new Map(regions.map((r) => [r.code, r.labelAt])), MAP.width, MAP.height),
    shown: showPolarisation(pack, choice, borders),
    csv: polarisationCsv(pack, params.lang ?? 'en', [choice]),
    followed: followedFindings(pack).map((f) => ({ ...f, query: f.choice && formatPolarisation({ ...f.choice, year: usualYear(pack, f.choice.indicator, f.choice.per), neighbours: choice.neighbours }, pack) }))
  };
};
