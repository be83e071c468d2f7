/** What the scheme needs to speak: the texts of the pack in one language, and the words of the page. */
import type { ClusterWords } from '../../i18n/pages/clusters';
import type { Pack, Site, Text } from '../../pack';

export interface Speech {
  readonly words: ClusterWords;
  readonly text: (text: Text | null) => string;
}

export function regionName(pack: Pack, code: string, { text }: Speech): string {
  return text(pack.areas.find((a) => a.code === code)?.short ?? null);
}

/** City and region of a site, or city and country of a partner outside. */
export function siteWhere(pack: Pack, site: Site, say: Speech): string {
  const city = say.text(site.city);
  const area = site.region === null ? say.text(site.outsideArea) : regionName(pack, site.region, say);
  return [city, area].filter((part, i, all) => part !== '' && all.indexOf(part) === i).join(', ');
}
