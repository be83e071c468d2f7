/** Words of the page on partners, and of the section on them in a region's profile. */
import type { Language } from '../../pack';
import { formatNumber, formatPlural, formatSentence } from '../format';

const num = (language: Language) => (value: number, decimals = 2) => formatNumber(language, value, decimals);
const list = (language: Language, items: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
const e = num('en');
const r = num('ru');
const count = (n: number, one: string, other: string) => formatPlural('en', n, { one, other });
const low = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const with100 = (share: number) => Math.round(share * 100);

const en = {
  title: 'Where could a region join?',
  lead: 'Functions that a region could supply to a leader’s chain, and regions that could supply a function a leader lacks. Reckoned from known sites, links and published figures.',
  none: 'The method of this pack has no parameters for partner matching, so nothing is proposed here.',
  proposed: 'proposed',
  sentence: formatSentence,
  caveat: 'Every line here is a proposal of a model. It does not know whether the firms could or would; no talks, contracts or capacities stand behind it.',
  join: 'What could this region supply?',
  reverse: 'Who could supply this function?',
  region: 'Region',
  cluster: 'Cluster',
  leader: 'Leader',
  wanted: 'Function',
  choose: 'Choose',
  fn: (stage: string, name: string | null, code: string) => `${stage}: ${name ?? 'class'} (OKVED 2, ${code})`,
  option: (fn: string, suppliers: number) => `${fn} – ${suppliers === 0 ? 'no known supplier' : count(suppliers, 'known supplier', 'known suppliers')}`,
  connect: 'connect: the region has the function, but no known link to this leader',
  enter: 'enter: no site with the function is known in the region',
  to: (leader: string) => `to the chain of ${leader}`,
  buyers: (names: readonly string[], more: number) => (names.length === 0 ? 'No site there in a stage it is known to feed.' : formatSentence(`There, sites of the stages it is known to feed: ${names.join('; ')}${more > 0 ? `; and ${count(more, 'other', 'others')}` : ''}`)),
  buyersNarrow: (names: readonly string[], more: number, code: string) => formatSentence(`There, sites of a kind that class ${code} is known to supply: ${names.join('; ')}${more > 0 ? `; and ${count(more, 'other', 'others')}` : ''}`),
  mapJoin: (region: string, cluster: string) => `${region}, ${low(cluster)}: proposed supplies on the map`,
  mapSupply: (leader: string, fn: string) => `${leader}: proposed suppliers of ${low(fn)} on the map`,
  mapText: (shown: number) => `Proposed: the first ${shown} of the list, from the region to the cities of those that could buy. Nothing is known to flow here.`,
  facts: (score: number, top: number, confidence: number, km: number) => `Score ${e(score)} · among the first ${top} in ${with100(confidence)} of 100 weightings · ${e(km, 0)}\u00a0km`,
  criterion: { specialisation: 'Specialisation', gap: 'Gap at the leader', nearness: 'Nearness', relatedness: 'Relatedness', readiness: 'Readiness' },
  value: (value: number, weight: number) => `${e(value)}, weight ${e(weight, Number.isInteger(weight) ? 0 : 2)}`,
  missing: 'no data, left out',
  why: 'Criteria and reasons',
  empty: 'No proposal: in this cluster the leaders’ chains use no function that the region does not supply already.',
  emptyReverse: 'No region is left to propose.',
  noFunctions: 'This leader’s chain has no function in the cluster that could be supplied.',
  noWeight: 'All weights are zero: give at least one criterion a weight.',
  more: (n: number) => `${count(n, 'further proposal', 'further proposals')} with lower scores`,
  weights: 'Weights of the criteria',
  weightsText: 'The score is the weighted mean of the five criteria, each from 0 to 1. Equal weights are the method’s choice, not a finding: move them and the lists follow.',
  weightOf: (criterion: string) => `Weight: ${criterion}`,
  reset: 'Back to the method’s weights',
  overview: 'The first proposal for every lagging region',
  overviewText: 'Lagging: potential below the cut of the matrix. Weights as set above.',
  overviewNone: 'none',
  test: 'Does it find what is known?',
  testText: (skipped: number) => `Each documented link between two regions is hidden, with the supplier’s role and its other links in the cluster; then the regions are ranked as suppliers to the buyer’s region, with the weights of the method. Hit: the true region is among the first 1, 3 or 5. The gap is the same for all and drops out.${skipped > 0 ? ` ${count(skipped, 'link', 'links')} could not be tried.` : ''}`,
  testSays: (n: number, m: string, random: string, near: string) => `Of ${count(n, 'hidden link', 'hidden links')}, the true region came among the first three in ${m}; any order would give ${random}, nearest first gives ${near}.`,
  verdict: {
    better: 'So matching adds something to distance alone, though it is often wrong.',
    level: 'So among the first three it does little better or worse than distance alone: take the list as places to ask, not as an answer.',
    worse: 'So distance alone does better: do not rely on the order.',
    chance: 'So it does no better than chance: do not rely on the order.'
  },
  testWorse: (clusters: readonly string[]) => formatSentence(`Among the first three nearest first does better in: ${clusters.join('; ')}`),
  testFew: 'Clusters with few links say little. The links are not independent: some share suppliers or buyers.',
  testRow: 'Ranked by',
  testCases: 'Links',
  at: (k: number) => `First ${k}`,
  rowMatching: 'matching, all criteria',
  rowNearest: 'nearest first',
  rowRandom: 'any order',
  rowAlone: (criterion: string) => `${low(criterion)} alone`,
  rowCluster: (cluster: string, how: string) => `${cluster}: ${how}`,
  testNone: 'The pack has no documented link between regions to test it on.',
  section: 'Where could it join?',
  sectionText: 'Proposed by partner matching from known sites, links and figures; not a finding.',
  sectionChain: (cluster: string, leader: string) => formatSentence(`${cluster}, to the chain of ${leader}`),
  main: (criterion: string, reason: string) => formatSentence(`Strongest point, ${low(criterion)}: ${low(reason)}`),
  all: 'All proposals, with reasons and movable weights',
  inProfile: 'In the full profile',
  reason: {
    published: (a: string, b: string, value: number, year: number) => `Ratio of “${a}” to “${b}”: ${e(value)} times the district’s (${year})`,
    cluster: (sites: number, value: number) => (sites === 0 ? 'No site of the region is known in the cluster' : `${count(sites, 'known site', 'known sites')} in the cluster: ${e(value)} times the usual share of a region’s sites`),
    product: (sites: number, value: number) => (sites === 0 ? 'No site of the region is known in this class of product' : `${count(sites, 'known site', 'known sites')} in this class of product, in any cluster: ${e(value)} times the usual share`),
    suppliers: (n: number) => (n === 0 ? 'No supplier of the function is known in the leader’s chain' : `${count(n, 'supplier', 'suppliers')} of the function known in the leader’s chain`),
    distance: (km: number) => `Capitals ${e(km, 0)}\u00a0km apart, great circle`,
    density: (value: number, related: readonly string[]) => `Related functions already there: density ${e(value)}${related.length > 0 ? `; nearest: ${related.join('; ')}` : ''}`,
    neighbours: (value: number, regions: readonly string[]) => (regions.length === 0 ? 'No other region is known to have the function' : `Share of other regions with the function, weighted by nearness: ${e(value)}; nearest: ${list('en', regions)}`),
    readiness: (name: string, value: number, decimals: number, unit: string, year: number, score: number) => `${name}: ${e(value, decimals)}\u00a0${unit} (${year}), ${with100(score)} of 100 from the worst to the best region`
  },
  classes: {
    '01': 'crop and animal production', '08': 'other mining and quarrying', '10': 'food products', '11': 'beverages', '13': 'textiles', '16': 'wood products', '19': 'coke and refined petroleum', '20': 'chemicals', '22': 'rubber and plastic products', '23': 'other non-metallic mineral products', '24': 'basic metals', '25': 'fabricated metal products', '26': 'computer, electronic and optical products', '27': 'electrical equipment', '28': 'machinery and equipment', '29': 'motor vehicles and parts', '30': 'other transport equipment', '33': 'repair and installation of machinery', '45': 'trade in and repair of motor vehicles', '46': 'wholesale trade', '49': 'land and pipeline transport', '51': 'air transport', '64': 'financial services', '71': 'engineering, technical testing', '72': 'scientific research and development', '85': 'education', '86': 'human health'
  } as Readonly<Record<string, string>>
};

export type PartnerWords = typeof en;

const ru: PartnerWords = {
  title: 'Куда мог бы войти регион?',
  lead: 'Функции, которые регион мог бы взять на себя в цепочке лидера, и регионы, которые могли бы восполнить функцию, недостающую лидеру. Расчёт по известным площадкам, связям и опубликованным данным.',
  none: 'В методике этого набора нет параметров подбора партнёров, поэтому предложений здесь нет.',
  proposed: 'предложено',
  sentence: formatSentence,
  caveat: 'Каждая строка здесь — предложение модели. Она не знает, могут ли и хотят ли этого предприятия; за ней не стоят ни переговоры, ни договоры, ни проверка мощностей.',
  join: 'Что мог бы поставлять этот регион?',
  reverse: 'Кто мог бы взять на себя эту функцию?',
  region: 'Регион',
  cluster: 'Кластер',
  leader: 'Лидер',
  wanted: 'Функция',
  choose: 'Выбор',
  fn: (stage, name, code) => `${stage}: ${name ?? 'класс'} (ОКВЭД 2, ${code})`,
  option: (fn, suppliers) => `${fn} – ${suppliers === 0 ? 'поставщики неизвестны' : `известных поставщиков: ${r(suppliers, 0)}`}`,
  connect: 'связать: функция в регионе есть, связь с этим лидером неизвестна',
  enter: 'освоить: площадки с этой функцией в регионе неизвестны',
  to: (leader) => `в цепочку лидера: ${leader}`,
  buyers: (names, more) => (names.length === 0 ? 'Площадок стадий, в которые такая функция поставляет, там не известно.' : formatSentence(`Площадки стадий, в которые такая функция поставляет: ${names.join('; ')}${more > 0 ? `; и ещё ${r(more, 0)}` : ''}`)),
  buyersNarrow: (names, more, code) => formatSentence(`Площадки того рода, куда известны поставки класса ${code}: ${names.join('; ')}${more > 0 ? `; и ещё ${r(more, 0)}` : ''}`),
  mapJoin: (region, cluster) => `${region}, кластер «${cluster}»: предложенные поставки на карте`,
  mapSupply: (leader, fn) => `${leader}: предложенные поставщики на карте, ${low(fn)}`,
  mapText: (shown) => `Предложено: первые ${r(shown, 0)} из списка, от региона к городам возможных покупателей. Поставки здесь не известны.`,
  facts: (score, top, confidence, km) => `Балл ${r(score)} · среди первых ${top} при ${with100(confidence)} из 100 наборов весов · ${r(km, 0)}\u00a0км`,
  criterion: { specialisation: 'Специализация', gap: 'Нехватка у лидера', nearness: 'Близость', relatedness: 'Родственность', readiness: 'Готовность' },
  value: (value, weight) => `${r(value)}, вес ${r(weight, Number.isInteger(weight) ? 0 : 2)}`,
  missing: 'нет данных, не учтено',
  why: 'Критерии и обоснование',
  empty: 'Предложений нет: в этом кластере цепочки лидеров не используют функций, которых регион ещё не поставляет.',
  emptyReverse: 'Предложить некого.',
  noFunctions: 'В этом кластере в цепочке лидера нет функций, которые можно было бы поставлять.',
  noWeight: 'Все веса равны нулю: задайте вес хотя бы одному критерию.',
  more: (n) => `Ещё ${formatPlural('ru', n, { one: 'предложение', few: 'предложения', many: 'предложений', other: 'предложения' })} с меньшим баллом`,
  weights: 'Веса критериев',
  weightsText: 'Балл — взвешенное среднее пяти критериев, каждый от 0 до 1. Равные веса — выбор методики, а не вывод: измените их, и списки изменятся.',
  weightOf: (criterion) => `Вес: ${low(criterion)}`,
  reset: 'Вернуть веса методики',
  overview: 'Первое предложение для каждого отстающего региона',
  overviewText: 'Отстающие: потенциал ниже границы матрицы. Веса — как заданы выше.',
  overviewNone: 'нет',
  test: 'Находит ли подбор то, что известно?',
  testText: (skipped) => `Каждая подтверждённая документами связь между двумя регионами скрывается вместе с ролью поставщика и его прочими связями в кластере; затем регионы ранжируются как поставщики региона-покупателя с весами методики. Попадание: верный регион — среди первых 1, 3 или 5. Нехватка у всех одинакова и не участвует.${skipped > 0 ? ` Связей, которые проверить нельзя: ${r(skipped, 0)}.` : ''}`,
  testSays: (n, m, random, near) => `Скрытых связей: ${r(n, 0)}. Верный регион оказался среди первых трёх в ${m} случаев; случайный порядок дал бы ${random}, порядок по близости даёт ${near}.`,
  verdict: {
    better: 'Значит, подбор добавляет кое-что к одному лишь расстоянию, хотя часто ошибается.',
    level: 'Значит, среди первых трёх он почти не лучше и не хуже одного лишь расстояния: это список тех, кого стоит спросить, а не ответ.',
    worse: 'Значит, одно расстояние справляется лучше: полагаться на порядок нельзя.',
    chance: 'Значит, это не лучше случайного выбора: полагаться на порядок нельзя.'
  },
  testWorse: (clusters) => formatSentence(`Среди первых трёх порядок по близости точнее здесь: ${clusters.join('; ')}`),
  testFew: 'Кластеры с малым числом связей говорят о немногом. Связи не независимы: у некоторых общие поставщики или покупатели.',
  testRow: 'Порядок',
  testCases: 'Связи',
  at: (k) => `Первые ${k}`,
  rowMatching: 'подбор, все критерии',
  rowNearest: 'сначала ближайшие',
  rowRandom: 'случайный порядок',
  rowAlone: (criterion) => `только ${low(criterion)}`,
  rowCluster: (cluster, how) => `${cluster}: ${how}`,
  testNone: 'В наборе нет подтверждённых документами связей между регионами, на которых подбор можно проверить.',
  section: 'Куда он мог бы войти?',
  sectionText: 'Предложено подбором партнёров по известным площадкам, связям и данным; это не вывод.',
  sectionChain: (cluster, leader) => formatSentence(`Кластер: ${cluster}; лидер: ${leader}`),
  main: (criterion, reason) => formatSentence(`Сильнее всего критерий «${low(criterion)}»: ${low(reason)}`),
  all: 'Все предложения с обоснованием и изменяемыми весами',
  inProfile: 'В полном профиле',
  reason: {
    published: (a, b, value, year) => `Отношение «${a}» к «${b}»: ${r(value)} к уровню округа (${year}\u00a0г.)`,
    cluster: (sites, value) => (sites === 0 ? 'Площадки региона в кластере неизвестны' : `Известных площадок в кластере: ${r(sites, 0)}; их доля в регионе — ${r(value)} к средней по округу`),
    product: (sites, value) => (sites === 0 ? 'Площадки региона в этом классе продукции неизвестны' : `Известных площадок в этом классе продукции, в любом кластере: ${r(sites, 0)}; их доля в регионе — ${r(value)} к средней по округу`),
    suppliers: (n) => (n === 0 ? 'Поставщики этой функции в цепочке лидера неизвестны' : `Известных поставщиков этой функции в цепочке лидера: ${r(n, 0)}`),
    distance: (km) => `Между столицами регионов ${r(km, 0)}\u00a0км по дуге большого круга`,
    density: (value, related) => `Родственные функции в регионе: плотность ${r(value)}${related.length > 0 ? `; ближайшие: ${related.join('; ')}` : ''}`,
    neighbours: (value, regions) => (regions.length === 0 ? 'Другие регионы с этой функцией неизвестны' : `Доля других регионов с этой функцией, взвешенная по близости: ${r(value)}; ближайшие: ${list('ru', regions)}`),
    readiness: (name, value, decimals, unit, year, score) => `${name}: ${r(value, decimals)}\u00a0${unit} (${year}\u00a0г.), ${with100(score)} из 100 на шкале от худшего региона к лучшему`
  },
  classes: {
    '01': 'растениеводство и животноводство', '08': 'добыча прочих полезных ископаемых', '10': 'пищевые продукты', '11': 'напитки', '13': 'текстильные изделия', '16': 'изделия из дерева', '19': 'кокс и нефтепродукты', '20': 'химические вещества и продукты', '22': 'резиновые и пластмассовые изделия', '23': 'прочая неметаллическая минеральная продукция', '24': 'металлургия', '25': 'готовые металлические изделия', '26': 'компьютеры, электронные и оптические изделия', '27': 'электрическое оборудование', '28': 'машины и оборудование', '29': 'автотранспортные средства и их части', '30': 'прочие транспортные средства', '33': 'ремонт и монтаж машин', '45': 'торговля автотранспортом и его ремонт', '46': 'оптовая торговля', '49': 'сухопутный и трубопроводный транспорт', '51': 'воздушный транспорт', '64': 'финансовые услуги', '71': 'инженерные услуги, технические испытания', '72': 'научные исследования и разработки', '85': 'образование', '86': 'здравоохранение'
  }
};

export const partnerWords: Record<Language, PartnerWords> = { en, ru };
