import type { ParamMatcher } from '@sveltejs/kit';

/** English has no prefix; every other language has its own address, so both are pages of their own. */
export const match = ((param): param is 'ru' => param === 'ru') satisfies ParamMatcher;
