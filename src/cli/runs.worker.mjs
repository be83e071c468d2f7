/** Entry of a worker thread. Threads do not inherit the loader of TypeScript, so it is asked for here. */
import { tsImport } from 'tsx/esm/api';

await tsImport('./runs.worker.ts', import.meta.url);
