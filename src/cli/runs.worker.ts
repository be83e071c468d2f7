/** Entry of a worker thread: runs of an index for the command that started it. */
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import { nodeEndpoint } from './nodeEndpoint';
import { runHand } from '../lib/workers';

if (parentPort) expose(runHand(), nodeEndpoint(parentPort));
