/* The explorer's own data, in a frame of its own. */
export { load } from '../+page';
export const entries = () => [{}, { lang: 'ru' }];
