/**
 * A whole method for a composite index: what is done at each step of the OECD/JRC Handbook (2008), and in which
 * order. The tree of indicators stands beside it (`Structure`).
 */
import type { Direction } from '../../pack';
import type { Aggregation } from '../aggregateTree';
import type { Denomination } from '../denominate';
import type { EmOptions } from '../imputeEm';
import type { PanelOptions } from '../imputePanel';
import type { Normalisation } from '../normalise/table';
import type { ScreenOptions } from '../screen';
import type { ColumnTreatment, TreatOptions } from '../treat';
import type { BalanceOptions } from '../weigh/balanced';
import type { CriticOptions } from '../weigh/objective';
import type { FactorOptions } from '../weigh/factors';

/** What comes before normalisation. */
export type PrepStep = 'denominate' | 'impute' | 'screen' | 'treat';

/** COINr's order. */
export const STEPS: readonly PrepStep[] = ['denominate', 'impute', 'screen', 'treat'];

/** Whether a step sees all rows of a panel together, or those of each time apart. Without times there is no difference. */
export type Scope = 'panel' | 'time';

export type ImputeMethod =
  /** `group` names a column of groups; without it the column's own mean or median. */
  | { readonly impute: 'mean' | 'median'; readonly group?: string }
  /** From the unit's other indicators, all of them or those under the same node of a level. */
  | { readonly impute: 'rowMean' | 'rowMedian'; readonly level?: number; readonly normalise?: boolean }
  | ({ readonly impute: 'em'; readonly level?: number } & EmOptions)
  | { readonly impute: PanelOptions['method']; readonly maxTimes?: number };

export type WeighScheme =
  /** Weights of the structure. */
  | { readonly scheme: 'own' | 'equal' }
  | { readonly scheme: 'given'; readonly weights: ReadonlyMap<string, number> }
  | { readonly scheme: 'deviation' | 'entropy' | 'merec' | 'gini' | 'variance' | 'angle' | 'cilos' | 'idocriw' }
  | ({ readonly scheme: 'critic' } & CriticOptions)
  | ({ readonly scheme: 'factors' } & FactorOptions)
  /** Such that children count as wanted, equally where nothing is said, by their correlation with the score of their parent. */
  | { readonly scheme: 'balanced'; readonly importance?: ReadonlyMap<string, number>; readonly measure?: BalanceOptions['measure'] }
  /** `order` names rows and columns of the matrix of comparisons. */
  | { readonly scheme: 'ahp'; readonly order: readonly string[]; readonly matrix: readonly (readonly number[])[] }
  /** One row of points per expert, in the order of `order`. */
  | { readonly scheme: 'budget'; readonly order: readonly string[]; readonly points: readonly (readonly number[])[]; readonly budget: number };

export interface Method {
  readonly order: readonly PrepStep[];
  /** By indicator. */
  readonly denominate: ReadonlyMap<string, Denomination>;
  readonly impute: { readonly how: ImputeMethod; readonly over: Scope } | null;
  readonly screen: ScreenOptions | null;
  readonly treat: { readonly options: TreatOptions; readonly of: ReadonlyMap<string, ColumnTreatment>; readonly over: Scope } | null;
  readonly normalise: {
    readonly how: Normalisation;
    readonly of: ReadonlyMap<string, Normalisation>;
    /** In place of the directions of the structure. */
    readonly directions: ReadonlyMap<string, Direction>;
    readonly over: Scope;
  };
  readonly weigh: {
    /** For the children of nodes of level 2, of level 3, … */
    readonly levels: readonly WeighScheme[];
    /** For the children of single nodes, before those of the level. */
    readonly of: ReadonlyMap<string, WeighScheme>;
    /** What weights of indicators are drawn from: normalised values, or the values before normalisation. */
    readonly on: 'normalised' | 'treated';
  };
  readonly aggregate: {
    /** For nodes of level 2, of level 3, … */
    readonly levels: readonly Aggregation[];
    readonly of: ReadonlyMap<string, Aggregation>;
    /** Least share present among the children, 0–1, by level from 2. */
    readonly limits: readonly number[];
    readonly limitOf: ReadonlyMap<string, number>;
    readonly limitBy: 'children' | 'weights';
    /** Which units methods that compare units set against each other. */
    readonly over: Scope;
  };
}

/**
 * What is done when nothing is said: denominators of the structure, no imputation, screening or treatment,
 * min–max 0–100 over all rows, weights of the structure, arithmetic means. @param levels height of the tree
 */
export function defaultMethod(levels: number, denominators: ReadonlyMap<string, Denomination> = new Map()): Method {
  const above = Math.max(0, levels - 1);
  return {
    order: STEPS,
    denominate: denominators,
    impute: null,
    screen: null,
    treat: null,
    normalise: { how: { method: 'minMax', range: [0, 100] }, of: new Map(), directions: new Map(), over: 'panel' },
    weigh: { levels: new Array<WeighScheme>(above).fill({ scheme: 'own' }), of: new Map(), on: 'normalised' },
    aggregate: { levels: new Array<Aggregation>(above).fill({ aggregate: 'arithmetic' }), of: new Map(), limits: new Array<number>(above).fill(0), limitOf: new Map(), limitBy: 'children', over: 'time' }
  };
}
