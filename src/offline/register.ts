// In: a word to give when a new version waits. Out: the page works without a network from its second visit on; a new version waits
// until somebody asks for it, because a reload may cost what has just been typed.

/** Calls back with what brings the new version. Does nothing where there are no service workers (http, private windows). */
export async function keepOffline(onNewVersion: (reload: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/sw.js');
  const offer = (waiting: ServiceWorker) =>
    onNewVersion(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take-over');
    });
  // Without a controller this is the first visit: nothing is replaced.
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && navigator.serviceWorker.controller) offer(coming);
    });
  });
}
