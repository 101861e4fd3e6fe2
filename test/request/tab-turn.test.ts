// In: several tabs whose waits have ended. Out: one of them sends at a time, none before the newest deadline, none unseen.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Turn, type TurnQuestion, takeTurn } from '../../src/request/tab-turn.ts';

/** A document that somebody looks at or not. */
class Sight extends EventTarget {
  hidden = false;
  set(hidden: boolean) {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** Exclusive locks as the standard has them: first come, first served; a signal leaves the queue. */
function lockManager() {
  let last = Promise.resolve<unknown>(undefined);
  const names: string[] = [];
  const request = (name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<unknown>) => {
    names.push(name);
    const before = last;
    const gone = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    const turn = Promise.race([before, gone]).then(() => hold());
    last = turn.then(
      () => before,
      () => before,
    );
    return turn;
  };
  return { names, request: request as unknown as LockManager['request'] };
}

let sight: Sight;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  sight = new Sight();
  vi.stubGlobal('document', sight);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const question = (more: Partial<TurnQuestion> = {}): TurnQuestion => ({
  origin: 'https://api.example',
  scope: 'https://api.example key 7',
  deadlines: { newest: () => undefined },
  locks: lockManager(),
  now: () => Date.now(),
  random: () => 0,
  signal: new AbortController().signal,
  ...more,
});

/** What a turn has come to so far, and when. */
function watched(asked: Promise<Turn>) {
  const seen: { turn?: Turn; atMs?: number; error?: unknown } = {};
  asked.then(
    (turn) => Object.assign(seen, { turn, atMs: Date.now() - 1_000_000 }),
    (error: unknown) => Object.assign(seen, { error }),
  );
  return seen;
}
const give = ({ turn }: { turn?: Turn }) =>
  turn?.kind === 'send' ? turn.give() : expect.fail('has no turn');

describe('turns', () => {
  test('three tabs send one after the other, each when the one before has ended', async () => {
    const locks = lockManager();
    const three = [1, 2, 3].map(() => watched(takeTurn(question({ locks }))));
    const holders = () => three.map(({ turn }) => turn?.kind);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(holders()).toEqual(['send', undefined, undefined]);
    give(three[0] ?? {});
    await vi.advanceTimersByTimeAsync(1000);
    expect(holders()).toEqual(['send', 'send', undefined]);
    give(three[1] ?? {});
    await vi.advanceTimersByTimeAsync(1000);
    expect(holders()).toEqual(['send', 'send', 'send']);
    expect(new Set(locks.names)).toEqual(new Set(['chart-playground.sending https://api.example']));
  });

  test('what the tab before was told is heard before the next one sends', async () => {
    const locks = lockManager();
    let untilMs: number | undefined;
    const deadlines = { newest: () => untilMs };
    const first = watched(takeTurn(question({ locks, deadlines })));
    await vi.advanceTimersByTimeAsync(1000);
    const second = watched(takeTurn(question({ locks, deadlines })));
    give(first);
    // The message is a little slower than the lock.
    await vi.advanceTimersByTimeAsync(10);
    untilMs = Date.now() + 5000;
    await vi.advanceTimersByTimeAsync(1000);
    expect(second.turn).toEqual({ kind: 'later', deadlineMs: untilMs });
    // It holds nothing while it waits.
    const third = watched(takeTurn(question({ locks })));
    await vi.advanceTimersByTimeAsync(1000);
    expect(third.turn?.kind).toBe('send');
  });

  test('a deadline that has passed keeps nobody', async () => {
    const asked = watched(takeTurn(question({ deadlines: { newest: () => Date.now() - 1 } })));
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.turn?.kind).toBe('send');
  });

  test('whoever leaves the queue lets the next one come', async () => {
    const locks = lockManager();
    const leaving = new AbortController();
    const first = watched(takeTurn(question({ locks })));
    const second = watched(takeTurn(question({ locks, signal: leaving.signal })));
    const third = watched(takeTurn(question({ locks })));
    await vi.advanceTimersByTimeAsync(1000);
    leaving.abort();
    await vi.advanceTimersByTimeAsync(1000);
    expect(second.error).toBe(leaving.signal.reason);
    expect(third.turn).toBeUndefined();
    give(first);
    await vi.advanceTimersByTimeAsync(1000);
    expect(third.turn?.kind).toBe('send');
  });

  test('so does whoever leaves just after the lock was given', async () => {
    const locks = lockManager();
    const leaving = new AbortController();
    const first = watched(takeTurn(question({ locks, signal: leaving.signal })));
    await vi.advanceTimersByTimeAsync(20);
    leaving.abort();
    const second = watched(takeTurn(question({ locks })));
    await vi.advanceTimersByTimeAsync(1000);
    expect([first.turn, first.error]).toEqual([undefined, leaving.signal.reason]);
    expect(second.turn?.kind).toBe('send');
  });
});

describe('where there are no locks', () => {
  test.each([
    [0, 50],
    [0.5, 150],
    [0.999, 249],
  ])('chance %d spreads to %d ms', async (chance, atMs) => {
    const asked = watched(takeTurn(question({ locks: undefined, random: () => chance })));
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.turn?.kind).toBe('send');
    expect(asked.atMs).toBe(atMs);
  });

  test('a browser that refuses them does not stop the retry', async () => {
    const refuse = () => Promise.reject(new DOMException('no locks here', 'SecurityError'));
    const locks = { request: refuse as unknown as LockManager['request'] };
    const asked = watched(takeTurn(question({ locks })));
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.turn?.kind).toBe('send');
  });
});

describe('a page that nobody sees', () => {
  test('sends nothing, and a second after somebody looks it does', async () => {
    sight.set(true);
    const asked = watched(takeTurn(question()));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked.turn).toBeUndefined();
    sight.set(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.turn).toBeUndefined();
    await vi.advanceTimersByTimeAsync(50);
    expect(asked.turn?.kind).toBe('send');
  });

  test('that is hidden while it queues gives its turn to the next tab', async () => {
    const locks = lockManager();
    const first = watched(takeTurn(question({ locks })));
    await vi.advanceTimersByTimeAsync(20);
    sight.set(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(first.turn).toBeUndefined();
    sight.set(false);
    const second = watched(takeTurn(question({ locks })));
    await vi.advanceTimersByTimeAsync(500);
    expect(second.turn?.kind).toBe('send');
  });

  test('can be left', async () => {
    sight.set(true);
    const leaving = new AbortController();
    const asked = watched(takeTurn(question({ signal: leaving.signal })));
    leaving.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.error).toBe(leaving.signal.reason);
  });
});
