/** Words on how firmly scores, tiers and groups stand when choices of the method vary. */
import type { Language } from '../../pack';
import { formatOrdinal, formatPlural } from '../format';

interface Words {
  readonly title: string;
  /** The switch on the map and in its legend. */
  readonly show: string;
  readonly legend: string;
  /** Levels of the legend, with their limits in variations of 100. */
  readonly firm: (from: number) => string;
  readonly likely: (from: number, to: number) => string;
  readonly open: (below: number) => string;
  /** "In 83 of 100 variations of the method". @param share 0–1 */
  readonly inVariations: (share: number) => string;
  /** Shorter, inside a sentence or beside a number: "83 of 100". */
  readonly outOf100: (share: number) => string;
  /** As a label of a bar: "83", "<1", ">99". */
  readonly label: (share: number) => string;
  readonly tierStays: (variations: string, name: string) => string;
  readonly groupStays: (variations: string, name: string) => string;
  readonly mostly: (outOf100: string, name: string) => string;
  readonly places: (low: number, high: number) => string;
  /** A range of whole places, as short as can be: "3–6". */
  readonly range: (low: string, high: string) => string;
  readonly placesMostly: (places: string) => string;
  readonly spread: string;
  readonly ranges: (index: string, dynamics: string) => string;
  readonly close: (names: string) => string;
  readonly what: (runs: number) => string;
  readonly decide: string;
  readonly caveat: string;
  readonly tierShares: string;
  readonly groupShares: string;
  /** @param variations as `inVariations` gives them */
  readonly holds: (variations: string) => string;
  readonly bar: string;
  readonly cross: string;
  readonly table: string;
  readonly running: (percent: string) => string;
  readonly failed: string;
  readonly none: string;
  /** Said on every row of scores.csv. */
  readonly csv: string;
}

/** Whole hundredths, without calling nearly all "all" or nearly none "none". */
function hundredths(share: number): number | 'all' | 'nearly all' | 'nearly none' | 'none' {
  if (share >= 1) return 'all';
  if (share <= 0) return 'none';
  return share > 0.995 ? 'nearly all' : share < 0.005 ? 'nearly none' : Math.min(99, Math.round(share * 100));
}

/** In the middle of a sentence. */
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "Рассчитан 1 вариант", "Рассчитаны 2 варианта", "Рассчитано 5 вариантов". */
function agreed(n: number): string {
  const rule = new Intl.PluralRules('ru').select(n);
  return rule === 'one' ? 'Рассчитан' : rule === 'few' ? 'Рассчитаны' : 'Рассчитано';
}

const label = (share: number): string => {
  const n = hundredths(share);
  return n === 'all' ? '100' : n === 'none' ? '0' : n === 'nearly all' ? '>99' : n === 'nearly none' ? '<1' : String(n);
};

