/**
 * The shape of a data pack once it has been read, checked and frozen.
 *
 * Numbers travel in columns: `values[(indicator * years + year) * areas + area]`, NaN where nothing was
 * published. Everything a person reads comes in every language of the pack.
 */
import type { Topology } from 'topojson-specification';
import type { IntensityMethod, PartnersMethod, ScenarioMethod } from './chainMethod';
import type { Activity, Chains, Cluster, Stage } from './chainTypes';

export type * from './chainTypes';

/** Languages the interface and every pack speak. */
export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** A place statistics are published for. `region` is drawn and scored; the others are totals to compare with. */
export type AreaKind = 'region' | 'district' | 'country';

export interface Area {
  /** ISO 3166-2 (or a documented extension for totals): the join key of every table and polygon. */
  readonly code: string;
  readonly kind: AreaKind;
  /** Official full name, e.g. "Republic of Tatarstan". */
  readonly name: Text;
  /** Name as a map label, e.g. "Tatarstan". */
  readonly short: Text;
  /** Other spellings people search by. */
  readonly aliases: readonly string[];
  readonly capital: Text;
  /** Longitude, latitude of the capital (WGS 84); null for totals. */
  readonly capitalAt: Position | null;
  /** Longitude, latitude of the one map label; null for totals. */
  readonly labelAt: Position | null;
  /** Official land area, thousand km²; NaN where not stated. */
  readonly areaThousandKm2: number;
}

export type Position = readonly [lon: number, lat: number];

/** A unit of measure: value in base units = value × factor. `dimension` reads like "RUB/person" or "1". */
export interface Unit {
  readonly id: string;
  readonly name: Text;
  /** As printed beside a number, e.g. "mln ₽". */
  readonly short: Text;
  readonly dimension: string;
  readonly factor: number;
}

export interface Indicator {
  readonly id: string;
  readonly name: Text;
  /** Under about 30 characters, for lists and axes. */
  readonly short: Text;
  /** Theme of the published series: a block of the method or "context". */
  readonly theme: string;
  readonly unit: Unit;
  /** Digits after the point when shown. */
  readonly decimals: number;
  /** True where regions add up to the district (shares and Lorenz curves make sense). */
  readonly additive: boolean;
  /** Present when the indicator is computed from published ones. */
  readonly derivation: Derivation | null;
}

/** A derivation as written in method.json; `inputs` are the published indicators it reads. */
export interface Derivation {
  readonly expression: string;
  readonly inputs: readonly string[];
  /** Something a reader must know, e.g. "nominal money"; may be empty. */
  readonly note: Text | null;
}

export interface Source {
  readonly id: string;
  /** Table as published, in the language of the publication. */
  readonly publication: string;
  /** Where the copy was read: repository at a commit and file. */
  readonly carrier: string;
  /** Address of the carrier, or null. */
  readonly url: string | null;
  readonly licence: string;
}

/** A remark on an observation (break in series, vintage, secondary extract …). */
export interface Comment {
  readonly id: string;
  readonly text: Text;
}

export interface Observations {
  readonly years: readonly number[];
  /** Value by (indicator, year, area); NaN = not published. */
  readonly values: Float64Array;
  /** Index into `pack.sources` by the same cell; −1 where there is no value. */
  readonly source: Int16Array;
  /** Index into `pack.comments`; −1 where there is none. */
  readonly comment: Int16Array;
}

export type Direction = 1 | -1;

export interface MethodIndicator {
  readonly id: string;
  readonly direction: Direction;
  readonly weight: number;
  /** How many years back a value may be carried when the year itself is not published (always shown with its year). */
  readonly maxLag: number;
}

export interface Block {
  readonly id: string;
  readonly name: Text;
  readonly weight: number;
  readonly indicators: readonly MethodIndicator[];
}

export type Goalposts = 'year' | 'pooled';
export type NormalisationMethod = 'min-max' | 'z-score' | 'percentile-rank';
export type BlockMean = 'arithmetic' | 'geometric';
export type Cut = 'mean' | 'median';
export type TierId = 'leading' | 'average' | 'low';
export type GroupId = 'leaders' | 'catch-up' | 'stable' | 'problem';

export interface Group {
  readonly id: GroupId;
  readonly name: Text;
  readonly meaning: Text;
  readonly priorities: readonly Text[];
}

export interface Method {
  readonly title: Text;
  readonly citation: Text;
  readonly baseYear: number;
  readonly targetYear: number;
  readonly potential: readonly Block[];
  readonly dynamics: readonly Block[];
  /** OECD/JRC Handbook 2008, step 5; all three on a scale of about 0–1, see scaleOf. */
  readonly normalisation: { readonly method: NormalisationMethod; readonly goalposts: Goalposts };
  /** Mean of the indicators of a block, and of the blocks (Handbook, step 6). */
  readonly aggregation: { readonly within: 'arithmetic'; readonly between: BlockMean };
  /** Least share of weights that must be present for a block (of its indicators) and the index (of its blocks). */
  readonly coverage: { readonly block: number; readonly index: number };
  readonly tiers: { readonly leadingAboveSd: number; readonly lowBelowSd: number; readonly names: Readonly<Record<TierId, Text>> };
  readonly matrix: { readonly cut: Cut; readonly groups: readonly Group[] };
  /** Which choices of the method vary, and how far, when its results are tested; null where a pack does not say. */
  readonly robustness: Robustness | null;
  /** Models on the value chains; null where a pack has no parameters for one. */
  readonly intensity: IntensityMethod | null;
  readonly partners: PartnersMethod | null;
  readonly scenario: ScenarioMethod | null;
}

