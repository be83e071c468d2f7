import { chainCounts, type ChainCounts } from '../../lib/chains';
import { formatFaults, type Fault, type Pack } from '../../lib/pack';
import { DONE, FAULTS, oneOf, parseArgs, type Command } from '../command';
import { FORMATS, print, type Grid } from '../grid';
import { readFolder } from '../load';

export const validate: Command = {
  help: `Exits with 1 where the pack has errors. Warnings (text that begins like a formula or looks like HTML)
are printed and do not fail. As table: what is in the pack on standard output, faults on standard error.
As json or csv: the faults, one object or line each, on standard output.

  npm run --silent atlas -- validate geodata/vfd
  npm run --silent atlas -- validate geodata/vfd --format json`,
  run(args) {
    const { positional, option } = parseArgs(args, ['format']);
    const format = oneOf('format', option.get('format') ?? 'table', FORMATS);
    const { pack, faults } = readFolder(positional[0]);
    if (format !== 'table') process.stdout.write(print(grid(faults), format));
    else if (faults.length > 0) console.error(formatFaults(faults));
    if (!pack) return FAULTS;
    if (format === 'table') console.log(summary(pack));
    return DONE;
  }
};

function grid(faults: readonly Fault[]): Grid {
  return { columns: ['severity', 'file', 'row', 'column', 'value', 'expected'], rows: faults.map((f) => [f.severity, f.file, f.row, f.column, f.value, f.expected]) };
}

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
    `sites ${chains.sites.length}, links ${chains.links.length}, classes of OKVED 2 ${activities.filter(({ code }) => code.includes('.')).length}`,
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
