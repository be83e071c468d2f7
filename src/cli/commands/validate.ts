import { chainCounts, type ChainCounts } from '../../lib/chains';
import type { Pack } from '../../lib/pack';
import { DONE, FAULTS, parseArgs, type Command } from '../command';
import { loadPack } from '../load';

export const validate: Command = {
  name: 'validate',
  usage: 'validate <folder>',
  summary: 'check a data pack; every fault is named with file, row and column',
  help: 'Exits with 1 where the pack has errors. Warnings (text that begins like a formula or looks like HTML)\nare printed and do not fail.\n\n  npm run --silent atlas -- validate geodata/vfd',
  run(args) {
    const pack = loadPack(parseArgs(args, []).positional[0]);
    if (!pack) return FAULTS;
    console.log(summary(pack));
    return DONE;
  }
};

/** What is in the pack, in counts. */
function summary(pack: Pack): string {
  const { areas, indicators, observations, sources, chains, activities } = pack;
  const values = observations.values.reduce((n, v) => n + Number(!Number.isNaN(v)), 0);
  const derived = indicators.filter((i) => i.derivation).length;
  return [
    `${pack.meta.id} ${pack.meta.version}: ${pack.meta.title.en}`,
    `regions ${areas.filter((a) => a.kind === 'region').length}, totals ${areas.filter((a) => a.kind !== 'region').length}`,
    `indicators ${indicators.length - derived} published, ${derived} derived`,
    `observations ${values}, years ${observations.years[0]}–${observations.years.at(-1)}, sources ${sources.length}`,
    `sites ${chains.sites.length}, links ${chains.links.length}, classes of OKVED 2 ${activities.length}`,
    ...chainCounts(pack).flatMap(ofCluster)
  ].join('\n');
}

function ofCluster({ cluster, sites, regions, partners, links, levels, against }: ChainCounts): readonly string[] {
  const { between, within, across } = links;
  return [
    `  ${cluster}: ${sites} sites in ${regions} regions, partners outside ${partners}`,
    `    ${between + within + across} links: ${between} between regions, ${within} within one, ${across} across the edge`,
    ...levels.map((level) => `    ${level.evidence}, ${level.verification}: ${level.links}; between regions ${level.between}, of these between named firms ${level.firms}`),
    ...(against > 0 ? [`    against the order of stages, with the reason: ${against}`] : [])
  ];
}
