import { servedPack } from '$lib/server/pack';

export const load = () => ({ meta: servedPack().meta });
