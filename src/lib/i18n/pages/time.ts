/** Words of the page on time: places and maps by year. */
import type { Language } from '../../pack';

const en = {
  title: 'Over time',
  lead: 'Places and scores of every region, year by year, on one scale for all years.',
  measure: 'What is compared',
  choose: 'Regions picked',
  pooled: (first: number, last: number) => `Goalposts are pooled over ${first}–${last}: a score means the same in each year. In the target year the method’s own goalposts, used on the first map, may give other scores and places.`,
  block: (name: string) => name,
  gaps: (years: string) => `Not scored for want of data: ${years}.`,
  places: 'Places over the years',
  placesNote: 'First place at the top. A place says nothing of distance: regions with nearly the same score change places easily.',
  follow: 'Point at a line to follow it; click it, or tick the region above, to keep it lit in every picture.',
  chart: (name: string) => `Places by ${name} over the years, one line for each region`,
  way: (name: string, steps: string) => `${name}: ${steps}`,
  step: (year: number, place: number) => `${year} – ${place}`,
  maps: 'One map a year',
  mapsNote: 'The same classes in each year.',
  map: (name: string, year: number) => `Map: ${name}, ${year}; the values are in the table`,
  missing: 'no data',
  table: 'Scores and places',
  tableNote: 'Score, place in brackets.',
  region: 'Region',
  cell: (score: string, place: number) => `${score} (${place})`,
  most: (n: number) => `At most ${n} regions can be told apart; take one out to add another.`,
  unknown: (values: string) => `Not known and left out: ${values}.`,
  tooMany: (codes: string) => `Too many; left out: ${codes}.`,
  onMap: 'These regions on the map',
  compare: 'Compare them'
};

type Words = typeof en;

const ru: Words = {
  title: 'По годам',
  lead: 'Места и оценки каждого региона год за годом, на одной шкале для всех лет.',
  measure: 'Что сравнивается',
  choose: 'Выбранные регионы',
  pooled: (first, last) => `Границы шкалы общие за ${first}–${last} годы: оценка значит одно и то же в каждом году. В целевом году собственные границы метода, по которым раскрашена первая карта, могут дать другие оценки и места.`,
  block: (name) => `${name} блок`,
  gaps: (years) => `Не оценены за отсутствием данных: ${years}.`,
  places: 'Места по годам',
  placesNote: 'Первое место вверху. Место не говорит о расстоянии: регионы с почти равными оценками легко меняются местами.',
  follow: 'Наведите указатель на линию, чтобы проследить её; щёлкните по ней или отметьте регион выше, и он будет выделен на всех рисунках.',
  chart: (name) => `Места по годам: ${name}, по линии на регион`,
  way: (name, steps) => `${name} — место по годам: ${steps}`,
  step: (year, place) => `${year} год — ${place}`,
  maps: 'По карте на год',
  mapsNote: 'Классы одни и те же во всех годах.',
  map: (name, year) => `Карта: ${name}, ${year} год; значения — в таблице`,
  missing: 'нет данных',
  table: 'Оценки и места',
  tableNote: 'Оценка, в скобках место.',
  region: 'Регион',
  cell: (score, place) => `${score} (${place}-е)`,
  most: (n) => `Различить можно не больше регионов, чем ${n}; чтобы добавить, уберите один.`,
  unknown: (values) => `Неизвестно и пропущено: ${values}.`,
  tooMany: (codes) => `Слишком много; пропущено: ${codes}.`,
  onMap: 'Эти регионы на карте',
  compare: 'Сравнить их'
};

export const timeWords: Record<Language, Words> = { en, ru };
