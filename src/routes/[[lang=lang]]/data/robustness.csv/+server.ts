import { robustnessCsv } from '$lib/atlas';
import { robustnessWords } from '$lib/i18n/pages/robustness';
import { table, tableEntries } from '$lib/server/download';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = tableEntries;
export const GET: RequestHandler = ({ params }) => table((pack, language) => robustnessCsv(pack, language, robustnessWords[language].basis), params.lang);
