/** Benefit of the doubt as an aggregation: each unit with the weights that suit it best (Cherchye et al. 2007). */
import { benefitOfDoubt, type DoubtOptions } from '../weigh/doubt';
import type { Scores } from './means';

/** The weights of the tree do not enter; `least`, `most` and `of` bound the shares. */
export interface DoubtAggregation extends Omit<DoubtOptions, 'least' | 'most'> {
  readonly aggregate: 'benefitOfDoubt';
  readonly least?: number;
  readonly most?: number;
}

/** Scores 0–1. A unit with a gap, and every unit where a value is negative or no shares can meet the bounds, is refused. */
export function doubt(columns: readonly Float64Array[], units: number, how: DoubtAggregation): Scores {
  const { least, most, of } = how;
  const present = Array.from({ length: units }, (_, u) => u).filter((u) => columns.some((column) => !Number.isNaN(column[u] ?? NaN)));
  if (columns.some((column) => column.some((v) => v < 0))) return { score: new Float64Array(units).fill(NaN), refused: present };
  const { score } = benefitOfDoubt(columns, { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }), ...(of === undefined ? {} : { of }) });
  return { score, refused: present.filter((u) => Number.isNaN(score[u] ?? NaN)) };
}