/** Another normalisation an indicator may have: OECD/JRC Handbook 2008, step 5. Ranges are positive for geometric means. */
export type NormalisationChoice =
  | { readonly method: 'minMax' | 'percentileRank'; readonly range: readonly [lo: number, hi: number] }
  | { readonly method: 'zScore'; readonly mean: number; readonly sd: number };

/** `none`, or the chain of winsorising at most so many points of a column and transforming it where that is not enough. */
export type TreatmentChoice = { readonly treat: 'none' } | { readonly treat: 'chain'; readonly maxPoints: number };

/** One choice that varies. Options are equally likely, numbers evenly spread. */
export type RobustnessFactor = { readonly id: string; readonly name: Text } & (
  | { readonly kind: 'weights'; readonly of: 'indicators' | 'blocks'; /** Each weight × U(1 − noise, 1 + noise). */ readonly noise: number }
  | { readonly kind: 'treatment'; readonly options: readonly TreatmentChoice[] }
  | { readonly kind: 'normalisation'; readonly options: readonly NormalisationChoice[] }
  | { readonly kind: 'aggregation'; readonly of: 'indicators' | 'blocks'; readonly options: readonly ('arithmetic' | 'geometric' | 'harmonic')[] }
  /** At most one indicator of both stages is left out: none, or each, with equal chance. */
  | { readonly kind: 'omit' }
  /** Added to both limits of the tiers, in standard deviations. */
  | { readonly kind: 'tierLimits'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'cut'; readonly options: readonly Cut[] }
);

/** Design of the Monte-Carlo runs (OECD/JRC Handbook 2008, step 7). */
export interface Robustness {
  readonly seed: number;
  readonly runs: number;
  readonly factors: readonly RobustnessFactor[];
}

/** A headline finding of the published paper and the quantity computed here that it is set against. */
export interface Finding {
  readonly id: string;
  readonly statement: Text;
  readonly published: { readonly value: number; readonly unit: 'percent' | 'times' } | null;
  /** What is computed, see FindingQuantity. */
  readonly quantity: FindingQuantity;
  readonly formula: Text;
  /** Why ours differs, or that it agrees. */
  readonly explanation: Text;
}

/**
 * `top-share`: share of the k highest-index regions in the district sum of `expression`;
 * `ratio`: (Σ numerator / Σ denominator over the k highest-index regions) ÷ (the same over all regions);
 * `group-count`: number of regions in a matrix group.
 */
export type FindingQuantity =
  | { readonly kind: 'top-share'; readonly k: number; readonly expression: string; readonly year: number }
  | { readonly kind: 'ratio'; readonly k: number; readonly numerator: string; readonly denominator: string; readonly year: number }
  | { readonly kind: 'group-count'; readonly group: GroupId; readonly year: number };

/** What a published rating is about: what a region has, how its people live, or what is done there. */
export type RatingKind = 'potential' | 'welfare' | 'effort';

/** One edition of a rating published by others, as far as single ranks of it could be quoted. */
export interface Rating {
  readonly id: string;
  readonly name: Text;
  readonly publisher: Text;
  /** Year of the data, or of the edition where that is not printed. */
  readonly year: number;
  readonly edition: number;
  readonly measures: Text;
  readonly kind: RatingKind;
  /** Block of the potential nearest in meaning; null where there is none. */
  readonly block: string | null;
  /** Which statistics it shares with the index; null where none are known. */
  readonly sharedInputs: Text | null;
  /** Rating that is computed from this one. */
  readonly containedIn: string | null;
  readonly ranks: readonly RatingRank[];
}

export interface RatingRank {
  /** Code of a region. */
  readonly region: string;
  /** Place in the whole rating, 1 = best; ties share a place. */
  readonly rank: number;
  /** `verified`: printed in the source; `derived`: follows from a printed order or change. */
  readonly status: 'verified' | 'derived';
  readonly source: string;
  readonly note: Text | null;
}

/** A named river or reservoir: a short line its label follows. */
export interface WaterLabel {
  readonly id: string;
  readonly kind: 'river' | 'reservoir';
  readonly name: Text;
  readonly line: readonly Position[];
}

export interface Geometry {
  /** Objects `regions` (property iso), `neighbours`, `district`. */
  readonly boundaries: Topology;
  /** Objects `rivers`, `lakes`; null when the pack has none. */
  readonly water: Topology | null;
  readonly waterLabels: readonly WaterLabel[];
}

export interface PackMeta {
  readonly id: string;
  readonly title: Text;
  /** Name of the macroregion as a noun phrase, e.g. "Volga Federal District". */
  readonly district: Text;
  /** Short form, e.g. "VFD". */
  readonly districtShort: Text;
  readonly description: Text;
  readonly version: string;
  /** Terms of the data, one line. */
  readonly licence: Text;
  /** One line of attribution carried by every download. */
  readonly attribution: Text;
  /** Whose geometry the map draws, one line. */
  readonly mapCredit: Text;
  /** True for packs of invented data; the page then says so. */
  readonly fictitious: boolean;
}

export interface Pack {
  readonly meta: PackMeta;
  readonly areas: readonly Area[];
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
  readonly comments: readonly Comment[];
  readonly observations: Observations;
  readonly method: Method;
  readonly findings: readonly Finding[];
  readonly clusters: readonly Cluster[];
  readonly stages: readonly Stage[];
  /** Classes that roles and links name; empty until the chains are loaded. */
  readonly activities: readonly Activity[];
  readonly chains: Chains;
  /** Published ratings to compare with; they stay with the sources and are not part of the served files. */
  readonly ratings: readonly Rating[];
  readonly geometry: Geometry;
}
