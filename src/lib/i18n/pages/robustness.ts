/** Words of the page on robustness. */
import type { Language } from '../../pack';

interface Words {
  readonly title: string;
}

export const robustnessWords: Record<Language, Words> = {
  en: { title: 'How firm is the picture?' },
  ru: { title: 'Насколько устойчива картина?' }
};
