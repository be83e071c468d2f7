/** `size.own_js_kb` and `size.pack_kb`, as in `npm run size`. */
import { BUDGET_KB, measure as sizes, numbers } from '../size.mjs';

export const targets = { 'size.own_js_kb': { most: BUDGET_KB }, 'size.pack_kb': {} };
export const needsSite = true;

export const measure = () => numbers(sizes());
