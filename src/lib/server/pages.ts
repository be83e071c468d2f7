/** What every page in the making may ask: its languages and the address of the site. */
import { LANGUAGES } from '../pack';

/** English has no prefix in its address. */
export const languageEntries = () => LANGUAGES.map((language) => (language === 'en' ? {} : { lang: language }));

/** SvelteKit's name for a site whose address it was not told. */
const UNKNOWN = 'http://sveltekit-prerender';

/** Origin of the site as ATLAS_ORIGIN names it when the site is built; empty where it does not, and addresses are then relative. */
export const siteOrigin = (url: URL): string => (url.origin === UNKNOWN ? '' : url.origin);
