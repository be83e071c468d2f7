/** A design from a file: checked by hand, all faults named with their place. */
import { designFaults, type Design, type Factor } from './design';

export interface DesignReading {
  /** Null when there is any fault. */
  readonly design: Design | null;
  readonly faults: readonly string[];
}

/** Names by which the options of each kind tell what they are; parameters are checked by the steps themselves. */
const OPTIONS: Readonly<Record<string, readonly [key: string, names: readonly string[]]>> = {
  imputation: ['impute', ['none', 'mean', 'median', 'em']],
  treatment: ['treat', ['none', 'chain', 'transform']],
  normalisation: ['method', ['none', 'minMax', 'zScore', 'rank', 'percentileRank', 'borda', 'fractionOfMax', 'distanceToMax', 'distanceToTarget', 'distanceToReference', 'goalposts']],
  aggregation: ['aggregate', ['arithmetic', 'geometric', 'harmonic', 'power', 'mazziottaPareto', 'copeland', 'topsis', 'promethee', 'vikor', 'benefitOfDoubt']]
};

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  weights: ['level', 'noise'],
  dirichlet: ['level', 'concentration'],
  imputation: ['options'],
  treatment: ['options'],
  normalisation: ['options'],
  aggregation: ['level', 'options'],
  omit: ['nodes'],
  number: ['lo', 'hi'],
  choice: ['options']
};

/** @param value parsed JSON; the names `"Infinity"` and `"-Infinity"` stand for numbers */
export function readDesign(value: unknown): DesignReading {
  const faults: string[] = [];
  const design = isRecord(value) ? value : {};
  if (!isRecord(value)) faults.push('design: not an object');
  if (typeof design.seed !== 'number') faults.push('design.seed: not a number');
  if (!Array.isArray(design.factors)) faults.push('design.factors: not a list');
  const factors = (Array.isArray(design.factors) ? (design.factors as unknown[]) : []).map((factor, i) => readFactor(revived(factor), `design.factors[${i}]`, faults));
  if (faults.length > 0) return { design: null, faults };
  // Every field has been looked at above.
  const read = { seed: design.seed as number, factors: factors as unknown as Factor[] };
  const more = designFaults(read).map((fault) => `design: ${fault}`);
  return { design: more.length > 0 ? null : read, faults: more };
}

function readFactor(value: unknown, place: string, faults: string[]): unknown {
  const fault = (field: string, what: string) => faults.push(`${place}${field === '' ? '' : `.${field}`}: ${what}`);
  if (!isRecord(value)) return fault('', 'not an object');
  if (typeof value.id !== 'string' || value.id === '') fault('id', 'not a name');
  const fields = typeof value.kind === 'string' ? FIELDS[value.kind] : undefined;
  if (!fields) return fault('kind', `${JSON.stringify(value.kind)} is none of ${Object.keys(FIELDS).join(', ')}`);
  for (const key of Object.keys(value)) if (key !== 'id' && key !== 'kind' && !fields.includes(key)) fault(key, `unknown; a factor of ${String(value.kind)} has ${fields.join(', ')}`);
  for (const field of fields) {
    const given = value[field];
    if (field === 'options' || field === 'nodes') {
      if (Array.isArray(given)) (given as unknown[]).forEach((option, i) => checkOption(option, String(value.kind), (what) => fault(`${field}[${i}]`, what)));
      else fault(field, 'not a list');
    } else if (typeof given !== 'number' && !(field === 'level' && given === 'all')) fault(field, field === 'level' ? 'neither a number nor "all"' : 'not a number');
  }
  return value;
}

function checkOption(option: unknown, kind: string, fault: (what: string) => void): void {
  if (kind === 'omit') {
    if (option !== null && typeof option !== 'string') fault('neither a node nor null');
  } else if (kind === 'choice') {
    if (typeof option !== 'string') fault('not a name');
  } else if (option !== 'nominal') {
    const [key, names] = OPTIONS[kind] ?? ['', []];
    const name = isRecord(option) ? option[key] : undefined;
    if (typeof name !== 'string' || !names.includes(name)) fault(`neither "nominal" nor an object whose "${key}" is one of ${names.join(', ')}`);
  }
}

/** Infinities by name become numbers, in fields that can hold one. */
function revived(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((v) => revived(v));
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, revived(v, key)]));
  if (field === '' || field === 'id' || field === 'unit') return value;
  return value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : value;
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
