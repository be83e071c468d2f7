/**
 * The engine's figures that need one thread: prints one JSON object.
 *
 * 1,000 runs are timed in slices of 50, each the best of several rounds, and summed: what is measured is the work,
 * not who else had the processor meanwhile. Rounds go by turns, so that what is compared meets the same machine.
 */
import { evaluateRuns, evaluator, rankingOutcomes, runRange, sensitivity } from '../../src/lib/composite';
import { loadPack } from '../../src/cli/load';
import { best, median, processor, time } from './clock';
import { naiveRuns } from './naive';
import { scoring } from './score';
import { ASEM, DESIGN, DISCRETE, model } from './table';
import { whatIf } from './whatIf';

const RUNS = 1000;
const SLICE = 50;
const ROUNDS = 9;

const asem = model(ASEM);

/** @throws when the plain version and the kernel, with and without shared variants, do not give the same numbers */
function check(): void {
  const runs = 50;
  const plain = naiveRuns(asem, DESIGN, 0, runs).flat();
  for (const cache of [false, true]) {
    const scores = runRange([asem], DESIGN, 0, runs, { cache }).scores[0] ?? new Float64Array(0);
    const far = plain.findIndex((v, i) => !(Math.abs(v - (scores[i] ?? NaN)) <= 1e-12 * Math.abs(v)));
    if (far >= 0 || scores.length !== plain.length) throw new Error(`the plain version gives ${plain[far]} where the kernel gives ${scores[far]}`);
  }
}

function enumerate(): void {
  const engine = evaluator([asem], DISCRETE);
  const outcomes = rankingOutcomes(engine, 0, engine.nominal()[0] ?? new Float64Array(0));
  const indices = sensitivity(engine, outcomes.of);
  if (indices.method !== 'exact' || indices.evaluations !== 2000) throw new Error(`${indices.evaluations} combinations, ${indices.method}`);
}

/** Each gives a function that computes runs from…to; making it counts with the first slice. */
const ways: Record<string, () => (from: number, to: number) => unknown> = {
  full: () => {
    const engine = evaluator([asem], DESIGN, { cache: false });
    return (from, to) => evaluateRuns(engine, from, to);
  },
  naive: () => (from, to) => naiveRuns(asem, DESIGN, from, to),
  cached: () => {
    const engine = evaluator([asem], DESIGN);
    return (from, to) => evaluateRuns(engine, from, to);
  }
};

check();
const slices: Record<string, number[][]> = Object.fromEntries(Object.keys(ways).map((way) => [way, Array.from({ length: RUNS / SLICE }, () => [])]));
const times: Record<string, number[]> = { exact: [] };
const burnt: Record<string, number[]> = Object.fromEntries([...Object.keys(ways), 'whatif'].map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [way, make] of Object.entries(ways)) {
    const before = processor();
    let work: ReturnType<typeof make> = () => undefined;
    slices[way]?.forEach((list, i) =>
      list.push(
        time(() => {
          if (i === 0) work = make();
          work(i * SLICE, (i + 1) * SLICE);
        })
      )
    );
    burnt[way]?.push((processor() - before) / 1000);
  }
  times['exact']?.push(time(enumerate));
}
const seconds = (way: string, of: (times: readonly number[]) => number) => (slices[way] ?? []).reduce((sum, list) => sum + of(list), 0) / 1000;

const pack = loadPack('geodata/vfd');
if (!pack) throw new Error('geodata/vfd is not a valid pack');
for (const [name, work, rounds] of [['score', scoring(pack), 200], ['whatif', whatIf(pack), 100]] as const) {
  // The first rounds run before the functions are compiled.
  const all = Array.from({ length: rounds }, () => {
    const before = processor();
    const took = time(work);
    burnt[name]?.push(processor() - before);
    return took;
  });
  times[name] = all.slice(rounds / 4);
}

const of = (name: string) => times[name] ?? [];
for (const way of Object.keys(ways)) console.error(`${way}: ${seconds(way, best).toFixed(3)} s at best, ${seconds(way, median).toFixed(3)} s by medians of ${ROUNDS} rounds, ${median(burnt[way] ?? []).toFixed(3)} s of processor time`);
for (const name of Object.keys(times)) console.error(`${name}: ${best(of(name)).toFixed(2)} ms at best, median ${median(of(name)).toFixed(2)} ms of ${of(name).length}`);
console.error(`whatif: median ${median(burnt['whatif'] ?? []).toFixed(2)} ms of processor time`);
console.log(
  JSON.stringify({
    'engine.score_ms': median(of('score')),
    'engine.ua51x49.full_s': seconds('full', best),
    'engine.ua51x49.naive_ratio': seconds('naive', best) / seconds('full', best),
    'engine.ua51x49.cached_s': seconds('cached', best),
    'engine.sobol_exact_s': best(of('exact')) / 1000,
    'engine.whatif_ms': median(of('whatif'))
  })
);
