/**
 * Which units the map draws, and what its neighbours are called.
 *
 * Keys are the ISO 3166-2 codes Natural Earth carries (Kazakhstan's are the alphabetic ones in force
 * until ISO went over to numbers). The source's own names are out of date or transliterated in
 * several ways, so the names of the neighbours are typed here; those of the 14 regions belong to the
 * data pack and are joined by code.
 */

/** The 14 regions of the Volga Federal District, in the official order of its constituent entities. */
export const REGIONS = [
  'RU-BA', 'RU-ME', 'RU-MO', 'RU-TA', 'RU-UD', 'RU-CU', 'RU-PER',
  'RU-KIR', 'RU-NIZ', 'RU-ORE', 'RU-PNZ', 'RU-SAM', 'RU-SAR', 'RU-ULY'
];

/**
 * @typedef {object} Neighbour
 * @property {string} iso
 * @property {string} name_en
 * @property {string} name_ru
 * @property {'RU' | 'KZ'} country  ISO 3166-1 alpha-2
 * @property {number} label_lon     degrees; the middle of the label, inside the part of the unit
 * @property {number} label_lat     that a reader sees around the district
 */

/** @type {Neighbour[]} Every unit that shares a border with the district. */
export const NEIGHBOURS = [
  { iso: 'RU-ARK', name_en: 'Arkhangelsk Oblast', name_ru: 'Архангельская область', country: 'RU', label_lon: 42.4, label_lat: 61.6 },
  { iso: 'RU-KO', name_en: 'Komi Republic', name_ru: 'Республика Коми', country: 'RU', label_lon: 53.6, label_lat: 62.3 },
  { iso: 'RU-VLG', name_en: 'Vologda Oblast', name_ru: 'Вологодская область', country: 'RU', label_lon: 43.6, label_lat: 59.72 },
  { iso: 'RU-KOS', name_en: 'Kostroma Oblast', name_ru: 'Костромская область', country: 'RU', label_lon: 44.4, label_lat: 58.5 },
  { iso: 'RU-IVA', name_en: 'Ivanovo Oblast', name_ru: 'Ивановская область', country: 'RU', label_lon: 41.4, label_lat: 57.0 },
  { iso: 'RU-VLA', name_en: 'Vladimir Oblast', name_ru: 'Владимирская область', country: 'RU', label_lon: 40.8, label_lat: 56.05 },
  { iso: 'RU-RYA', name_en: 'Ryazan Oblast', name_ru: 'Рязанская область', country: 'RU', label_lon: 40.9, label_lat: 54.05 },
  { iso: 'RU-TAM', name_en: 'Tambov Oblast', name_ru: 'Тамбовская область', country: 'RU', label_lon: 41.4, label_lat: 52.35 },
  { iso: 'RU-VOR', name_en: 'Voronezh Oblast', name_ru: 'Воронежская область', country: 'RU', label_lon: 41.0, label_lat: 51.0 },
  { iso: 'RU-VGG', name_en: 'Volgograd Oblast', name_ru: 'Волгоградская область', country: 'RU', label_lon: 43.8, label_lat: 49.6 },
  { iso: 'RU-SVE', name_en: 'Sverdlovsk Oblast', name_ru: 'Свердловская область', country: 'RU', label_lon: 61.4, label_lat: 58.5 },
  { iso: 'RU-CHE', name_en: 'Chelyabinsk Oblast', name_ru: 'Челябинская область', country: 'RU', label_lon: 61.4, label_lat: 54.9 },
  { iso: 'KZ-ZAP', name_en: 'West Kazakhstan Region', name_ru: 'Западно-Казахстанская область', country: 'KZ', label_lon: 49.7, label_lat: 49.4 },
  { iso: 'KZ-AKT', name_en: 'Aktobe Region', name_ru: 'Актюбинская область', country: 'KZ', label_lon: 57.6, label_lat: 49.7 },
  { iso: 'KZ-KUS', name_en: 'Kostanay Region', name_ru: 'Костанайская область', country: 'KZ', label_lon: 62.1, label_lat: 53.1 }
];
