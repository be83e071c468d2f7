/** How sure a set of links is: counts by evidence, by verification, of the past and of unnamed ends. */
import { isPast, type JoinedLink } from '../../chains';
import type { Evidence } from '../../pack';

export interface Sureness {
  readonly all: number;
  readonly evidence: Readonly<Record<Evidence, number>>;
  readonly verified: number;
  readonly past: number;
  /** Links with a group of firms or farms at one end or both. */
  readonly unnamed: number;
}

export function sureness(links: readonly JoinedLink[]): Sureness {
  const count = (test: (joined: JoinedLink) => boolean) => links.filter(test).length;
  const level = (evidence: Evidence) => count(({ link }) => link.evidence === evidence);
  return {
    all: links.length,
    evidence: { documented: level('documented'), plausible: level('plausible'), proposed: level('proposed') },
    verified: count(({ link }) => link.verification === 'verified'),
    past: count(({ link }) => isPast(link)),
    unnamed: count(({ from, to }) => from.grain === 'region' || to.grain === 'region')
  };
}
