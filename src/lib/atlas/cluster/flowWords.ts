/** What a set of links carries, in the words of OKVED 2: classes with the number of links, the most frequent first. */
import type { JoinedLink } from '../../chains';

export interface Commodity {
  /** Code of OKVED 2; null where no goods are named. */
  readonly code: string | null;
  readonly links: number;
}

export function commodities(links: readonly JoinedLink[]): readonly Commodity[] {
  const count = new Map<string | null, number>();
  for (const { link } of links) count.set(link.okved2, (count.get(link.okved2) ?? 0) + 1);
  return Array.from(count, ([code, n]) => ({ code, links: n })).sort((a, b) => b.links - a.links || Number(a.code === null) - Number(b.code === null) || (a.code ?? '').localeCompare(b.code ?? ''));
}
