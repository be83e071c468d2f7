/**
 * The index as a function of its choices: what the derivations of this folder compute with. On pooled goalposts the
 * engine's rows are regions in all years; here only those of the year asked for come out, and regions without a
 * score by the method as it stands stay without one.
 */
import { evaluator, type Design, type Factor } from '../../composite';
import type { Goalposts, Pack } from '../../pack';
import { robustnessDesign, stageModels, type StageModels } from '../../typology';
import { scores, type YearScores } from '../scores';

export interface Bench {
  readonly stages: StageModels;
  readonly design: Design;
  readonly nominal: YearScores;
}

/** Null for a pack that does not say what varies. @throws RangeError for a design that does not fit the method */
export function bench(pack: Pack, year: number, goalposts: Goalposts): Bench | null {
  const design = robustnessDesign(pack.method);
  return design && { stages: stageModels(pack, pack.method, year, goalposts), design, nominal: scores(pack, year, goalposts) };
}

export interface Trial {
  /** Scores of potential and dynamics by region at a point of the factors given; the arrays are used again by the next call. */
  run(point: Float64Array): readonly [potential: Float64Array, dynamics: Float64Array];
  factorValue(point: Float64Array, id: string): number | string;
}

/** The same index with some factors only. */
export function trial({ stages, design, nominal }: Bench, factors: readonly Factor[] = design.factors): Trial {
  const engine = evaluator(stages.models, { seed: design.seed, factors });
  const rows = stages.models.map((model) => new Float64Array(model.units.length));
  const of = [nominal.potential.index, nominal.dynamics.index];
  const out = rows.map((row) => row.subarray(stages.from, stages.from + stages.regions)) as [Float64Array, Float64Array];
  return {
    run(point) {
      engine.run(point, rows);
      out.forEach((values, m) => of[m]?.forEach((own, u) => { if (Number.isNaN(own)) values[u] = NaN; }));
      return out;
    },
    factorValue: (point, id) => engine.factorValue(point, id)
  };
}
