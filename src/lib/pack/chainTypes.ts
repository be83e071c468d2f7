/** Value chains as a pack has them: clusters, stages, classes of products, sites with their roles, links. */
import type { Control, ImportDependence, StageKind } from './chainMethod';
import type { Position, Text } from './types';

export interface Cluster {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
}

export interface Stage {
  readonly id: string;
  /** Place along the chain, 0 first. */
  readonly order: number;
  readonly kind: StageKind;
  readonly name: Text;
}

/** A class of OKVED 2 (OK 029-2014, built on NACE Rev. 2); a code is a part of those that begin with it. */
export interface Activity {
  readonly code: string;
  readonly name: Text;
}

export type Grain = 'firm' | 'region' | 'outside';
export type Evidence = 'documented' | 'plausible' | 'proposed';
export type Verification = 'verified' | 'recalled';

export interface Site {
  readonly id: string;
  readonly name: Text;
  readonly city: Text;
  /** The city's position, never a plant's. */
  readonly at: Position;
  /** Region code, or null outside the district. */
  readonly region: string | null;
  readonly grain: Grain;
  /** Region or country of a partner outside the district; null inside. */
  readonly outsideArea: Text | null;
  readonly roles: readonly Role[];
}

export interface Role {
  readonly cluster: string;
  readonly stage: string;
  /** Code of the main product in `pack.activities`. */
  readonly okved2: string;
  readonly product: Text;
  /** First and last year, where the source states them. */
  readonly since: number | null;
  readonly until: number | null;
  /** Last year the source covers: what is known of the status, not of today. */
  readonly statusYear: number | null;
  readonly status: Text;
  readonly source: string;
  readonly verification: Verification;
}

export interface Link {
  readonly id: string;
  readonly cluster: string;
  readonly from: string;
  readonly to: string;
  /** Code of what flows in `pack.activities`; null where no goods are named. */
  readonly okved2: string | null;
  readonly flow: Text;
  readonly evidence: Evidence;
  readonly basis: Text;
  /** "current", "past:2009" or "past:2007-2010". */
  readonly period: string;
  /** Last year for which the source states a current relation; null where it gives none. */
  readonly statusYear: number | null;
  /** Why the link runs against the order of stages (see runsAgainstOrder); null where it does not. */
  readonly orderNote: Text | null;
  readonly source: string;
  readonly verification: Verification;
}

export interface Chains {
  readonly sites: readonly Site[];
  readonly links: readonly Link[];
  /** What governs clusters and stages; may be empty. */
  readonly controls: readonly Control[];
  /** Stages known to depend on imports, each with its source; may be empty. */
  readonly imports: readonly ImportDependence[];
}
