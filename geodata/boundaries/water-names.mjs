/**
 * GSHHG knows no names. A river is found by points typed here, one near each of its stretches; a
 * label is laid along the water between two typed ends.
 *
 * @typedef {[number, number]} Position  lon, lat in degrees
 */

/** @type {{name_en: string, name_ru: string, near: Position[]}[]} */
export const RIVERS = [
  { name_en: 'Volga', name_ru: 'Волга', near: [[49.38, 53.18], [47.36, 52.02], [39.79, 57.72], [40.84, 57.97], [45.98, 48.30]] },
  { name_en: 'Kama', name_ru: 'Кама', near: [[53.21, 60.00], [55.73, 58.07], [53.09, 55.86]] },
  { name_en: 'Belaya', name_ru: 'Белая', near: [[56.34, 54.51], [58.48, 54.08]] },
  { name_en: 'Vyatka', name_ru: 'Вятка', near: [[48.69, 58.38]] },
  { name_en: 'Oka', name_ru: 'Ока', near: [[42.40, 55.80], [41.37, 54.94], [39.67, 54.73]] },
  { name_en: 'Ural', name_ru: 'Урал', near: [[54.39, 51.66], [59.01, 53.40]] },
  { name_en: 'Sura', name_ru: 'Сура', near: [[46.46, 54.24]] },
  { name_en: 'Chusovaya', name_ru: 'Чусовая', near: [[59.07, 57.51]] },
  { name_en: 'Vishera', name_ru: 'Вишера', near: [[58.02, 60.52]] },
  { name_en: 'Khopyor', name_ru: 'Хопёр', near: [[43.28, 52.01], [41.92, 50.40]] },
  { name_en: 'Don', name_ru: 'Дон', near: [[39.76, 50.97]] },
  { name_en: 'Vychegda', name_ru: 'Вычегда', near: [[51.68, 61.81]] },
  { name_en: 'Yug', name_ru: 'Юг', near: [[48.88, 60.58]] },
  { name_en: 'Pechora', name_ru: 'Печора', near: [[56.83, 61.89]] },
  { name_en: 'Tura', name_ru: 'Тура', near: [[61.57, 58.77]] },
  { name_en: 'Tobol', name_ru: 'Тобол', near: [[62.60, 52.60]] }
];

/**
 * @typedef {object} WaterLabel
 * @property {string} label_id
 * @property {'river' | 'reservoir'} kind
 * @property {string} name_en
 * @property {string} name_ru
 * @property {Position[]} along  the ends of the label and, on a water body, bends between them
 */

/** @type {WaterLabel[]} */
export const LABELS = [
  { label_id: 'volga-upper', kind: 'river', name_en: 'Volga', name_ru: 'Волга', along: [[44.1, 56.25], [44.8, 56.05], [45.4, 56.1]] },
  { label_id: 'volga-middle', kind: 'river', name_en: 'Volga', name_ru: 'Волга', along: [[47.75, 56.05], [48.2, 55.85], [48.9, 55.75]] },
  { label_id: 'volga-lower', kind: 'river', name_en: 'Volga', name_ru: 'Волга', along: [[48.78, 53.17], [49.75, 53.2]] },
  { label_id: 'kama-upper', kind: 'river', name_en: 'Kama', name_ru: 'Кама', along: [[53.3, 60.1], [55.2, 60.22]] },
  { label_id: 'kama-lower', kind: 'river', name_en: 'Kama', name_ru: 'Кама', along: [[52.05, 55.72], [53.5, 55.92]] },
  { label_id: 'belaya', kind: 'river', name_en: 'Belaya', name_ru: 'Белая', along: [[53.7, 55.86], [54.85, 55.55]] },
  { label_id: 'vyatka', kind: 'river', name_en: 'Vyatka', name_ru: 'Вятка', along: [[49.9, 57.3], [50.9, 56.5]] },
  { label_id: 'oka', kind: 'river', name_en: 'Oka', name_ru: 'Ока', along: [[42.2, 55.6], [43.7, 56.2]] },
  { label_id: 'ural', kind: 'river', name_en: 'Ural', name_ru: 'Урал', along: [[53.9, 51.7], [55.7, 51.7]] },
  { label_id: 'sura', kind: 'river', name_en: 'Sura', name_ru: 'Сура', along: [[45.4, 53.6], [46.7, 54.5]] },
  { label_id: 'chusovaya', kind: 'river', name_en: 'Chusovaya', name_ru: 'Чусовая', along: [[57.9, 58.27], [59.15, 57.38]] },
  { label_id: 'vishera', kind: 'river', name_en: 'Vishera', name_ru: 'Вишера', along: [[56.7, 60.4], [58.3, 60.55]] },
  { label_id: 'gorky-reservoir', kind: 'reservoir', name_en: 'Gorky Reservoir', name_ru: 'Горьковское вдхр.', along: [[43.1, 57.4], [43.15, 57.1], [43.3, 56.75]] },
  { label_id: 'cheboksary-reservoir', kind: 'reservoir', name_en: 'Cheboksary Reservoir', name_ru: 'Чебоксарское вдхр.', along: [[45.7, 56.15], [46.6, 56.35], [47.5, 56.15]] },
  { label_id: 'kuybyshev-reservoir', kind: 'reservoir', name_en: 'Kuybyshev Reservoir', name_ru: 'Куйбышевское вдхр.', along: [[48.5, 54.2], [48.6, 54.65], [49.05, 55.15]] },
  { label_id: 'saratov-reservoir', kind: 'reservoir', name_en: 'Saratov Reservoir', name_ru: 'Саратовское вдхр.', along: [[47.9, 52.15], [48.2, 52.4], [48.5, 52.8]] },
  { label_id: 'volgograd-reservoir', kind: 'reservoir', name_en: 'Volgograd Reservoir', name_ru: 'Волгоградское вдхр.', along: [[45.2, 49.95], [45.6, 50.3], [45.95, 51.0]] },
  { label_id: 'kama-reservoir', kind: 'reservoir', name_en: 'Kama Reservoir', name_ru: 'Камское вдхр.', along: [[56.35, 58.4], [56.2, 58.7], [56.3, 59.2], [56.5, 59.45]] },
  { label_id: 'votkinsk-reservoir', kind: 'reservoir', name_en: 'Votkinsk Reservoir', name_ru: 'Воткинское вдхр.', along: [[54.2, 56.9], [54.7, 57.1], [55.3, 57.4]] }
];
