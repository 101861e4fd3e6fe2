// In: many who want the same. Out: whether it is done once, and stopped only when the last one has left.
import { describe, expect, it } from 'vitest';
import { ClientGone } from '../../server/client-gone.ts';
import { createFlights } from '../../server/flights.ts';

const never = () => new AbortController().signal;

function held() {
  let starts = 0;
  let stopped = 0;
  let finish: (value: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const start = (signal: AbortSignal) => {
    starts += 1;
    signal.addEventListener('abort', () => {
      stopped += 1;
    });
    return new Promise<string>((resolve, reject) => {
      finish = resolve;
      fail = reject;
    });
  };
  return {
    start,
    finish: (v: string) => finish(v),
    fail: (e: Error) => fail(e),
    starts: () => starts,
    stopped: () => stopped,
  };
}

describe('flights', () => {
  it('do the work once for all who come meanwhile, and again afterwards', async () => {
    const flights = createFlights<string>();
    const work = held();
    const all = Array.from({ length: 1000 }, () => flights.join('k', never(), work.start));
    work.finish('done');
    expect(new Set(await Promise.all(all))).toEqual(new Set(['done']));
    expect(work.starts()).toBe(1);
    const later = flights.join('k', never(), work.start);
    work.finish('again');
    expect(await later).toBe('again');
    expect(work.starts()).toBe(2);
  });

  it('tell a failure to everybody, and try again for the next', async () => {
    const flights = createFlights<string>();
    const work = held();
    const all = [1, 2, 3].map(() => flights.join('k', never(), work.start));
    work.fail(new Error('broken'));
    for (const one of all) await expect(one).rejects.toThrow('broken');
    const next = flights.join('k', never(), work.start);
    work.finish('fine');
    expect(await next).toBe('fine');
  });

  it('go on while one passenger is left, and stop after the last', async () => {
    const flights = createFlights<string>();
    const work = held();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = flights.join('k', first.signal, work.start);
    const two = flights.join('k', second.signal, work.start);
    first.abort();
    await expect(one).rejects.toThrow(ClientGone);
    expect(work.stopped()).toBe(0);
    second.abort();
    await expect(two).rejects.toThrow(ClientGone);
    expect(work.stopped()).toBe(1);
    expect(work.starts()).toBe(1);
    void flights.join('k', never(), work.start);
    expect(work.starts()).toBe(2);
  });

  it('are not boarded by one who has already left', async () => {
    const flights = createFlights<string>();
    const work = held();
    await expect(flights.join('k', AbortSignal.abort(), work.start)).rejects.toThrow(ClientGone);
    expect(work.starts()).toBe(0);
  });
});
