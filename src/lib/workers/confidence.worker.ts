/** Entry of a web worker: confidence of the classes of a pack. */
import { expose } from 'comlink';
import { confidenceHand } from './confidenceHand';

expose(confidenceHand());
