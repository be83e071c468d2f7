/** The atlas from a terminal: the same engine as in the browser. */
import { cli } from './cli';

process.exitCode = await cli(process.argv.slice(2));
