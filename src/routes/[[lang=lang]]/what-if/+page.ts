/* The explorer's own data: scenarios are computed where they are asked for. */
export { load } from '../+page';
export const entries = () => [{}, { lang: 'ru' }];
