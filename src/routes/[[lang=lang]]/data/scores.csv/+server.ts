import { scoresCsv } from '$lib/atlas';
import { confidenceWords } from '$lib/i18n/pages/confidence';
import { servedConfidence } from '$lib/server/confidence';
import { table, tableEntries } from '$lib/server/download';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = tableEntries;
export const GET: RequestHandler = ({ params }) => table((pack, language) => scoresCsv(pack, language, servedConfidence, confidenceWords[language].csv), params.lang);
