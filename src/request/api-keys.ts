// In: what this tab remembers. Out: the key to send: none, one of the server's public test keys, or one's own.

export type KeyChoice = { kind: 'none' } | { kind: 'test'; key: string } | { kind: 'own'; key: string };

/** A fixed, public key, like a payment API's test card: it leads through the real pipeline into one documented state. */
export type TestKey = { key: string; does: string };

/** Not a key of anybody: to see what an unknown one gets. */
export const unknownKey: TestKey = { key: 'pk_test_unknown', does: 'A key nobody has: 401' };

const NAME = 'chart-playground.key';

export const keyOf = (choice: KeyChoice): string | null =>
  choice.kind === 'none' || choice.key === '' ? null : choice.key;

/** Kept for this tab only, and forgotten with it. */
export function keptChoice(): KeyChoice {
  try {
    const kept = sessionStorage.getItem(NAME) ?? '';
    if (kept.startsWith('test:')) return { kind: 'test', key: kept.slice(5) };
    if (kept.startsWith('own:')) return { kind: 'own', key: kept.slice(4) };
  } catch {
    // No storage: no key.
  }
  return { kind: 'none' };
}

export function keepChoice(choice: KeyChoice): void {
  try {
    sessionStorage.setItem(NAME, choice.kind === 'none' ? '' : `${choice.kind}:${choice.key}`);
  } catch {
    // The choice holds until the reload.
  }
}
