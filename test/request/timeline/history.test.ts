// In: what happens to calls, event after event. Out: what the history keeps of it: every try, what became of each wait, and no key.
import { describe, expect, test } from 'vitest';
import { type CallState, type Ending, idle, nextCall } from '../../../src/request/call.ts';
import { getRequest, postRequest, type RenderRequest } from '../../../src/request/send.ts';
import { type History, MOST_CALLS, remember, type Try } from '../../../src/request/timeline/history.ts';
import { MOST_KEPT } from '../../../src/request/timeline/kept-attempt.ts';
import fc, { runs } from '../../support/properties.ts';
import { answerOf, noAnswer, picture } from '../an-exchange.ts';
import { chart, limited, made, Player, START, scenes, waited, wrong } from './scenes.ts';

const only = (player: Player) => {
  expect(player.history).toHaveLength(1);
  const [call] = player.history;
  if (!call) throw new Error('No call was kept');
  return call;
};
const waitOf = (one: Try | undefined) => (one?.state === 'answered' ? one.wait : undefined);
const play = (name: string) => only(scenes[name]?.() ?? new Player());

describe('one call', () => {
  test('nothing is kept before the first', () => {
    expect(remember([], idle, START)).toEqual([]);
  });

  test('429, the wait, 200', () => {
    const call = only(waited());
    expect(call).toMatchObject({
      id: 1,
      method: 'POST',
      path: '/api/v1/render',
      dialect: 'chart-output',
      body: chart,
      text: chart,
      startedMs: START,
      outcome: 'succeeded',
    });
    expect(call.tries).toMatchObject([
      {
        state: 'answered',
        sentAtMs: START,
        automatic: false,
        attempt: { verdict: { kind: 'documented', code: 'rate_limited' } },
        wait: {
          plan: { waitMs: 10_000, source: 'retry-after', raw: '10' },
          fromMs: START + 84,
          deadlineMs: START + 10_084,
          endedMs: START + 10_084,
          how: 'waited',
        },
      },
      {
        state: 'answered',
        sentAtMs: START + 10_200,
        automatic: true,
        attempt: { verdict: { kind: 'success' } },
      },
    ]);
    expect(waitOf(call.tries[1])).toBeUndefined();
  });

  const refused = () => new Player().send(0).answered(84, limited(10));
  test.each<[string, Player, string, string, number | undefined]>([
    ['runs', refused(), 'running', 'waiting', undefined],
    ['is over, and nobody has tried again', refused().due(10_084), 'waited', 'waiting', 10_084],
    ['was cut short by hand', refused().retry(4000, false), 'early', 'sending', 4000],
    ['was cancelled', refused().stop(4000), 'cancelled', 'cancelled', 4000],
    ['ended with an edit', refused().stop(4000, 'edited'), 'edited', 'edited', 4000],
    ['was over when it was cancelled', refused().due(10_084).stop(12_000), 'waited', 'cancelled', 10_084],
    ['was over unseen when it was cancelled', refused().stop(12_000), 'waited', 'cancelled', 10_084],
  ])('a wait that %s', (_what, player, how, outcome, endedMs) => {
    const call = only(player);
    const wait = waitOf(call.tries[0]);
    expect(wait?.how).toBe(how);
    expect(wait?.endedMs).toBe(endedMs === undefined ? undefined : START + endedMs);
    expect(call.outcome).toBe(outcome);
  });

  test('a try that is cancelled while it is sent stays, and a later one comes after it', () => {
    const player = new Player().send(0).answered(84, limited(10)).retry(4000, false).stop(4700);
    expect(only(player).tries[1]).toEqual({
      state: 'cancelled',
      sentAtMs: START + 4000,
      automatic: false,
      endedMs: START + 4700,
    });
    player.retry(6000, false).answered(6100, made());
    expect(only(player).tries.map(({ state }) => state)).toEqual(['answered', 'cancelled', 'answered']);
    expect(only(player).outcome).toBe('succeeded');
  });

  test('the first try, cancelled before anything came', () => {
    expect(only(new Player().send(0).stop(300))).toMatchObject({
      outcome: 'cancelled',
      tries: [{ state: 'cancelled', endedMs: START + 300 }],
    });
  });

  test('gives up after five tries without a word from the server', () => {
    const player = new Player().send(0);
    for (let at = 100; at < 500; at += 100) player.answered(at, noAnswer('network_error')).retry(at + 50);
    player.answered(500, noAnswer('time_out'));
    const call = only(player);
    expect(call).toMatchObject({ outcome: 'gave-up' });
    expect(call.tries).toHaveLength(5);
    expect(waitOf(call.tries[4])).toBeUndefined();
  });

  test('only its last state was seen, as after a reload: all attempts and the waits between are there', () => {
    const [call] = remember([], waited().call, START + 60_000);
    expect(call?.tries.map((one) => [one.state, one.sentAtMs - START, waitOf(one)?.how])).toEqual([
      ['answered', 0, 'waited'],
      ['answered', 10_200, undefined],
    ]);
  });

  test('a stop that was not seen: the try before the next one was cancelled', () => {
    const player = new Player()
      .send(0)
      .answered(84, limited(10))
      .retry(4000, false)
      .stop(4700)
      .retry(6000, false);
    const [sent, waiting, sending, , again] = player.states;
    const seen = [sent, waiting, sending, again].map((state) => state ?? idle);
    const history = seen.reduce((kept, state, i) => remember(kept, state, START + i * 2000), [] as History);
    expect(history[0]?.tries.map(({ state }) => state)).toEqual(['answered', 'cancelled', 'sending']);
  });

  test('a refusal that must change', () => {
    expect(play('wrong')).toMatchObject({ outcome: 'refused', tries: [{ state: 'answered' }] });
  });
});

