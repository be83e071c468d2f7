/** Words of a region's own page. Patterns have slots in braces, which the atlas fills with figures and links to where they come from. */
import type { Language } from '../../pack';
import { formatPlural } from '../format';

const outOf = (word: string) => (share: number) => {
  const n = Math.round(share * 100);
  return share < 1 && share > 0.995 ? `>99 ${word} 100` : share > 0 && share < 0.005 ? `<1 ${word} 100` : `${n} ${word} 100`;
};

const en = {
  inWords: 'In words',
  inWordsNote: 'Made from the figures by rules; each figure leads to where it comes from.',
  noIndex: '{name}: the index of {year} cannot be computed, because too few of its indicators are published.',
  position: '{name}: with an index of {index} in {year} the region stands {place} of {of}; the mean of the regions is {mean}.',
  classes: 'The tier of its potential is “{tier}”; with dynamics of {dynamics} from {from} to {to} its group is “{group}”.',
  tierOnly: 'The tier of its potential is “{tier}”; the dynamics cannot be computed for this year.',
  firm: 'Under variations of the method the tier holds in {tier} and the group in {group}.',
  firmTier: 'Under variations of the method the tier holds in {tier}.',
  outOf100: outOf('of'),
  blocks: 'Of its blocks, “{best}” stands best ({bestScore}, {bestPlace} place) and “{worst}” worst ({worstScore}, {worstPlace} place).',
  blocksSame: 'In each of its blocks it stands {place}.',
  indicators: 'Of the indicators, its best is “{best}” ({bestValue} in {bestYear}, {bestPlace} place), its weakest “{worst}” ({worstValue} in {worstYear}, {worstPlace} place).',
  pathUp: 'From {from} to {to} the index rose from {a} to {b}, measured on one scale for all years.',
  pathDown: 'From {from} to {to} the index fell from {a} to {b}, measured on one scale for all years.',
  pathSame: 'In {from} and in {to} the index was the same, {a}, measured on one scale for all years.',
  placeMoved: 'The place among the regions went from {p} to {q}.',
  placeSame: 'The place among the regions was {p} in both years.',
  peers: 'Most alike in all indicators together: {names}.',
  chains: 'Known in the value chains: {sites} ({clusters}), {incoming} to the region and {outgoing} from it.',
  noChains: 'No site of the region is known in the value chains.',
  quoted: (name: string) => `“${name}”`,
  sites: (n: number) => formatPlural('en', n, { one: 'site', other: 'sites' }),
  links: (n: number) => formatPlural('en', n, { one: 'link', other: 'links' }),
  positionHead: 'Position',
  tier: 'Tier of potential',
  group: 'Group of the matrix',
  holds: (share: string) => `holds in ${share} variations of the method`,
  range: (range: string) => `${range} in 9 of 10 variations`,
  peersHead: 'Blocks beside the district and the nearest peers',
  peersNote: (indicators: number) => `Nearest peers: regions with the smallest distance, d = √(Σ (xᵢ − yᵢ)² / n), over the normalised indicators of the potential (${indicators}) that both regions have; 0 = alike in all, 1 = opposite in all.`,
  peer: (name: string, distance: string) => `${name} (d = ${distance})`,
  peersMean: 'Peers’ mean',
  block: 'Block',
  standingsHead: 'Strengths and weaknesses',
  standingsNote: 'Best and worst places among the regions; where less is better, the place is turned round.',
  strengths: 'Strengths',
  weaknesses: 'Weaknesses',
  detail: 'The full tables',
  compare: 'Compare with the nearest peers',
  fullTables: 'Full tables with the source of every figure stand on the page itself.'
};

export type RegionWords = typeof en;

const ru: RegionWords = {
  inWords: 'Словами',
  inWordsNote: 'Составлено по числам по правилам; каждое число ведёт туда, откуда оно взято.',
  noIndex: '{name}: индекс за {year} год рассчитать нельзя, опубликовано слишком мало его показателей.',
  position: '{name}: индекс за {year} год — {index}, {place} место из {of}; среднее по регионам — {mean}.',
  classes: 'Уровень потенциала — «{tier}»; динамика с {from} по {to} год — {dynamics}, группа — «{group}».',
  tierOnly: 'Уровень потенциала — «{tier}»; динамику за этот год рассчитать нельзя.',
  firm: 'В вариантах метода уровень сохраняется в {tier}, группа — в {group}.',
  firmTier: 'В вариантах метода уровень сохраняется в {tier}.',
  outOf100: outOf('из'),
  blocks: 'Из блоков лучшее место — «{best}» ({bestScore}, {bestPlace} место), худшее — «{worst}» ({worstScore}, {worstPlace} место).',
  blocksSame: 'В каждом из блоков — {place} место.',
  indicators: 'Из показателей сильнее всего — «{best}» ({bestValue}, {bestYear} год, {bestPlace} место), слабее всего — «{worst}» ({worstValue}, {worstYear} год, {worstPlace} место).',
  pathUp: 'С {from} по {to} год индекс вырос с {a} до {b} (шкала общая для всех лет).',
  pathDown: 'С {from} по {to} год индекс снизился с {a} до {b} (шкала общая для всех лет).',
  pathSame: 'В {from} и в {to} году индекс одинаков — {a} (шкала общая для всех лет).',
  placeMoved: 'Место среди регионов: было {p}, стало {q}.',
  placeSame: 'Место среди регионов в оба года — {p}.',
  peers: 'Больше всего похожи по всем показателям вместе: {names}.',
  chains: 'Известное участие в цепочках: {sites} ({clusters}); к региону — {incoming}, из него — {outgoing}.',
  noChains: 'Предприятий региона в цепочках не известно.',
  quoted: (name) => `«${name}»`,
  sites: (n) => formatPlural('ru', n, { one: 'площадка', few: 'площадки', many: 'площадок', other: 'площадки' }),
  links: (n) => formatPlural('ru', n, { one: 'связь', few: 'связи', many: 'связей', other: 'связи' }),
  positionHead: 'Положение',
  tier: 'Уровень потенциала',
  group: 'Группа матрицы',
  holds: (share) => `сохраняется в ${share} вариантов метода`,
  range: (range) => `${range} в 9 из 10 вариантов`,
  peersHead: 'Блоки рядом с округом и ближайшими соседями по показателям',
  peersNote: (indicators) => `Ближайшие — регионы с наименьшим расстоянием d = √(Σ (xᵢ − yᵢ)² / n) по нормированным показателям потенциала (${indicators}), которые есть у обоих регионов; 0 — одинаковы во всём, 1 — противоположны во всём.`,
  peer: (name, distance) => `${name} (d = ${distance})`,
  peersMean: 'Среднее ближайших',
  block: 'Блок',
  standingsHead: 'Сильные и слабые стороны',
  standingsNote: 'Лучшие и худшие места среди регионов; где лучше меньшее значение, место обращено.',
  strengths: 'Сильные стороны',
  weaknesses: 'Слабые стороны',
  detail: 'Полные таблицы',
  compare: 'Сравнить с ближайшими',
  fullTables: 'Полные таблицы с источником каждого числа — на самой странице.'
};

export const regionWords: Record<Language, RegionWords> = { en, ru };
