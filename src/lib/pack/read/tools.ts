/** The light doorway for readers of other files: faults collected while reading, and JSON that says where it breaks. */
export { isRecord, parseJson } from './json';
export { Reporter, type Where } from './reporter';
