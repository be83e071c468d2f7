/** Words of the filters of flows, of what the width of an arrow says, and of a region's balance. */
import type { Language } from '../../pack';
import { formatPlural } from '../format';

const links = (n: number) => formatPlural('en', n, { one: 'link', other: 'links' });
const ruLinks = (n: number) => formatPlural('ru', n, { one: 'связь', few: 'связи', many: 'связей', other: 'связи' });

const en = {
  shown: (n: number, of: number) => (n === of ? `All ${of} links shown.` : `${n} of ${of} links shown.`),
  clear: 'Show all',
  filters: 'Filter flows',
  active: (n: number) => `${n} on`,
  stages: 'Stage at either end',
  commodities: 'What flows (class of OKVED 2)',
  direction: 'Direction',
  side: { any: 'All', in: 'Into', out: 'Out of', through: 'Through' },
  sideOf: (regions: string) => `of ${regions}`,
  pickFirst: 'Pick a region on the map to choose flows into it, out of it or through it.',
  throughMeaning: 'Through: links on a way that enters the region and leaves it again.',
  width: 'Width of an arrow',
  byLinks: 'number of known links (schematic)',
  modelled: 'modelled intensity',
  shareUnit: (share: string) => `${share} of the cluster’s modelled flow`,
  locked: 'The scale stays the same whatever is filtered.',
  noModel: 'The model knows pairs of regions inside the district; other arrows are drawn thin.',
  formula: 'How the intensity is modelled',
  formulaText: 'Sum over pairs of stages: how often known links join them × share of the supplying region in the first stage × share of the buying region in the second × a decay with road distance. No tonnage, no roubles, and no statement that two regions trade.',
  basis: 'Parameters and their sources',
  surviving: 'Only flows that survive any sensible parameter',
  survivingMeaning: (n: number, of: number, top: number, combinations: number) => `Among the ${top} greatest of their cluster in all ${combinations} combinations of the model’s parameters: ${n} of ${of} flows.`,
  motion: 'Movement along the arrows',
  cluster: 'Cluster',
  okved: 'Class (OKVED 2)',
  balance: 'In and out',
  balanceText: 'Width of a band: number of known links; dashed: none of them documented for now. A band opens its links.',
  into: (n: number) => `In: ${n}`,
  outOf: (n: number) => `Out: ${n}`,
  inside: (n: number) => `${links(n)} inside the region`,
  band: (cluster: string, partner: string, into: boolean, n: number, sure: number) => `${cluster}: ${links(n)} ${into ? 'from' : 'to'} ${partner}, ${sure} documented`,
  outside: 'outside',
  asTable: 'As a table',
  partner: 'Partner',
  inHead: 'In',
  outHead: 'Out',
  documentedHead: 'Documented'
};

type Words = typeof en;

const ru: Words = {
  shown: (n, of) => (n === of ? `Показаны все связи: ${of}.` : `Показано связей: ${n} из ${of}.`),
  clear: 'Показать все',
  filters: 'Отбор потоков',
  active: (n) => `включено: ${n}`,
  stages: 'Стадия на любом конце',
  commodities: 'Что поставляется (класс ОКВЭД 2)',
  direction: 'Направление',
  side: { any: 'Все', in: 'В регион', out: 'Из региона', through: 'Через регион' },
  sideOf: (regions) => `для: ${regions}`,
  pickFirst: 'Выберите регион на карте, чтобы отобрать потоки в него, из него или через него.',
  throughMeaning: 'Через регион: связи на пути, который входит в регион и выходит из него.',
  width: 'Ширина стрелки',
  byLinks: 'число известных связей (схематично)',
  modelled: 'модельная интенсивность',
  shareUnit: (share) => `${share} модельного потока кластера`,
  locked: 'Шкала не меняется при отборе.',
  noModel: 'Модель знает только пары регионов внутри округа; прочие стрелки проведены тонко.',
  formula: 'Как моделируется интенсивность',
  formulaText: 'Сумма по парам стадий: как часто известные связи их соединяют × доля региона-поставщика в первой стадии × доля региона-покупателя во второй × убывание с расстоянием по дорогам. Это не тонны и не рубли и не утверждение, что два региона торгуют.',
  basis: 'Параметры и их источники',
  surviving: 'Только потоки, устойчивые к любым разумным параметрам',
  survivingMeaning: (n, of, top, combinations) => `Среди ${top} крупнейших своего кластера при любом из ${combinations} сочетаний параметров модели — ${n} из ${of} потоков.`,
  motion: 'Движение вдоль стрелок',
  cluster: 'Кластер',
  okved: 'Класс ОКВЭД 2',
  balance: 'Ввоз и вывоз',
  balanceText: 'Ширина полосы — число известных связей; пунктир — ни одна из них не подтверждена документами на сегодня. Полоса открывает свои связи.',
  into: (n) => `В регион: ${n}`,
  outOf: (n) => `Из региона: ${n}`,
  inside: (n) => `${ruLinks(n)} внутри региона`,
  band: (cluster, partner, into, n, sure) => `${cluster}, ${into ? 'поставщик' : 'покупатель'} — ${partner}: ${ruLinks(n)}, подтверждено документами: ${sure}`,
  outside: 'вне округа',
  asTable: 'Таблицей',
  partner: 'Партнёр',
  inHead: 'Ввоз',
  outHead: 'Вывоз',
  documentedHead: 'Подтверждено'
};

export const flowWords: Readonly<Record<Language, Words>> = { en, ru };
