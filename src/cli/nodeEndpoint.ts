import type { MessagePort, Worker } from 'node:worker_threads';
import type { Endpoint } from 'comlink';

/** A worker thread, or the port to its parent, as Comlink wants it: Node emits data where browsers dispatch events. */
export function nodeEndpoint(port: MessagePort | Worker): Endpoint {
  const heard = new Map<unknown, (data: unknown) => void>();
  return {
    postMessage: (message: unknown, transfer?: Transferable[]) => port.postMessage(message, transfer as readonly ArrayBuffer[] | undefined),
    addEventListener: (_type, listener) => {
      const hear = (data: unknown) => {
        const event = { data } as MessageEvent;
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      };
      heard.set(listener, hear);
      port.on('message', hear);
    },
    removeEventListener: (_type, listener) => {
      const hear = heard.get(listener);
      if (hear) port.off('message', hear);
      heard.delete(listener);
    }
  };
}
