/** What the models on the chains cost, on the real pack: prints one JSON object. */
import { integrationStart, leadingRegions, regionDistances } from '../../src/lib/atlas';
import { match, partnerSpace, settingOf } from '../../src/lib/chains';
import { defaultValues, scenario } from '../../src/lib/scenario';
import { loadPack } from '../../src/cli/load';
import { median, time } from './clock';

const ROUNDS = 60;
/** Rounds before the code is compiled. */
const WARM = 20;

/** @throws when the pack has not got it */
function there<T>(value: T | null): T {
  if (value === null) throw new Error('geodata/vfd has faults, or no parameters for partners and scenario');
  return value;
}

const pack = there(loadPack('geodata/vfd'));
const partners = there(pack.method.partners);
const integration = there(pack.method.scenario);
const start = there(integrationStart(pack));
const [distance, leaders] = [regionDistances(pack), leadingRegions(pack)];

/** From the facts to the ranked proposals of every region in every cluster, with their confidence. */
function matchAll(): void {
  const found = match(partnerSpace(settingOf(pack, distance, partners), 'product'), { leaders });
  for (const region of found.partners.setting.regions) for (const { id } of pack.clusters) found.proposals(region, id);
}

const values = defaultValues(integration.parameters);
const rounds = (work: () => void) => median(Array.from({ length: ROUNDS }, () => time(work)).slice(WARM));
console.log(JSON.stringify({ 'match.all_ms': rounds(matchAll), 'scenario.ms': rounds(() => void scenario(start, values, integration)) }));
