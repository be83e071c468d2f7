/** Words of the page that sets two scenarios side by side. */
import type { Language } from '../../pack';
import { formatPlural } from '../format';

const en = {
  title: 'Two scenarios side by side',
  lead: 'Two ways to weigh the same regions: the tiers of each, and between them what the second changes.',
  first: 'First',
  second: 'Second',
  published: 'The published method',
  address: 'From the address',
  onMap: 'Change it on the map',
  none: 'Nothing is changed: this is the published method.',
  unknown: (parts: string) => `Not usable here and left out: ${parts}.`,
  compare: 'Difference in',
  of: { index: 'index', rank: 'place' },
  otherScale: 'The two scenarios normalise differently, so points of one index mean nothing in the other: places are compared.',
  outcome: (tiers: number, groups: number, places: number, rho: string) => `${formatPlural('en', tiers, { one: 'region changes', other: 'regions change' })} tier, ${groups} group, ${places} place; rank correlation ${rho}.`,
  same: 'The two scenarios give the same tiers, groups and places.',
  tiers: (which: string) => `Tiers: ${which}`,
  difference: { index: 'Difference of the index, second less first', rank: 'Places gained in the second' },
  outlined: 'outlined: another tier',
  steps: { index: ['lower by 0.05 or more', 'lower', 'within 0.005', 'higher', 'higher by 0.05 or more'], rank: ['3 places or more lost', '1–2 places lost', 'same place', '1–2 places gained', '3 places or more gained'] },
  missing: 'no index',
  table: 'Region by region',
  region: 'Region',
  index: 'Index',
  place: 'Place',
  tier: 'Tier',
  group: 'Group',
  change: 'Difference',
  years: (target: number) => `Scores of ${target}, computed in this browser from the published figures; changed figures and weights are assumptions of whoever wrote the scenario, not data.`
};

type Words = typeof en;

const ru: Words = {
  title: 'Два сценария рядом',
  lead: 'Два способа взвесить одни и те же регионы: уровни по каждому, а между ними — что меняет второй.',
  first: 'Первый',
  second: 'Второй',
  published: 'Опубликованная методика',
  address: 'Из адреса',
  onMap: 'Изменить на карте',
  none: 'Ничего не изменено: это опубликованная методика.',
  unknown: (parts) => `Здесь неприменимо и пропущено: ${parts}.`,
  compare: 'Разница',
  of: { index: 'индекса', rank: 'мест' },
  otherScale: 'Сценарии нормируют по-разному, и пункты одного индекса ничего не значат в другом: сравниваются места.',
  outcome: (tiers, groups, places, rho) => `Уровень меняют ${formatPlural('ru', tiers, { one: 'регион', few: 'региона', many: 'регионов', other: 'региона' })}, группу — ${groups}, место — ${places}; ранговая корреляция ${rho}.`,
  same: 'Оба сценария дают одни и те же уровни, группы и места.',
  tiers: (which) => `Уровни: ${which}`,
  difference: { index: 'Разница индекса: второй минус первый', rank: 'Мест выиграно во втором' },
  outlined: 'обведено: другой уровень',
  steps: { index: ['ниже на 0,05 и более', 'ниже', 'в пределах 0,005', 'выше', 'выше на 0,05 и более'], rank: ['потеряно 3 места и более', 'потеряно 1–2 места', 'то же место', 'выиграно 1–2 места', 'выиграно 3 места и более'] },
  missing: 'нет индекса',
  table: 'По регионам',
  region: 'Регион',
  index: 'Индекс',
  place: 'Место',
  tier: 'Уровень',
  group: 'Группа',
  change: 'Разница',
  years: (target) => `Оценки ${target} года, вычисленные в этом браузере по опубликованным данным; изменённые показатели и веса — предположения автора сценария, а не данные.`
};

export const whatIfWords: Readonly<Record<Language, Words>> = { en, ru };
