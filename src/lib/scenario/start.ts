/** Where the scenario starts: columns by region and the supplier functions that have been proposed. */

export interface FundedProposal {
  /** Places of the supplying region and of the leader it would supply. */
  readonly region: number;
  readonly leader: number;
  /** Share of the money for suppliers is in proportion to this, > 0. */
  readonly score: number;
  /** Key of the weak point it would relieve, null for none; proposals with the same key relieve the same one. */
  readonly relieves: string | null;
}

/** Columns by region, in one order. Output, capital, investment and the budget in one unit of money. */
export interface ScenarioStart {
  readonly regions: readonly string[];
  readonly output: Float64Array;
  /** Fixed assets, gross. */
  readonly capital: Float64Array;
  /** Investment of a year. */
  readonly investment: Float64Array;
  readonly population: Float64Array;
  readonly employed: Float64Array;
  /** Places of the leaders. */
  readonly leaders: readonly number[];
  readonly budget: number;
  /** Share of the purchases of region i that comes from region j, by i × n + j; rows sum to 1 or 0. */
  readonly suppliers: Float64Array;
  readonly proposals: readonly FundedProposal[];
  /** Weak points of the leaders' chains today. */
  readonly weakPoints: number;
}

/** What must be there for the model to run; one sentence for each fault. */
export function startFaults({ regions, leaders, budget, suppliers, ...start }: ScenarioStart): readonly string[] {
  const faults: string[] = [];
  for (const key of ['output', 'capital', 'investment', 'population', 'employed'] as const) {
    const column = start[key];
    if (column.length !== regions.length) faults.push(`${key}: ${column.length} values for ${regions.length} regions`);
    column.forEach((v, r) => {
      if (!(v > 0)) faults.push(`${key} of ${regions[r] ?? r}: a number above nought, not ${v}`);
    });
  }
  if (suppliers.length !== regions.length ** 2) faults.push(`suppliers: ${suppliers.length} shares, not ${regions.length ** 2}`);
  if (leaders.length === 0 || leaders.length >= regions.length) faults.push('leaders: at least one, and not all regions');
  if (!(budget > 0)) faults.push('budget: a number above nought');
  return faults;
}
