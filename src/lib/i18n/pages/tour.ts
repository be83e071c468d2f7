/** What the tour of the explorer says, part by part. */
import type { Language } from '../../pack';

const en = {
  name: 'Tour of the atlas',
  step: (n: number, of: number) => `${n} of ${of}`,
  back: 'Back',
  next: 'Next',
  done: 'Done',
  close: 'Close the tour',
  steps: {
    map: { title: 'The map', text: 'Every region takes the colour of its class. Hatched means: no data. Pick a region for its figures; another one, added by “+” in the list, is compared with it.' },
    flows: { title: 'The map', text: 'An arrow runs from supplier to buyer. Pick one to read what flows and which source says so, or a region for all its links.' },
    groups: { title: 'The four groups', text: 'One point for each region: potential to the right, growth upwards, both cut in two. Pick a point or a group, and the map shows where it lies.' },
    links: { title: 'Which links', text: 'Choose clusters and how well a link must be known. Filters and the width of the arrows stand below; what is modelled is named so.' },
    margin: { title: 'What is coloured', text: 'The legend, the scale and one sentence that says the picture. Below it the index opens into blocks and indicators: choose one, and the map follows.' },
    modes: { title: 'Three questions', text: 'Potential: what a region has to build on. Matrix: potential against growth. Chains: who supplies whom, and how that is known.' },
    places: { title: 'Region by region', text: 'All regions in order. For a region picked, its blocks, its strengths, its links and the source of every figure stand here.' },
    tools: { title: 'To work with it', text: 'The same as a table; a link, picture, file or frame to share; and what would happen if weights or figures were others. Method, data and glossary stand in the contents.' }
  }
};

export type TourWords = typeof en;
export type TourStep = keyof TourWords['steps'];

const ru: TourWords = {
  name: 'Обзор атласа',
  step: (n: number, of: number) => `${n} из ${of}`,
  back: 'Назад',
  next: 'Дальше',
  done: 'Готово',
  close: 'Закрыть обзор',
  steps: {
    map: { title: 'Карта', text: 'Цвет региона — его класс. Штриховка означает: данных нет. Выберите регион, чтобы увидеть его показатели; другой, добавленный знаком «+» в списке, сравнивается с ним.' },
    flows: { title: 'Карта', text: 'Стрелка идёт от поставщика к покупателю. Выберите её, чтобы узнать, что поставляется и какой источник об этом говорит, или регион — все его связи.' },
    groups: { title: 'Четыре группы', text: 'Каждая точка — регион: вправо растёт потенциал, вверх — динамика, обе оси делятся надвое. Выберите точку или группу, и карта покажет, где они лежат.' },
    links: { title: 'Какие связи', text: 'Выберите кластеры и то, насколько надёжно известна связь. Ниже — фильтры и толщина стрелок; модельное так и названо.' },
    margin: { title: 'Что показывает цвет', text: 'Легенда, шкала и одно предложение о том, что видно. Ниже индекс раскрывается на блоки и показатели: выберите любой, и карта последует за выбором.' },
    modes: { title: 'Три вопроса', text: '«Потенциал»: на что регион может опереться. «Матрица»: потенциал и рост вместе. «Цепочки»: кто кого снабжает и откуда это известно.' },
    places: { title: 'Регион за регионом', text: 'Все регионы по порядку. Для выбранного региона здесь стоят его блоки, сильные стороны, связи и источник каждого числа.' },
    tools: { title: 'Для работы', text: 'То же самое таблицей; ссылка, рисунок, файл или рамка, чтобы поделиться; и что было бы при других весах или значениях. Метод, данные и словарь — в содержании.' }
  }
};

export const tourWords: Record<Language, TourWords> = { en, ru };
