import { scores } from '../../lib/atlas';
import { regionsOf, scoredYears } from '../../lib/composite';
import { DONE, FAULTS, oneOf, parseArgs, UsageError, type Command } from '../command';
import { cell, FORMATS, print } from '../grid';
import { loadPack, loadWithMethod } from '../load';

export const score: Command = {
  help: `JSON is an array with one object for each region: id, index, rank, tier, blocks, potential, dynamics, group
(potential = index; null = cannot be computed). CSV has the same with one column for each block, NA = cannot be
computed. Without --year, the target year of the method; away from it scores stand on pooled goalposts unless
--goalposts says otherwise. --method takes a method file, such as the laboratory of the atlas exports, in place of
the pack's own.

  npm run --silent atlas -- score geodata/vfd --format json`,
  run(args) {
    const { positional, option } = parseArgs(args, ['year', 'goalposts', 'method', 'format']);
    const format = oneOf('format', option.get('format') ?? 'table', FORMATS);
    const file = option.get('method');
    const pack = file === undefined ? loadPack(positional[0]) : loadWithMethod(positional[0], file);
    if (!pack) return FAULTS;
    const year = Number(option.get('year') ?? pack.method.targetYear);
    const years = scoredYears(pack, 'potential');
    if (!years.includes(year)) throw new UsageError(`--year ${option.get('year')}: scores exist for ${years.join(', ')}`);
    const goalposts = oneOf('goalposts', option.get('goalposts') ?? (year === pack.method.targetYear ? pack.method.normalisation.goalposts : 'pooled'), ['year', 'pooled']);
    const { potential, dynamics, tiers, matrix } = scores(pack, year, goalposts);
    const rows = regionsOf(pack).map((region, u) => ({
      id: region.code,
      index: cell(potential.index[u]),
      rank: cell(potential.rank[u]),
      tier: tiers.tier[u] ?? null,
      blocks: Object.fromEntries(potential.blocks.map((b) => [b.id, cell(b.score[u])])),
      potential: cell(potential.index[u]),
      dynamics: cell(dynamics.index[u]),
      group: matrix.group[u] ?? null
    }));
    const blocks = potential.blocks.map((b) => b.id);
    if (format === 'json') console.log(JSON.stringify(rows, null, 2));
    else if (format === 'csv') {
      const columns = ['id', 'index', 'rank', 'tier', ...blocks, 'dynamics', 'group'];
      process.stdout.write(print({ columns, rows: rows.map((r) => [r.id, r.index, r.rank, r.tier, ...blocks.map((b) => r.blocks[b] ?? null), r.dynamics, r.group]) }, format));
    } else {
      const printed = (v: number | null) => (v === null ? '–' : v.toFixed(4)).padStart(8);
      for (const r of [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))) console.log(`${String(r.rank ?? '–').padStart(3)}  ${r.id.padEnd(8)}${printed(r.index)}  ${(r.tier ?? '–').padEnd(8)}${printed(r.dynamics)}  ${r.group ?? '–'}`);
    }
    return DONE;
  }
};
