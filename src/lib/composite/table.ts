/**
 * A table of a composite index: units down, columns across, and the notes that each step of the engine
 * leaves behind. Every step takes a table and gives a new one; no step changes its input.
 */
export interface Table {
  /** Identity of each row, in order. */
  readonly units: readonly string[];
  /** Values by column id, one per unit, in the order of the method; NaN = missing. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** What a step did or could not do, to a column, a unit or both. A step that changed nothing notes nothing. */
export interface Note {
  readonly step: 'denominate' | 'screen' | 'impute' | 'treat' | 'normalise' | 'weigh' | 'aggregate';
  readonly kind: string;
  readonly column?: string;
  readonly unit?: string;
  /** Number of cells concerned. */
  readonly cells: number;
  readonly message: string;
}

export interface StepResult {
  readonly table: Table;
  readonly log: readonly Note[];
}

/** Cells that were filled in, 1 = imputed, by column id and unit. */
export type Marks = ReadonlyMap<string, Uint8Array>;

/**
 * @throws RangeError when a unit is named twice, a column has another length than `units`, or a value is infinite
 */
export function tableOf(units: readonly string[], columns: Iterable<readonly [id: string, values: Float64Array]>): Table {
  const seen = new Set<string>();
  for (const unit of units) {
    if (seen.has(unit)) throw new RangeError(`unit ${unit} is named twice`);
    seen.add(unit);
  }
  const result = new Map<string, Float64Array>();
  for (const [id, values] of columns) {
    if (result.has(id)) throw new RangeError(`column ${id} is named twice`);
    if (values.length !== units.length) throw new RangeError(`column ${id}: ${values.length} values for ${units.length} units`);
    values.forEach((v, u) => {
      if (v === Infinity || v === -Infinity) throw new RangeError(`column ${id}, unit ${units[u] ?? u}: a value is infinite`);
    });
    result.set(id, values);
  }
  return { units: [...units], columns: result };
}

/** The column of that id. @throws RangeError when there is none */
export function columnOf(table: Table, id: string): Float64Array {
  const values = table.columns.get(id);
  if (!values) throw new RangeError(`no column ${id}`);
  return values;
}

/** The same units with each column changed by `f`. */
export function mapColumns(table: Table, f: (values: Float64Array, id: string) => Float64Array): Table {
  return { units: table.units, columns: new Map(Array.from(table.columns, ([id, values]) => [id, f(values, id)])) };
}

/** Rows `rows` of the table, in that order. */
export function takeRows(table: Table, rows: readonly number[]): Table {
  return {
    units: rows.map((r) => table.units[r] ?? ''),
    columns: new Map(Array.from(table.columns, ([id, values]) => [id, Float64Array.from(rows, (r) => values[r] ?? NaN)]))
  };
}

/** Number of missing values of a column. */
export function missing(values: Float64Array): number {
  let n = 0;
  for (const v of values) if (Number.isNaN(v)) n++;
  return n;
}
