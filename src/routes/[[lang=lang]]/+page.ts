import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import type { PageLoad } from './$types';

/** The pack's core and boundaries; chains and water follow when the first picture stands. */
export const load: PageLoad = async ({ fetch }) => {
  const read = async (path: string): Promise<unknown> => {
    const where = `${base}/packs/${path}`;
    const response = await fetch(where);
    if (!response.ok) error(response.status, { message: `${response.status} ${response.statusText}`, where });
    return response.json();
  };
  const { id, version } = (await read('current.json')) as { id: string; version: string };
  const [core, boundaries] = await Promise.all([read(`${id}/core.json`), read(`${id}/boundaries.json`)]);
  return { id, version, core, boundaries };
};
