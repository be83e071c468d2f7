import { polarisationCsv } from '$lib/atlas';
import { table, tableEntries } from '$lib/server/download';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = tableEntries;
export const GET: RequestHandler = ({ params }) => table(polarisationCsv, params.lang);
