/** What a pack says of the chains beyond sites and links: kinds of stages, controls, imports, and the parameters of the models. */
import type { Direction, Text, Verification } from './types';

/** What a stage does, whatever a pack calls it: knowledge, raw material, something between, the final product, its market. */
export type StageKind = 'knowledge' | 'raw' | 'intermediate' | 'final' | 'market';

/** What governs a function (IDEF0 control): a standard or technical regulation, or a public programme. */
export interface Control {
  readonly id: string;
  readonly cluster: string;
  /** Null: the whole cluster. */
  readonly stage: string | null;
  readonly kind: 'standard' | 'programme';
  readonly name: Text;
  readonly source: string;
  readonly verification: Verification;
}

/** A sourced statement that a stage depends on imports; of the stage as a rule, not of a site. */
export interface ImportDependence {
  readonly id: string;
  readonly cluster: string;
  readonly stage: string;
  readonly what: Text;
  readonly basis: Text;
  readonly source: string;
  readonly verification: Verification;
}

/** How intensity falls with distance d: d^−exponent, or e^(−d / km). */
export type Decay = { readonly kind: 'power'; readonly exponent: number } | { readonly kind: 'exponential'; readonly km: number };

/** Parameters of the modelled cooperation intensity, a gravity model. */
export interface IntensityMethod {
  /** Indicator that stands for the size of a stage in a region. The first row that fits is taken; a stage without one has no mass. */
  readonly masses: readonly { readonly clusters: readonly string[] | null; readonly stages: readonly string[]; readonly indicator: string; readonly maxLag: number }[];
  /** Exponent of both masses. */
  readonly massExponent: number;
  /** Road distance ÷ great-circle distance. */
  readonly detour: number;
  /** Regions are never taken to be nearer than this, km by road. */
  readonly leastKm: number;
  readonly decay: Decay;
  /** Every combination is computed; a flow survives where it is among the `top` of its cluster in each. */
  readonly sensitivity: { readonly massExponents: readonly number[]; readonly decays: readonly Decay[]; readonly top: number };
  readonly basis: Text;
}

export const CRITERIA = ['specialisation', 'gap', 'nearness', 'relatedness', 'readiness'] as const;
export type CriterionId = (typeof CRITERIA)[number];

/** Parameters of partner matching. */
export interface PartnersMethod {
  readonly weights: Readonly<Record<CriterionId, number>>;
  /** A location quotient of published figures for a stage: (numerator ÷ denominator) in the region ÷ the same in the district. */
  readonly quotients: readonly { readonly clusters: readonly string[] | null; readonly stages: readonly string[]; readonly numerator: string; readonly denominator: string; readonly maxLag: number }[];
  /** Great-circle distance at which nearness is one half, km. */
  readonly halfDistanceKm: number;
  readonly readiness: readonly { readonly id: string; readonly direction: Direction; readonly weight: number; readonly maxLag: number }[];
  /** Stages that can be supplied: their kinds. */
  readonly kinds: readonly StageKind[];
  /** Weights are drawn evenly from all that sum to 1; confidence is the share of draws in which a place among the `top` holds. */
  readonly confidence: { readonly seed: number; readonly draws: number; readonly top: number };
}

export const SCENARIO_PARAMETERS = ['elasticity', 'agglomeration', 'absorption', 'spillover', 'success', 'gain', 'stranded', 'anchor'] as const;
export type ScenarioParameterId = (typeof SCENARIO_PARAMETERS)[number];

export interface ScenarioParameter {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  /** True where no source gives the value: it is set by judgement. */
  readonly assumption: boolean;
  readonly name: Text;
  readonly basis: Text;
}

/** The integration scenario: what it starts from and its parameters. */
export interface ScenarioMethod {
  /** Indicator ids; output, capital and investment in money. */
  readonly output: string;
  readonly capital: string;
  readonly investment: string;
  readonly population: string;
  readonly employed: string;
  readonly maxLag: number;
  /** Budget ÷ the district's investment of a year. */
  readonly budget: number;
  /** The regions of highest potential that count as leaders. */
  readonly leaders: number;
  /** Proposals funded for each lagging region and cluster. */
  readonly proposals: number;
  readonly parameters: Readonly<Record<ScenarioParameterId, ScenarioParameter>>;
  readonly seed: number;
  readonly runs: number;
}