export const confidenceWords: Record<Language, Words> = {
  en: {
    title: 'How firm is this?',
    show: 'Show how firm the classes are',
    legend: 'Class holds, in variations of the method',
    firm: (from) => `firm: ${from} of 100 or more`,
    likely: (from, to) => `likely: ${from} to ${to}`,
    open: (below) => `open: fewer than ${below}`,
    inVariations: (share) => {
      const n = hundredths(share);
      if (n === 'all') return 'In all variations of the method';
      if (n === 'none') return 'In none of the variations of the method';
      return `In ${n === 'nearly all' ? 'more than 99' : n === 'nearly none' ? 'fewer than 1' : n} of 100 variations of the method`;
    },
    outOf100: (share) => `${label(share)} of 100`,
    label,
    tierStays: (variations, name) => `${variations} the potential stays in the tier “${name}”.`,
    groupStays: (variations, name) => `${variations} the region stays in the group “${name}”.`,
    mostly: (outOf100, name) => `More often, in ${outOf100}, it is “${name}”.`,
    places: (low, high) => (low === high ? `${formatOrdinal('en', low)} place` : `places ${low} to ${high}`),
    range: (low, high) => (low === high ? low : `${low}–${high}`),
    placesMostly: (places) => `The index takes ${places} in 9 of 10 variations.`,
    spread: 'Under each figure: its range in 9 of 10 variations of the method.',
    ranges: (index, dynamics) => `In 9 of 10 variations the index lies within ${index}, the dynamics within ${dynamics} (each variation moved to the scale of the method as it stands).`,
    close: (names) => `Often changes places with ${names}: the order of these depends on the choices.`,
    what: (runs) => `${formatPlural('en', runs, { one: 'variation was', other: 'variations were' })} computed. Each changes several choices of the method at once:`,
    decide: 'Which choices decide this',
    caveat: 'This tests choices of the method. It is no margin of error of the data and no forecast.',
    tierShares: 'Tier in 100 variations',
    groupShares: 'Group in 100 variations',
    holds: (variations) => `class holds ${small(variations)}`,
    bar: 'Line: places in 9 of 10 variations of the method.',
    cross: 'Cross: range of both scores in 9 of 10 variations of the method. Cloud: single variations of the region picked or hovered.',
    table: 'Small figures: range in 9 of 10 variations of the method; in how many of 100 a class holds.',
    running: (percent) => `Testing the choices of the method: ${percent}`,
    failed: 'How firm the classes are could not be computed; everything else is complete.',
    none: 'This method does not say which of its choices may vary, so how firm its results are is not computed.',
    csv: '5th and 95th percentile, and share in which the class holds, over variations of the method (weights, normalisation, means and the like), scores moved to the scale of the method as it stands; tests choices of the method, not errors of the data; no forecast'
  },
  ru: {
    title: 'Насколько это устойчиво?',
    show: 'Показать устойчивость классов',
    legend: 'Класс сохраняется, в вариантах метода',
    firm: (from) => `устойчиво: ${from} из 100 и больше`,
    likely: (from, to) => `скорее всего: от ${from} до ${to}`,
    open: (below) => `спорно: меньше ${below}`,
    inVariations: (share) => {
      const n = hundredths(share);
      if (n === 'all') return 'Во всех вариантах метода';
      if (n === 'none') return 'Ни в одном из вариантов метода';
      return n === 'nearly all' ? 'Более чем в 99 из 100 вариантов метода' : n === 'nearly none' ? 'Менее чем в 1 из 100 вариантов метода' : `В ${n} из 100 вариантов метода`;
    },
    outOf100: (share) => `${label(share)} из 100`,
    label,
    tierStays: (variations, name) => `${variations} потенциал остаётся на уровне «${name}».`,
    groupStays: (variations, name) => `${variations} регион остаётся в группе «${name}».`,
    mostly: (outOf100, name) => `Чаще получается «${name}»: ${outOf100}.`,
    places: (low, high) => (low === high ? `${formatOrdinal('ru', low)} место` : `места с ${low}-го по ${high}-е`),
    range: (low, high) => (low === high ? low : `${low}–${high}`),
    placesMostly: (places) => `По индексу в 9 из 10 вариантов — ${places}.`,
    spread: 'Под каждым числом — его размах в 9 из 10 вариантов метода.',
    ranges: (index, dynamics) => `В 9 из 10 вариантов индекс — ${index}, динамика — ${dynamics} (каждый вариант приведён к шкале действующего метода).`,
    close: (names) => `Рядом по местам: ${names}${names.endsWith('.') ? '' : '.'} Порядок здесь зависит от выбора метода.`,
    what: (runs) => `${agreed(runs)} ${formatPlural('ru', runs, { one: 'вариант', few: 'варианта', many: 'вариантов', other: 'варианта' })}. В каждом сразу изменены несколько решений метода:`,
    decide: 'Какой выбор это решает',
    caveat: 'Так проверяется выбор метода. Это не погрешность данных и не прогноз.',
    tierShares: 'Уровень в 100 вариантах',
    groupShares: 'Группа в 100 вариантах',
    holds: (variations) => `класс сохраняется ${small(variations)}`,
    bar: 'Линия — места в 9 из 10 вариантов метода.',
    cross: 'Крест — размах обеих оценок в 9 из 10 вариантов метода. Облако — отдельные варианты выбранного региона.',
    table: 'Мелким шрифтом — размах в 9 из 10 вариантов метода; для класса — в скольких из 100 он сохраняется.',
    running: (percent) => `Проверяем выбор метода: ${percent}`,
    failed: 'Рассчитать устойчивость классов не удалось; всё остальное показано полностью.',
    none: 'Этот метод не говорит, что в нём можно изменить, поэтому устойчивость не рассчитана.',
    csv: '5-й и 95-й процентили и доля вариантов метода (веса, нормирование, вид среднего и другое), в которых класс сохраняется; оценки приведены к шкале действующего метода; проверяется выбор метода, а не погрешность данных; не прогноз'
  }
};
