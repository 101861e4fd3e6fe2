// In: nothing. Out: the keys to choose from: none, the public test keys with the state each leads into, or one's own.

export type KeyChoice = { kind: 'none' } | { kind: 'test'; key: string } | { kind: 'own'; key: string };

/** Fixed, public keys, like a payment API's test cards: each leads through the real pipeline into one documented state. */
export const testKeys: readonly { key: string; does: string }[] = [
  { key: 'pk_test_starter', does: 'Starter plan: PDF is refused' },
  { key: 'pk_test_pro', does: 'Pro plan: everything works' },
  { key: 'pk_test_rate_limited', does: 'One render per 10 s, then 429' },
  { key: 'pk_test_quota_exceeded', does: 'Monthly quota used up: 402' },
  { key: 'pk_test_trial_expired', does: 'Trial has ended: 402' },
  { key: 'pk_test_invalid', does: 'Unknown key: 401' },
  { key: 'pk_test_server_error', does: 'Renderer fails: 500' },
  { key: 'pk_test_overloaded', does: 'Busy once: 503, then works' },
  { key: 'pk_test_bad_gateway', does: 'Gateway fails once: 502, then works' },
  { key: 'pk_test_slow', does: 'Answers after 10 s' },
  { key: 'pk_test_drop', does: 'Connection cut once, then works' },
];

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
