// In: nothing. Out: word to and from the other tabs that the versions are not what they were.

const channel = () =>
  'BroadcastChannel' in globalThis ? new BroadcastChannel('chart-playground.history') : undefined;

export function tellOfChange(): void {
  const others = channel();
  others?.postMessage('changed');
  others?.close();
}

/** @returns what ends it */
export function onChange(heard: () => void): () => void {
  const others = channel();
  others?.addEventListener('message', heard);
  return () => others?.close();
}
