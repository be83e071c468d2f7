import { scores } from '../../lib/atlas';
import { regionsOf, scoredYears } from '../../lib/composite';
import { DONE, FAULTS, parseArgs, UsageError, type Command } from '../command';
import { loadPack } from '../load';

export const score: Command = {
  name: 'score',
  usage: 'score <folder> [--year Y] [--goalposts year|pooled] [--format table|json]',
  summary: 'compute index, rank, tier, dynamics and group of every region',
  help: 'JSON is an array with one object for each region: id, index, rank, tier, blocks, potential, dynamics, group\n(potential = index; null = cannot be computed). Without --year, the target year of the method; away\nfrom it scores stand on pooled goalposts unless --goalposts says otherwise.\n\n  npm run --silent atlas -- score geodata/vfd --format json',
  run(args) {
    const { positional, option } = parseArgs(args, ['year', 'goalposts', 'format']);
    const format = oneOf('format', option.get('format') ?? 'table', ['table', 'json']);
    const pack = loadPack(positional[0]);
    if (!pack) return FAULTS;
    const year = Number(option.get('year') ?? pack.method.targetYear);
    const years = scoredYears(pack, 'potential');
    if (!years.includes(year)) throw new UsageError(`--year ${option.get('year')}: scores exist for ${years.join(', ')}`);
    const goalposts = oneOf('goalposts', option.get('goalposts') ?? (year === pack.method.targetYear ? pack.method.normalisation.goalposts : 'pooled'), ['year', 'pooled']);
    const { potential, dynamics, tiers, matrix } = scores(pack, year, goalposts);
    const value = (column: Float64Array, u: number) => (Number.isNaN(column[u] ?? NaN) ? null : (column[u] ?? null));
    const rows = regionsOf(pack).map((region, u) => ({
      id: region.code,
      index: value(potential.index, u),
      rank: value(potential.rank, u),
      tier: tiers.tier[u] ?? null,
      blocks: Object.fromEntries(potential.blocks.map((b) => [b.id, value(b.score, u)])),
      potential: value(potential.index, u),
      dynamics: value(dynamics.index, u),
      group: matrix.group[u] ?? null
    }));
    if (format === 'json') console.log(JSON.stringify(rows, null, 2));
    else {
      const print = (v: number | null) => (v === null ? '–' : v.toFixed(4)).padStart(8);
      for (const r of [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))) console.log(`${String(r.rank ?? '–').padStart(3)}  ${r.id.padEnd(8)}${print(r.index)}  ${(r.tier ?? '–').padEnd(8)}${print(r.dynamics)}  ${r.group ?? '–'}`);
    }
    return DONE;
  }
};

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new UsageError(`--${name} ${value}: one of ${allowed.join(', ')}`);
  return found;
}
