/** What a set of links carries, in the words of OKVED 2: classes with the number of links, the most frequent first. */
import type { JoinedLink } from '../../chains';
import type { Activity } from '../../pack';
import type { Speech } from './words';

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

/** The word for a class, or for the nearest class above it that has one; the code itself where none has. */
export function goodsWord(code: string, goods: Readonly<Record<string, string>>): string {
  for (let end = code.length; end > 0; end--) {
    const word = goods[code.slice(0, end)];
    if (word !== undefined) return word;
  }
  return code;
}

/** Short words for what is carried, the most frequent first, each once; goods that are not named are left out. */
export function shortGoods(list: readonly Commodity[], goods: Readonly<Record<string, string>>): readonly string[] {
  const count = new Map<string, number>();
  for (const { code, links } of list) if (code !== null) count.set(goodsWord(code, goods), (count.get(goodsWord(code, goods)) ?? 0) + links);
  return [...count].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** Every class carried with its code, title and number of links. */
export function goodsInFull(list: readonly Commodity[], activities: readonly Pick<Activity, 'code' | 'name'>[], { words, text }: Speech): readonly string[] {
  return list.map(({ code, links }) => words.goodsOf(code === null ? words.unclassed : `${code} ${text(activities.find((a) => a.code === code)?.name ?? null)}`.trim(), links));
}
