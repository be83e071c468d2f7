/** What every section of the page needs to name things: regions, indicators, blocks, in the reader's language. */
import type { RegionRow } from '$lib/charts/robustness';

export interface Names {
  /** By number of the region. */
  readonly region: (unit: number) => string;
  readonly row: (unit: number) => RegionRow;
  readonly indicator: (id: string) => string;
  readonly block: (id: string) => string;
  /** Code of the region followed through the page. */
  readonly picked: string | null;
}
