/** The atlas without a network: the service worker (src/service-worker) is asked for once nothing else is being fetched. */

/** After MapLibre and the late parts of the pack, on a usual connection (ms). */
const LATER = 3000;

/** @param address of the worker's script */
export function keepOffline(address: string): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  // Some 8 MB compressed: not for who saves data or waits for it anyway.
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  if (connection?.saveData || (connection?.effectiveType ?? '4g') !== '4g') return;
  const register = () => setTimeout(() => void navigator.serviceWorker.register(address).catch(() => undefined), LATER);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
