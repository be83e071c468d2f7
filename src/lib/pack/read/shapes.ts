/** Shapes that several parts of the JSON files share. */
import * as v from 'valibot';

export const text = v.strictObject({ en: v.pipe(v.string(), v.minLength(1)), ru: v.pipe(v.string(), v.minLength(1)) });
export const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]*$/, 'a lower-case id'));
