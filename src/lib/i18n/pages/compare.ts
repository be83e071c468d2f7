/** Words of comparing regions with one another and with the district. */
import type { Language } from '../../pack';

const en = {
  title: 'Compare regions',
  lead: 'Up to five regions side by side, each beside the mean of the district’s regions.',
  choose: 'Regions to compare',
  district: (short: string) => `${short}, mean`,
  verdict: { higher: 'higher', similar: 'similar', lower: 'lower' },
  threshold: 'Higher ▲ or lower ▼ than the district’s mean by more than one median absolute deviation of the regions (MAD); unmarked: similar.',
  thresholdLong: 'Similar: no further from the mean of the regions than one median absolute deviation, the median of the distances from the median (column MAD). Higher and lower say nothing of good or bad: where less is better, the row says so. Differences are of the published figures; they are no test of significance.',
  mad: 'MAD',
  position: 'Position',
  strengths: 'Strengths',
  weaknesses: 'Weaknesses',
  standing: (name: string, place: number) => `${name} (${place})`,
  standingNote: 'Strengths and weaknesses: the three best and the three worst places among the regions, place in brackets, direction corrected.',
  most: (n: number) => `At most ${n} regions can be told apart; take one out to add another.`,
  least: 'Choose at least one region.',
  unknown: (codes: string) => `Not known and left out: ${codes}.`,
  tooMany: (codes: string) => `Too many; left out: ${codes}.`,
  print: 'Print',
  map: 'These regions on the map',
  page: 'Printable comparison'
};

type Words = typeof en;

const ru: Words = {
  title: 'Сравнение регионов',
  lead: 'До пяти регионов рядом, каждый — рядом со средним по регионам округа.',
  choose: 'Какие регионы сравнить',
  district: (short) => `${short}, среднее`,
  verdict: { higher: 'выше', similar: 'близко', lower: 'ниже' },
  threshold: 'Выше ▲ или ниже ▼ среднего по округу более чем на медианное абсолютное отклонение регионов (MAD); без знака — близко.',
  thresholdLong: 'Близко — не дальше от среднего по регионам, чем на одно медианное абсолютное отклонение: медиану расстояний от медианы (столбец MAD). «Выше» и «ниже» не значат «хорошо» и «плохо»: где лучше меньшее значение, это сказано в строке. Сравниваются опубликованные числа; это не проверка значимости.',
  mad: 'MAD (отклонение)',
  position: 'Положение',
  strengths: 'Сильные стороны',
  weaknesses: 'Слабые стороны',
  standing: (name, place) => `${name} (${place})`,
  standingNote: 'Сильные и слабые стороны — по три лучших и худших места среди регионов, место в скобках, с учётом направления.',
  most: (n) => `Больше регионов рядом не различить, предел — ${n}; уберите один, чтобы добавить другой.`,
  least: 'Выберите хотя бы один регион.',
  unknown: (codes) => `Неизвестны и пропущены: ${codes}.`,
  tooMany: (codes) => `Слишком много; пропущены: ${codes}.`,
  print: 'Напечатать',
  map: 'Эти регионы на карте',
  page: 'Сравнение для печати'
};

export const compareWords: Record<Language, Words> = { en, ru };
