/** Which kept file answers a request: all of one version of the atlas, or none. */

export interface Kept {
  /** Paths of the kept files, pages as their address has them (`/method`, `/`). */
  readonly paths: ReadonlySet<string>;
  /** Version of the kept pack, as `?v=` names it. */
  readonly pack: string | null;
}

/**
 * Pages and their data take their query from the reader, so it does not count; a part of a pack that is asked for in
 * another version than the kept one (`?v=`) is not ours to answer.
 * @param base path the site lives under, without a slash at its end
 * @returns path of the kept file; null = the network must answer
 */
export function answer({ pathname, searchParams }: URL, { paths, pack }: Kept, base: string): string | null {
  const path = clean(pathname, base);
  if (!paths.has(path)) return null;
  const asked = searchParams.get('v');
  if (path.startsWith(`${base}/packs/`) && asked !== null && asked !== pack) return null;
  return path;
}

/** `/method/` and `/method.html` mean `/method`, `/index.html` means the first page. */
function clean(pathname: string, base: string): string {
  const path = pathname.replace(/(\/index)?\.html$/, '').replace(/\/+$/, '');
  return path === base ? `${base}/` : path;
}

/** Pages are kept, and what they need to be opened from within another page; tables to take away are not. */
export const isPage = (path: string): boolean => !/\.[a-z]+$/i.test(path);

/** Where SvelteKit puts the data of a page that has some. */
export const dataOf = (path: string): string => `${path.replace(/\/$/, '')}/__data.json`;
