/** How far the test of the method's choices has come: `none` = the method does not say what varies. */
export type Testing = { readonly state: 'none' | 'failed' | 'done' } | { readonly state: 'running'; readonly share: number };
