/* Before all browser tests: one server for the real site, one for the site on the fictitious pack. */
import { at, SITES } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/serve.mjs';

export default async function servers(): Promise<() => Promise<void>> {
  const atlas = await serve({ dir: at(SITES.vfd.out) });
  const lagoon = await serve({ dir: at(SITES.lagoon.out) });
  process.env['ATLAS_URL'] = atlas.url;
  process.env['LAGOON_URL'] = lagoon.url;
  return async () => {
    await Promise.all([atlas.close(), lagoon.close()]);
  };
}
