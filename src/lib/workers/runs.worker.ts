/** Entry of a web worker: runs of an index for whoever started it. */
import { expose } from 'comlink';
import { runHand } from './runHand';

expose(runHand());