describe('several calls', () => {
  test('a newer one supersedes what is sent and what waits, and nothing else', () => {
    const player = new Player()
      .send(0)
      .send(400)
      .answered(500, limited(10))
      .send(3500)
      .answered(3600, wrong());
    player.send(4000);
    expect(player.history.map(({ outcome }) => outcome)).toEqual([
      'superseded',
      'superseded',
      'refused',
      'sending',
    ]);
    expect(player.history[0]?.tries).toMatchObject([{ state: 'superseded', endedMs: START + 400 }]);
    expect(waitOf(player.history[1]?.tries[0])).toMatchObject({ how: 'superseded', endedMs: START + 3500 });
  });

  test(`the last ${MOST_CALLS} are kept`, () => {
    const player = new Player();
    for (let at = 0; at < 25; at++) player.send(at * 100).answered(at * 100 + 50, made());
    expect(player.history.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => i + 6));
  });
});

test('no picture and no endless body is kept', () => {
  const long = 'x'.repeat(MOST_KEPT + 1);
  const sent = nextCall(idle, { type: 'send', request: postRequest(long, null), text: long, nowMs: START });
  const exchange = { ...picture(), result: { ...picture().result, body: long } };
  const state = nextCall(sent, { type: 'answered', sequence: 1, exchange, random: () => 0 });
  const [call] = remember([], state, START);
  expect(call).toMatchObject({ body: null, text: null });
  expect(call?.tries).toMatchObject([
    { attempt: { exchange: { result: { picture: null, body: long.slice(1) } } } },
  ]);
});

