/** Words of the guided story. Figures come ready printed; names of regions stand only in the nominative, in lists after a colon or a dash. */
import type { Language } from '../../pack';
import { formatPlural, formatSentence } from '../format';

const count = (n: number, one: string, other: string) => formatPlural('en', n, { one, other });
const many = (n: number, one: string, few: string, other: string) => formatPlural('ru', n, { one, few, many: other, other: few });

interface Doubt {
  readonly firm: number;
  readonly likely: number;
  readonly open: number;
}

const en = {
  title: 'The argument in eight steps',
  lead: 'A published study argues that the strong regions of a macroregion pull away, and that the weak ones should become their suppliers rather than be levelled up with money. Here is the argument, step by step, on figures anyone can check.',
  contents: 'Steps',
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  explore: 'Explore this view',
  next: 'Next',
  published: 'Published',
  ours: (year: number) => `Computed here, ${year}`,
  noNumber: 'no number published',
  mapOf: (title: string) => `Map: ${title}`,
  outlined: (names: string) => `Outlined: ${names}.`,
  measured: (name: string, unit: string, year: number) => `${name}${unit === '' ? '' : `, ${unit}`}, ${year}.`,
  dots: 'Dots mark classes that choices of the method could change.',
  hollow: 'Filled arrows: documented links; pale outlines: plausible ones. Width: number of known links, never a tonnage.',
  sources: 'Where these figures come from',
  concentration: {
    title: 'Concentration',
    text: (leaders: string, year: number, indicator: string) => `Two questions come first: who is strong, and how much do the strong carry? By the index of ${year} the leaders are ${leaders}. The map shows one amount behind that index, “${indicator}”. Beside each published share stands the same share computed here from published statistics; where the two differ, the reason is named.`
  },
  polarisation: {
    title: 'Polarisation',
    text: (first: string, high: string, last: string, low: string, mean: string) => `The index runs from 0 (worst of the regions in everything) to 1 (best in everything). It is ${high} in ${first} and ${low} in ${last}; the mean of the regions is ${mean}.`,
    tiers: (leading: number, low: number) => `${count(leading, 'region leads', 'regions lead')} by more than half a standard deviation; ${count(low, 'region lags', 'regions lag')} by as much.`,
    gini: (indicator: string, year: number, gini: string, most: string) => `How uneven is it? The Gini coefficient of “${indicator}” over the regions is ${gini} in ${year}; 0 would mean the same in each, ${most} all in one.`
  },
  growth: {
    title: 'Growth points',
    text: (n: number, from: number, to: number) => `Low potential does not mean standstill. ${count(n, 'region', 'regions')} below the mean of the potential grew from ${from} to ${to} at least as fast as the mean of the regions.`,
    names: (names: string) => `They are: ${names}.`,
    nominal: 'Growth starts from a low base there, and part of it is inflation where a series is in money of the day.'
  },
  matrix: {
    title: 'The matrix',
    text: 'Potential across, growth upwards: two cuts make four groups, and the method has other priorities for each. A region near a cut can change its group by a small change of the method; the last step says which results are firm.',
    group: (name: string, n: number) => `${name} (${n})`,
    empty: 'none'
  },
  chains: {
    title: 'Chains',
    text: (sites: string, clusters: string, links: string, between: string) => `Regions are tied by supplies. The atlas knows ${sites} in ${clusters}, and ${links} between them or with partners outside; ${between} run from one region to another.`,
    evidence: (documented: string, plausible: string) => `A public source names the supply for ${documented}; ${plausible} only follow from what the sites make, and are marked so.`,
    sites: (n: number) => count(n, 'site', 'sites'),
    clusters: (n: number) => count(n, 'cluster', 'clusters'),
    links: (n: number) => count(n, 'link', 'links'),
    incomplete: 'The list is collected from public pages and is not complete: a missing arrow does not mean that nothing flows.'
  },
  weak: {
    title: 'Weak points',
    text: 'A chain is as strong as its thinnest stage. Of the known sites, some stages have none in the district, others hang on a single site or a single region.',
    cluster: (name: string, stages: number, gaps: number, thin: number) => `${name}: of ${count(stages, 'stage', 'stages')}, ${gaps} without a site here and ${thin} held by one site or one region.`,
    point: (site: string, city: string, stops: number) => `If “${site}” in ${city} stood still, ${count(stops, 'site', 'sites')} would lose the last known supplier of an input.`,
    known: 'This is said of the known links alone: it shows where to look, not what will happen.'
  },
  integration: {
    title: 'Integration instead of equalisation',
    text: (n: number) => `The study concludes: bring lagging regions into the leaders’ chains as specialised suppliers, do not level budgets. Lagging here means a potential below the cut of the matrix: ${count(n, 'region', 'regions')}. The map shows what the first of them are known to supply already.`,
    model: (share: string, runs: number) => `Does the conclusion hold? In a model of one budget under three policies, with all assumptions varied at once, it holds in ${share} of ${count(runs, 'run', 'runs')}.`,
    claims: (output: string, polarisation: string, concentrating: string) => `Integrating adds at least as much output as equalising in ${output}, leaves less polarisation than concentrating in ${polarisation}, and adds as much output as concentrating in ${concentrating}.`,
    modelled: 'Modelled: the result follows from assumptions that can be moved on the page Scenario. It is no forecast.',
    none: 'This pack has no parameters for the model, so the conclusion is not tested here.',
    scenario: 'Move the assumptions',
    partners: 'Who could supply whom'
  },
  doubt: {
    title: 'What is uncertain',
    text: (runs: number) => `Every index rests on choices: weights, scales, means, cuts. ${count(runs, 'variation', 'variations')} of the method ask how far the results depend on them.`,
    tiers: ({ firm, likely, open }: Doubt) => `Tiers: ${firm} firm (same in nine of ten variations), ${likely} likely, ${open} open.`,
    groups: ({ firm, likely, open }: Doubt) => `Groups: ${firm} firm, ${likely} likely, ${open} open.`,
    none: 'This method does not say which of its choices may vary, so how firm its results are is not computed.',
    limits: 'Of the study only the abstract is public, so indicators and thresholds here are this project’s own. Money is nominal; some series end before the target year; links are incomplete. The pages Method and Data say what each figure rests on.',
    robustness: 'How firm is each place?',
    method: 'Method',
    data: 'Data'
  }
};

