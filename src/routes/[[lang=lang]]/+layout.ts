import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ params }) => ({ language: params.lang ?? ('en' as const) });
