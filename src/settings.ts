// In: what the browser kept. Out: this person's choices, and a way to change them. Never a key, never a chart.
import { useCallback, useSyncExternalStore } from 'react';
import { z } from 'zod';

const NAME = 'chart-playground.settings';

const shape = z.object({
  v: z.literal(1),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  autoRetry: z.boolean().catch(true),
  simpleEditor: z.boolean().catch(false),
  face: z.enum(['design', 'json']).catch('json'),
});
export type Settings = z.infer<typeof shape>;
export type Face = Settings['face'];

const usual: Settings = {
  v: 1,
  theme: 'system',
  autoRetry: true,
  simpleEditor: false,
  // Nobody likes to type braces with a thumb.
  face: matchMedia('(max-width: 700px)').matches ? 'design' : 'json',
};
const listeners = new Set<() => void>();
let current: Settings = read();

function read(): Settings {
  try {
    const parsed = shape.safeParse(JSON.parse(localStorage.getItem(NAME) ?? 'null'));
    return parsed.success ? parsed.data : usual;
  } catch {
    return usual;
  }
}

function write(next: Settings): void {
  current = next;
  try {
    localStorage.setItem(NAME, JSON.stringify(next));
  } catch {
    // A full or forbidden storage costs the memory of a choice, not the choice.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function useSettings(): [Settings, (change: Partial<Omit<Settings, 'v'>>) => void] {
  const settings = useSyncExternalStore(subscribe, () => current);
  const change = useCallback((part: Partial<Omit<Settings, 'v'>>) => write({ ...current, ...part }), []);
  return [settings, change];
}

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const onSystem = (listener: () => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};

/** The theme in force, with the system's choice resolved; also written on `<html data-theme>`. */
export function useTheme(choice: Settings['theme']): 'light' | 'dark' {
  const systemDark = useSyncExternalStore(onSystem, () => darkQuery.matches);
  const theme = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = theme;
  return theme;
}
