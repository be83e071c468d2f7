/** The published findings on the scale of the years: what was published, what is computed here, and how far they are apart. */
import { regionsOf } from '../../composite';
import type { Area, Finding, Pack } from '../../pack';
import { findingValue } from '../findings';
import { choiceOf, type PolarisationChoice } from './choice';

export interface FollowedFinding {
  readonly finding: Finding;
  readonly published: { readonly value: number; readonly unit: 'percent' | 'times' };
  /** The same quantity in every year of the pack, in the published unit; NaN where it cannot be computed. */
  readonly path: readonly { readonly year: number; readonly value: number }[];
  /** Value of the year the finding names. */
  readonly year: number;
  readonly value: number;
  /** Computed − published. */
  readonly difference: number;
  /** The year whose value comes nearest to the published one; null where no year has a value. */
  readonly nearest: { readonly year: number; readonly value: number } | null;
  readonly regions: readonly Area[];
  /** Where on the page it can be looked at; null where no indicator of the pack is what it speaks of. */
  readonly choice: Pick<PolarisationChoice, 'indicator' | 'per'> | null;
}

/** Findings with a published number. */
export function followedFindings(pack: Pack): readonly FollowedFinding[] {
  return pack.findings.flatMap((finding) => {
    const { published, quantity } = finding;
    if (!published || quantity.kind === 'group-count') return [];
    const path = pack.observations.years.map((year) => ({ year, value: findingValue(pack, finding, year).value }));
    const { value, units } = findingValue(pack, finding, quantity.year);
    const known = path.filter((p) => !Number.isNaN(p.value));
    const off = (p: { value: number }) => Math.abs(p.value - published.value);
    const regions = regionsOf(pack);
    return [
      {
        finding,
        published,
        path,
        year: quantity.year,
        value,
        difference: value - published.value,
        // Of two years equally near, the later.
        nearest: known.length === 0 ? null : known.reduce((best, p) => (off(p) <= off(best) ? p : best)),
        regions: units.flatMap((u) => regions[u] ?? []),
        choice: choiceOf(pack, finding)
      }
    ];
  });
}
