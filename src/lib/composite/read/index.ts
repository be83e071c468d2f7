/** The heavy doorway for Node and the command line: COINr's two tables and a method file, read and checked whole. */
export { readIndex, type Index, type IndexFiles, type IndexReading, type TextFile } from './readIndex';
