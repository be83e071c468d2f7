/** The heavy doorway for Node, the command line and the build: reads, checks and reports a whole pack. */
export { readPack, type ReadResult } from './readPack';
export { findingsSchema, methodSchema } from './method';
