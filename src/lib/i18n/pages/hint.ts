/** The line a first visitor reads in the explorer; what the tour says stands in `tour.ts`, which comes later. */
import type { Language } from '../../pack';

const en = {
  label: 'What you see',
  potential: (measure: string, year: number) => `Colour shows “${measure}” in ${year}. Pick a region to see what stands behind it; choose below what is coloured.`,
  matrix: (year: number) => `Colour shows the group of each region in ${year}: high or low potential, fast or slow growth. Pick a region to see why.`,
  chains: 'Arrows show who supplies whom. Pick an arrow to see what flows and how that is known, or a region to see all its links.',
  more: (modes: string) => `Other questions: ${modes}.`,
  tour: 'Short tour',
  close: 'Got it'
};

export type HintWords = typeof en;

const ru: HintWords = {
  label: 'Что на карте',
  potential: (measure: string, year: number) => `Цвет показывает: «${measure}», ${year} г. Выберите регион, чтобы увидеть, что за этим стоит; ниже выберите, что показывать цветом.`,
  matrix: (year: number) => `Цвет показывает группу каждого региона в ${year} г.: потенциал высокий или низкий, рост быстрый или медленный. Выберите регион, чтобы увидеть почему.`,
  chains: 'Стрелки показывают, кто кого снабжает. Выберите стрелку, чтобы увидеть, что поставляется и откуда это известно, или регион, чтобы увидеть все его связи.',
  more: (modes: string) => `Другие вопросы: ${modes}.`,
  tour: 'Краткий обзор',
  close: 'Понятно'
};

export const hintWords: Record<Language, HintWords> = { en, ru };
