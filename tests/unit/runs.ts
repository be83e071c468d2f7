/* How many cases a property is tried with: few in `npm test`, many in `npm run test:deep`. */

const asked = Number(process.env['PROPERTY_RUNS'] ?? 100);
if (!(Number.isInteger(asked) && asked > 0)) throw new Error(`PROPERTY_RUNS=${process.env['PROPERTY_RUNS'] ?? ''}: a whole number of cases per property, from 1`);

/** Cases per property. */
export const RUNS = asked;

/** The same for a property whose cases are slow: `usual` of 100. */
export const runs = (usual: number): number => Math.max(1, Math.round((usual * RUNS) / 100));
