// In: what several tabs are told, over a wire between them. Out: the newest deadline each of them knows, and nothing of a key.
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type Learnt,
  openWire,
  scopeOf,
  shareDeadlines,
  type Wire,
} from '../../src/request/tab-deadlines.ts';
import { refusingStorage } from '../page/stand-in-storage.ts';

const API = 'https://api.example';
const scope = scopeOf(API, 'pk_live_4f9s8d7f6g5h4j3k2l1');
const told = (untilMs: number, learntMs: number): Learnt => ({ scope, untilMs, learntMs });

/** Tabs whose messages arrive at once, and everything that was said between them. */
function tabs() {
  const ears: ((message: unknown) => void)[] = [];
  const said: unknown[] = [];
  const wire = (): Wire => {
    let own: ((message: unknown) => void) | undefined;
    return {
      post: (message) => {
        said.push(message);
        for (const hear of [...ears]) if (hear !== own) hear(structuredClone(message));
      },
      listen: (hear) => {
        own = hear;
        ears.push(hear);
      },
    };
  };
  return { said, wire, open: (nowMs = 0) => shareDeadlines(wire(), () => nowMs) };
}

describe('deadlines between tabs', () => {
  test('what one tab is told, all know, for that API and key only', () => {
    const { open } = tabs();
    const [one, two] = [open(), open()];
    one.learn(told(9000, 1000));
    expect([one.newest(scope), two.newest(scope)]).toEqual([9000, 9000]);
    expect(two.newest(scopeOf(API, null))).toBeUndefined();
    expect(two.newest(scopeOf('https://other.example', 'pk_live_4f9s8d7f6g5h4j3k2l1'))).toBeUndefined();
  });

  test('the newest word of the server counts, whichever tab heard it and whether it is earlier or later', () => {
    const { open } = tabs();
    const [one, two] = [open(), open()];
    one.learn(told(9000, 1000));
    two.learn(told(5000, 2000));
    expect([one.newest(scope), two.newest(scope)]).toEqual([5000, 5000]);
    one.learn(told(99_000, 1500));
    expect([one.newest(scope), two.newest(scope)]).toEqual([5000, 5000]);
  });

  test('a tab that is opened later asks, and is told what still lies ahead', () => {
    const { open, said } = tabs();
    open(3000).learn(told(9000, 1000));
    expect(open(3000).newest(scope)).toBe(9000);
    const late = tabs();
    late.open(10_000).learn(told(9000, 1000));
    expect(late.open(10_000).newest(scope)).toBeUndefined();
    expect(said.length).toBeGreaterThan(0);
  });

  test.each([
    null,
    5,
    'x',
    {},
    { scope: 1, untilMs: 1, learntMs: 1 },
    { scope, untilMs: 'soon', learntMs: 1 },
  ])('what is no deadline is passed over: %j', (message) => {
    const { open, wire } = tabs();
    const one = open();
    wire().post(message);
    wire().post({ scope, untilMs: Number.POSITIVE_INFINITY, learntMs: 1 });
    expect(one.newest(scope)).toBeUndefined();
  });

  test('no part of a key is said', () => {
    const { open, said } = tabs();
    open().learn(told(9000, 1000));
    open();
    expect(JSON.stringify(said)).not.toMatch(/pk_|4f9s/);
  });
});

describe('the mark of a key', () => {
  test('is the same each time, and differs from that of no key and of most other keys', () => {
    expect(scopeOf(API, 'a')).toBe(scopeOf(API, 'a'));
    expect(scopeOf(API, null)).not.toBe(scopeOf(API, ''));
    const marks = new Set(Array.from({ length: 10_000 }, (_, i) => scopeOf(API, `pk_live_${i}`)));
    // All 1024 are in use, and there are no more: nobody can tell which of ten keys with the same mark it was.
    expect(marks.size).toBe(1024);
  });
});

describe('the wire', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('is a BroadcastChannel, where what is said arrives in the other tab', async () => {
    const [one, two] = [openWire(), openWire()];
    const heard = new Promise((resolve) => two.listen(resolve));
    one.post(told(9000, 1000));
    expect(await heard).toEqual(told(9000, 1000));
  });

  test('without one it is the storage’s event, and leaves nothing behind', () => {
    const kept = new Map<string, string>();
    const changes: [string, string | null][] = [];
    const put = (name: string, value: string | null) => {
      changes.push([name, value]);
      if (value === null) kept.delete(name);
      else kept.set(name, value);
    };
    let tell: (event: Partial<StorageEvent>) => void = () => undefined;
    vi.stubGlobal('BroadcastChannel', undefined);
    vi.stubGlobal('localStorage', { setItem: put, removeItem: (name: string) => put(name, null) });
    vi.stubGlobal('addEventListener', (_type: string, hear: typeof tell) => {
      tell = hear;
    });
    const heard: unknown[] = [];
    const wire = openWire();
    wire.listen((message) => heard.push(message));
    wire.post(told(9000, 1000));
    expect(kept.size).toBe(0);
    // As the browser would tell the other tabs.
    for (const [key, newValue] of changes) tell({ key, newValue });
    tell({ key: 'something else', newValue: '{}' });
    tell({ key: changes[0]?.[0] ?? '', newValue: '{not JSON' });
    expect(heard).toEqual([told(9000, 1000)]);
  });

  test('with no storage either, a tab is on its own and nothing breaks', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    vi.stubGlobal('localStorage', refusingStorage);
    expect(() => openWire().post(told(1, 1))).not.toThrow();
  });
});
