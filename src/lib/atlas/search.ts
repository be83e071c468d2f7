/** Finding a region, an enterprise or an indicator by what a person types, in any language of the pack. */
import { regionsOf } from '../composite';
import { LANGUAGES, type Pack, type Text } from '../pack';

export interface Hit {
  readonly kind: 'region' | 'site' | 'indicator';
  readonly id: string;
  readonly name: Text;
  /** Region code of the hit; null for indicators and places outside the district. */
  readonly region: string | null;
  /** Second line: capital, city or block. */
  readonly detail: Text | null;
}

/** Best hits first: whole words from the start of a name before words inside it. */
export function search(pack: Pack, query: string, limit = 8): readonly Hit[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  return entries(pack)
    .map((entry) => ({ hit: entry.hit, score: Math.max(...entry.words.map((w) => match(w, wanted))) + entry.bonus }))
    .filter(({ score }) => score >= 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

interface Entry {
  readonly hit: Hit;
  readonly words: readonly string[];
  readonly bonus: number;
}

const known = new WeakMap<Pack, readonly Entry[]>();

function entries(pack: Pack): readonly Entry[] {
  const found = known.get(pack);
  if (found && found.length > 0 && pack.chains.sites.length === 0) return found;
  const both = (text: Text) => LANGUAGES.map((l) => fold(text[l]));
  const result: Entry[] = [
    ...regionsOf(pack).map((r): Entry => ({
      hit: { kind: 'region', id: r.code, name: r.name, region: r.code, detail: r.capital },
      words: [...both(r.name), ...both(r.short), ...r.aliases.map(fold), ...both(r.capital), fold(r.code)],
      bonus: 0.5
    })),
    ...pack.chains.sites.map((s): Entry => ({
      hit: { kind: 'site', id: s.id, name: s.name, region: s.region, detail: s.city },
      words: [...both(s.name), ...both(s.city)],
      bonus: 0
    })),
    ...pack.indicators.map((i): Entry => ({
      hit: { kind: 'indicator', id: i.id, name: i.name, region: null, detail: i.unit.name },
      words: [...both(i.name), ...both(i.short)],
      bonus: 0.2
    }))
  ];
  known.set(pack, result);
  return result;
}

/** 3 the whole name, 2 the start of it, 1.5 the start of a word, 1 inside a word, 0 no match. */
function match(name: string, wanted: string): number {
  if (name === wanted) return 3;
  if (name.startsWith(wanted)) return 2;
  const at = name.indexOf(wanted);
  if (at < 0) return 0;
  return name[at - 1] === ' ' ? 1.5 : wanted.length >= 3 ? 1 : 0;
}

/** Lower case, ё as е, no marks, no punctuation: what two spellings of one name have in common. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
