/**
 * Both stages of a method as models of the uncertainty engine, on the same rows.
 *
 * On goalposts of the year a row is a region. On pooled goalposts a row is a region in a year, because then
 * every normalisation and treatment must see the same rows that the goalposts see. Coverage limits are left
 * out: which regions have a score follows from the method as it stands, and the runs do not decide it anew.
 */
import { compileModel, inputsOf, regionsOf, scaleOf, scoredYears, structureOf, type Model, type Node, type Stage } from '../../composite';
import type { Block, Goalposts, Method, Pack } from '../../pack';

const STAGES = ['potential', 'dynamics'] as const;
const ROOT = 'index';

export interface StageModels {
  /** Potential, dynamics. */
  readonly models: readonly [Model, Model];
  /** The rows of the year asked for begin here, one for each region in the order of the pack. */
  readonly from: number;
  readonly regions: number;
}

/** @throws RangeError for a method whose blocks do not form a tree */
export function stageModels(pack: Pack, method: Method, year: number, goalposts: Goalposts): StageModels {
  const { from, ...rest } = stageModelsOfYears(pack, method, [year], goalposts);
  return { ...rest, from: from[0] ?? 0 };
}

/**
 * @param asked years whose scores are wanted; one alone on goalposts of the year
 * @returns with the first row of each year asked for
 * @throws RangeError for a method whose blocks do not form a tree, or for several years that do not share their goalposts
 */
export function stageModelsOfYears(pack: Pack, method: Method, asked: readonly number[], goalposts: Goalposts): Omit<StageModels, 'from'> & { readonly from: readonly number[] } {
  if (goalposts === 'year' && asked.length !== 1) throw new RangeError('goalposts of the year belong to one year');
  const regions = regionsOf(pack);
  // A year that a stage cannot score gives its goalposts nothing, and its rows stay empty.
  const seen = (stage: Stage) => (goalposts === 'pooled' ? scoredYears(pack, stage) : asked);
  const scored = { potential: seen('potential'), dynamics: seen('dynamics') };
  const years = [...new Set([...scored.potential, ...scored.dynamics, ...asked])].sort((a, b) => a - b);
  const units = years.flatMap((y) => regions.map((r) => (goalposts === 'pooled' ? `${r.code} ${y}` : r.code)));
  const model = (stage: Stage): Model => {
    const blocks = method[stage];
    const rows = years.map((y) => (scored[stage].includes(y) ? inputsOf(pack, blocks, y) : null));
    const columns = new Map(
      blocks.flatMap((b) => b.indicators).map(({ id }) => {
        const column = new Float64Array(units.length).fill(NaN);
        rows.forEach((inputs, y) => column.set(inputs?.get(id)?.values ?? [], y * regions.length));
        return [id, column] as const;
      })
    );
    return compileModel({ units, structure: tree(blocks), columns, base: { normalisation: scaleOf(method), aggregation: [{ aggregate: method.aggregation.within }, { aggregate: method.aggregation.between }] } });
  };
  const [potential, dynamics] = STAGES.map(model);
  if (!potential || !dynamics) throw new RangeError('both stages are needed');
  return { models: [potential, dynamics], from: asked.map((year) => years.indexOf(year) * regions.length), regions: regions.length };
}

function tree(blocks: readonly Block[]) {
  const nodes: Node[] = [
    { id: ROOT, parent: null, level: 3, weight: 1 },
    ...blocks.map((b): Node => ({ id: b.id, parent: ROOT, level: 2, weight: b.weight })),
    ...blocks.flatMap((b) => b.indicators.map((i): Node => ({ id: i.id, parent: b.id, level: 1, weight: i.weight, direction: i.direction })))
  ];
  const { structure, faults } = structureOf(nodes);
  if (!structure) throw new RangeError(faults.map((f) => f.message).join('; '));
  return structure;
}
