/** Every measure of polarisation of one indicator in one year. */
import { yearColumn } from '../../composite';
import type { Pack, TierId } from '../../pack';
import { atkinson, coefficientOfVariation, gini, giniCorrected, herfindahl, sdOfLogs, theilParts, topShare, williamson } from '../../polarisation';
import { leadersOf } from '../findings';
import { scores } from '../scores';
import type { PolarisationChoice } from './choice';

export interface YearMeasures {
  readonly year: number;
  /** Regions with a value; measures speak of them alone. */
  readonly regions: number;
  readonly gini: number;
  /** Gini corrected for few regions; NaN where sizes differ. */
  readonly giniCorrected: number;
  readonly theilT: number;
  readonly theilL: number;
  /** Parts of Theil's T between and within the tiers of the index in the target year. */
  readonly between: number;
  readonly within: number;
  readonly atkinsonHalf: number;
  readonly atkinsonOne: number;
  readonly atkinsonTwo: number;
  readonly herfindahl: number;
  readonly herfindahlNormalised: number;
  /** Number of equal regions that would be as concentrated. */
  readonly equivalent: number;
  /** Of the sample; with sizes Williamson's. */
  readonly variation: number;
  /** Standard deviation of the logarithms of amounts, or of amounts per size. */
  readonly sdOfLogs: number;
  /** Share of the k regions with the greatest amounts of the year, 0–1, and who they are (unit numbers). */
  readonly topShare: number;
  readonly top: readonly number[];
  /** Share of the leaders of the index, always the same regions. */
  readonly leadersShare: number;
  /** Amount per size of those leaders together ÷ that of all regions; NaN without sizes. */
  readonly leadersRatio: number;
}

/** Amounts, sizes and what is compared (amounts, or amounts per size) of the regions in one year. */
export interface YearValues {
  readonly amounts: Float64Array;
  readonly sizes: Float64Array | undefined;
  readonly compared: Float64Array;
}

/** A region that lacks the amount or the size lacks both. */
export function yearValues(pack: Pack, { indicator, per }: Pick<PolarisationChoice, 'indicator' | 'per'>, year: number): YearValues {
  const amounts = yearColumn(pack, indicator, year).values;
  if (per === null) return { amounts, sizes: undefined, compared: amounts };
  const sizes = yearColumn(pack, per, year).values;
  return { amounts: amounts.map((v, u) => (Number.isNaN(sizes[u]) ? NaN : v)), sizes, compared: amounts.map((v, u) => v / (sizes[u] ?? NaN)) };
}

/** How many regions "the largest" are: as many as the first published share speaks of, else two. */
export function topCount(pack: Pack): number {
  return pack.findings.flatMap((f) => (f.quantity.kind === 'top-share' ? [f.quantity.k] : []))[0] ?? 2;
}

/** Tier of each region in the target year, on the method's goalposts: the groups of the decomposition, the same in every year. */
export function fixedTiers(pack: Pack): readonly (TierId | null)[] {
  return scores(pack, pack.method.targetYear, pack.method.normalisation.goalposts).tiers.tier;
}

export function yearMeasures(pack: Pack, choice: Pick<PolarisationChoice, 'indicator' | 'per'>, year: number): YearMeasures {
  const { amounts, sizes, compared } = yearValues(pack, choice, year);
  const k = topCount(pack);
  const leaders = leadersOf(pack, k);
  const parts = theilParts(amounts, fixedTiers(pack), sizes);
  const concentration = herfindahl(amounts);
  const top = topShare(amounts, k);
  const share = (column: Float64Array) => leaders.reduce((s, u) => s + (column[u] ?? NaN), 0) / column.reduce((s, v, u) => s + (Number.isNaN(amounts[u]) ? 0 : v), 0);
  const leadersShare = share(amounts);
  return {
    year,
    regions: compared.filter((v) => !Number.isNaN(v)).length,
    gini: gini(amounts, sizes),
    giniCorrected: sizes ? NaN : giniCorrected(amounts),
    theilT: parts.t,
    theilL: parts.l,
    between: parts.between.t,
    within: parts.within.t,
    atkinsonHalf: atkinson(amounts, 0.5, sizes),
    atkinsonOne: atkinson(amounts, 1, sizes),
    atkinsonTwo: atkinson(amounts, 2, sizes),
    herfindahl: concentration.h,
    herfindahlNormalised: concentration.normalised,
    equivalent: concentration.equivalent,
    variation: sizes ? williamson(amounts, sizes) : coefficientOfVariation(amounts),
    sdOfLogs: sdOfLogs(compared),
    topShare: top.share,
    top: top.units,
    leadersShare,
    leadersRatio: sizes ? leadersShare / share(sizes) : NaN
  };
}

/** The same in every year of the pack; a year without data has NaN throughout. */
export function measurePath(pack: Pack, choice: Pick<PolarisationChoice, 'indicator' | 'per'>): readonly YearMeasures[] {
  return pack.observations.years.map((year) => yearMeasures(pack, choice, year));
}