type Words = typeof en;

const ru: Words = {
  title: 'Доказательство в восьми шагах',
  lead: 'В опубликованном исследовании утверждается: сильные регионы макрорегиона отрываются, а слабым лучше стать их поставщиками, чем получать выравнивающие деньги. Вот это рассуждение по шагам, на числах, которые может проверить каждый.',
  contents: 'Шаги',
  step: (n, of) => `Шаг ${n} из ${of}`,
  explore: 'Изучить эту карту',
  next: 'Дальше',
  published: 'Опубликовано',
  ours: (year) => `Пересчитано здесь, ${year} год`,
  noNumber: 'число не опубликовано',
  mapOf: (title) => `Карта: ${title}`,
  outlined: (names) => formatSentence(`Обведено: ${names}`),
  measured: (name, unit, year) => `${name}${unit === '' ? '' : `, ${unit}`}, ${year} год.`,
  dots: 'Точки — классы, которые мог бы изменить другой выбор метода.',
  hollow: 'Залитые стрелки — документированные связи, бледные контуры — вероятные. Ширина — число известных связей, не тоннаж.',
  sources: 'Откуда эти числа',
  concentration: {
    title: 'Концентрация',
    text: (leaders, year, indicator) => `Сначала два вопроса: кто силён и сколько приходится на сильных? ${formatSentence(`Лидеры по индексу за ${year} год: ${leaders}`)} На карте — одна из величин, входящих в индекс: «${indicator}». Рядом с каждой опубликованной долей стоит та же доля, пересчитанная здесь по опубликованной статистике; если они расходятся, названа причина.`
  },
  polarisation: {
    title: 'Поляризация',
    text: (first, high, last, low, mean) => `Индекс идёт от 0 (худший из регионов во всём) до 1 (лучший во всём). Наибольший — ${first}: ${high}, наименьший — ${last}: ${low}; среднее по регионам — ${mean}.`,
    tiers: (leading, low) => `Выше среднего более чем на половину стандартного отклонения: ${many(leading, 'регион', 'региона', 'регионов')}; на столько же ниже: ${many(low, 'регион', 'региона', 'регионов')}.`,
    gini: (indicator, year, gini, most) => `Насколько неравномерно? Коэффициент Джини по регионам для величины «${indicator}» за ${year} год — ${gini}; 0 значило бы «везде поровну», ${most} — «всё в одном регионе».`
  },
  growth: {
    title: 'Точки роста',
    text: (n, from, to) => `Низкий потенциал не значит застоя. Потенциал ниже среднего, но рост с ${from} по ${to} год не медленнее среднего по регионам: таких регионов — ${n}.`,
    names: (names) => formatSentence(`Это: ${names}`),
    nominal: 'Рост там начинается с низкой базы, а в рядах в текущих ценах часть роста — инфляция.'
  },
  matrix: {
    title: 'Матрица',
    text: 'По одной оси потенциал, по другой рост: две границы дают четыре группы, и приоритеты метода у каждой свои. Регион у самой границы может сменить группу при небольшом изменении метода; что устойчиво, сказано в последнем шаге.',
    group: (name, n) => `${name} (${n})`,
    empty: 'нет'
  },
  chains: {
    title: 'Цепочки',
    text: (sites, clusters, links, between) => `Регионы связаны поставками. Атлас знает: ${sites}, ${clusters}, ${links} между ними или с партнёрами вне округа; из региона в регион — ${between}.`,
    evidence: (documented, plausible) => `Поставку называет открытый источник: ${documented}; следует только из специализации предприятий и так и помечено: ${plausible}.`,
    sites: (n) => many(n, 'площадка', 'площадки', 'площадок'),
    clusters: (n) => many(n, 'кластер', 'кластера', 'кластеров'),
    links: (n) => many(n, 'связь', 'связи', 'связей'),
    incomplete: 'Список собран по открытым страницам и неполон: если стрелки нет, это не значит, что поставок нет.'
  },
  weak: {
    title: 'Узкие места',
    text: 'Цепочка прочна настолько, насколько прочна её самая тонкая стадия. Если судить по известным площадкам, на одних стадиях в округе нет никого, другие держатся на одной площадке или одном регионе.',
    cluster: (name, stages, gaps, thin) => `${name}: всего ${many(stages, 'стадия', 'стадии', 'стадий')}; без площадок здесь — ${gaps}, на одной площадке или в одном регионе — ${thin}.`,
    point: (site, city, stops) => `Если остановится площадка «${site}» (${city}), последнего известного поставщика чего-либо лишится столько площадок: ${stops}.`,
    known: 'Это сказано только об известных связях: видно, куда смотреть, а не что случится.'
  },
  integration: {
    title: 'Интеграция вместо выравнивания',
    text: (n) => `Вывод исследования: отстающие регионы надо включать в цепочки лидеров как специализированных поставщиков, а не выравнивать бюджеты. Отстающие здесь — с потенциалом ниже границы матрицы: ${many(n, 'регион', 'региона', 'регионов')}. На карте — что первые из них, насколько известно, поставляют уже сейчас.`,
    model: (share, runs) => `Верен ли вывод? В модели одного бюджета при трёх политиках, где все допущения меняются сразу, он верен в ${share} случаев (${many(runs, 'прогон', 'прогона', 'прогонов')}).`,
    claims: (output, polarisation, concentrating) => `Интеграция даёт не меньше выпуска, чем выравнивание, — в ${output} прогонов; оставляет меньше поляризации, чем концентрация, — в ${polarisation}; даёт не меньше выпуска, чем концентрация, — в ${concentrating}.`,
    modelled: 'Это модель: результат следует из допущений, которые можно изменить на странице «Сценарий». Это не прогноз.',
    none: 'В этом наборе данных нет параметров модели, поэтому вывод здесь не проверен.',
    scenario: 'Изменить допущения',
    partners: 'Кто кому мог бы поставлять'
  },
  doubt: {
    title: 'Что неопределённо',
    text: (runs) => `Любой индекс держится на выборе: веса, шкалы, вид среднего, границы. Насколько от него зависят результаты, проверено так: ${many(runs, 'вариант', 'варианта', 'вариантов')} метода.`,
    tiers: ({ firm, likely, open }) => `Уровни: устойчивых — ${firm} (те же в девяти вариантах из десяти), скорее устойчивых — ${likely}, спорных — ${open}.`,
    groups: ({ firm, likely, open }) => `Группы: устойчивых — ${firm}, скорее устойчивых — ${likely}, спорных — ${open}.`,
    none: 'Этот метод не говорит, что в нём можно изменить, поэтому устойчивость не рассчитана.',
    limits: 'От исследования опубликована только аннотация, поэтому показатели и пороги здесь — собственные. Деньги номинальные; некоторые ряды кончаются раньше целевого года; связи неполны. На чём держится каждое число, сказано на страницах «Метод» и «Данные».',
    robustness: 'Насколько устойчиво каждое место?',
    method: 'Метод',
    data: 'Данные'
  }
};

export const storyWords: Record<Language, Words> = { en, ru };
