/** What rows of charts have in common. */

/** A row that stands for a region and leads to the same page with the region picked out. */
export interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
}
