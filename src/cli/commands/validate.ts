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
  const { areas, indicators, observations, sources, chains, clusters } = pack;
  const values = observations.values.reduce((n, v) => n + Number(!Number.isNaN(v)), 0);
  const derived = indicators.filter((i) => i.derivation).length;
  const region = new Map(chains.sites.map((s) => [s.id, s.region]));
  const lines = [
    `${pack.meta.id} ${pack.meta.version}: ${pack.meta.title.en}`,
    `regions ${areas.filter((a) => a.kind === 'region').length}, totals ${areas.filter((a) => a.kind !== 'region').length}`,
    `indicators ${indicators.length - derived} published, ${derived} derived`,
    `observations ${values}, years ${observations.years[0]}–${observations.years.at(-1)}, sources ${sources.length}`,
    `sites ${chains.sites.length}, links ${chains.links.length}`
  ];
  for (const cluster of clusters) {
    const sites = chains.sites.filter((s) => s.roles.some((r) => r.cluster === cluster.id));
    const links = chains.links.filter((l) => l.cluster === cluster.id);
    const between = links.filter((l) => region.get(l.from) && region.get(l.to) && region.get(l.from) !== region.get(l.to));
    const regions = new Set(sites.flatMap((s) => s.region ?? []));
    lines.push(`  ${cluster.id}: ${sites.length} sites in ${regions.size} regions, ${links.length} links (${between.length} between regions)`);
    for (const evidence of ['documented', 'plausible', 'proposed'] as const) {
      for (const verification of ['verified', 'recalled'] as const) {
        const n = links.filter((l) => l.evidence === evidence && l.verification === verification).length;
        if (n > 0) lines.push(`    ${evidence}, ${verification}: ${n}`);
      }
    }
  }
  return lines.join('\n');
}