const step = fc.oneof(
  fc.record({ do: fc.constant('send' as const), get: fc.boolean() }),
  fc.record({
    do: fc.constant('answer' as const),
    code: fc.constantFrom(
      'rate_limited',
      'overloaded',
      'network_error',
      'internal_error',
      'invalid_api_key',
      'ok',
    ),
  }),
  fc.record({ do: fc.constant('due' as const) }),
  fc.record({ do: fc.constant('retry' as const), automatic: fc.boolean() }),
  fc.record({
    do: fc.constantFrom('stop' as const, 'stop-waiting' as const),
    why: fc.constantFrom<Ending>('cancelled', 'edited'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function moved(state: CallState, one: Step, nowMs: number, request: RenderRequest): CallState {
  if (one.do === 'send') return nextCall(state, { type: 'send', request, text: request.body ?? '', nowMs });
  if (one.do === 'due') return nextCall(state, { type: 'due' });
  if (one.do === 'retry') return nextCall(state, { type: 'retry', automatic: one.automatic, nowMs });
  if (one.do !== 'answer') return nextCall(state, { type: one.do, why: one.why });
  const plain = one.code === 'ok' ? picture() : answerOf(one.code as Parameters<typeof answerOf>[0]);
  const echoing = plain.result.kind === 'answer' ? withEchoes(plain, request) : plain;
  const exchange = {
    ...echoing,
    method: request.method,
    path: request.path,
    receivedAtMs: nowMs,
    durationMs: 5,
  };
  return nextCall(state, { type: 'answered', sequence: state.sequence, exchange, random: () => 0.5 });
}

/** The worst of servers: tells the key in its body, in a header, in its status line and in what is shown as sent. */
function withEchoes(exchange: ReturnType<typeof answerOf>, { key, headers }: RenderRequest) {
  const { result } = exchange;
  if (result.kind !== 'answer') return exchange;
  const secret = key ?? 'none';
  return {
    ...exchange,
    requestHeaders: [['Authorization', `Bearer ${secret}`], ...Object.entries(headers ?? {})] as [
      string,
      string,
    ][],
    result: {
      ...result,
      statusText: `No ${secret}`,
      headers: { ...result.headers, 'x-echo': secret, 'x-request-id': `r-${secret}` },
      body: JSON.stringify({
        ...JSON.parse(result.body ?? '{}'),
        message: `Unknown: ${secret}`,
        again: secret,
      }),
    },
  };
}

const wholeStates = (steps: readonly Step[], request: (get: boolean) => RenderRequest) => {
  let state = idle;
  return steps.map((one, i) => {
    state = moved(state, one, START + i * 700, request(one.do === 'send' && one.get));
    return { state, nowMs: START + i * 700 };
  });
};

describe('whatever happens', () => {
  const steps = fc.array(step, { maxLength: 40 });
  const plain = (get: boolean) =>
    get ? getRequest('/api/v1/render?chart=a', null) : postRequest(chart, null);

  test('no answer is lost, no try is open but the last, and telling it twice changes nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let history: History = [];
        const answered = new Map<number, number>();
        for (const { state, nowMs } of wholeStates(all, plain)) {
          history = remember(history, state, nowMs);
          expect(remember(history, state, nowMs + 1)).toEqual(history);
          if (state.id > 0) answered.set(state.id, state.attempts.length);
        }
        const kept = history.map(({ id, tries }) => [
          id,
          tries.filter((one) => one.state === 'answered').length,
        ]);
        expect(kept).toEqual([...answered].slice(-MOST_CALLS));
        const open = history
          .flatMap(({ tries }) => tries.slice(0, -1))
          .filter((one) => one.state === 'sending' || waitOf(one)?.how === 'running');
        expect(open).toEqual([]);
        const old = history.slice(0, -1);
        expect(old.filter(({ outcome }) => outcome === 'sending' || outcome === 'waiting')).toEqual([]);
      }),
      runs(400),
    );
  });

  test('no answer of the last call is lost when states in between are missed', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.boolean()), (all, seen) => {
        let history: History = [];
        const states = wholeStates(all, plain);
        for (const [i, { state, nowMs }] of states.entries())
          if (seen.next().value || i === states.length - 1) history = remember(history, state, nowMs);
        const last = states.at(-1)?.state ?? idle;
        const kept = history.find(({ id }) => id === last.id)?.tries ?? [];
        expect(
          kept.flatMap((one) => (one.state === 'answered' ? [one.attempt.exchange.receivedAtMs] : [])),
        ).toEqual(last.attempts.map(({ exchange }) => exchange.receivedAtMs));
      }),
      runs(300),
    );
  });

  const letters = [...'abcXYZ0189_-.~"\\/+=&?#% €é'];
  const keys = fc
    .string({ unit: fc.constantFrom(...letters), minLength: 8, maxLength: 40 })
    // What a header carries; and neither all punctuation nor a word of our own.
    .filter((key) => key.trim() === key && /[a-z0-9]{3}/i.test(key));

  test('a key planted in headers, path and body is nowhere in it', () => {
    fc.assert(
      fc.property(
        steps,
        keys,
        fc.constantFrom('key', 'apiKey', 'api_key', 'ichm', 'x', 'chart'),
        (all, key, name) => {
          const encoded = encodeURIComponent(key);
          const request = (get: boolean): RenderRequest => ({
            ...(get
              ? getRequest(
                  `/api/v1/render?${name}=${encoded}&chart=${encoded}&c=${btoa(`{"note": "${unescape(encodeURIComponent(key))}"}`)}`,
                  key,
                )
              : postRequest(JSON.stringify({ note: key, type: 'bar' }), key)),
            headers: { 'X-Api-Key': key, 'X-Other': `has ${key}` },
          });
          let history: History = [];
          for (const { state, nowMs } of wholeStates(all, request)) history = remember(history, state, nowMs);
          const texts: string[] = [];
          JSON.stringify(history, (_name, value) => {
            if (typeof value === 'string') texts.push(value, decodedFully(value));
            return value;
          });
          expect(texts.filter((text) => text.includes(key))).toEqual([]);
        },
      ),
      runs(300),
    );
  });
});

/** As somebody would look for it: percent signs decoded, JSON read, base64 opened. */
function decodedFully(text: string): string {
  const percent = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeURIComponent(run));
  const base64 = [...percent.matchAll(/[\w+/=-]{12,}/g)].map(([one]) =>
    Buffer.from(one, 'base64').toString('utf8'),
  );
  const strings: string[] = [];
  try {
    JSON.parse(text, (_key, value) => (typeof value === 'string' ? strings.push(value) : 0));
  } catch {
    strings.push('');
  }
  return [percent, ...base64, ...strings].join('\n');
}
