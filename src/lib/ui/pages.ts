/** The reading pages in the order of the contents; the one list behind every menu. A new page is a line here and a message `nav.<id>`. */
import type { Messages } from '../i18n';

type PageId = Exclude<keyof Messages['nav'], 'label' | 'tour'>;

export const PAGES: readonly { readonly id: PageId; readonly path: string }[] = [
  { id: 'story', path: '/story' },
  { id: 'clusters', path: '/clusters' },
  { id: 'compare', path: '/compare' },
  { id: 'time', path: '/time' },
  { id: 'relations', path: '/relations' },
  { id: 'whatIf', path: '/what-if' },
  { id: 'partners', path: '/partners' },
  { id: 'scenario', path: '/scenario' },
  { id: 'findings', path: '/findings' },
  { id: 'polarisation', path: '/polarisation' },
  { id: 'robustness', path: '/robustness' },
  { id: 'method', path: '/method' },
  { id: 'data', path: '/data' },
  { id: 'glossary', path: '/glossary' }
];
