// In: nothing. Out: histories as they come about: events of calls played through the real machine and recorder with made-up times.
import { type CallEvent, type CallState, type Ending, idle, nextCall } from '../../../src/request/call.ts';
import { type Exchange, getRequest, postRequest, type RenderRequest } from '../../../src/request/send.ts';
import { type History, remember } from '../../../src/request/timeline/history.ts';
import { answer, noAnswer } from '../an-exchange.ts';

/** 2026-11-22T07:00:00Z */
export const START = Date.UTC(2026, 10, 22, 7);

/** Plays calls; times are ms after START. */
export class Player {
  call: CallState = idle;
  history: History = [];
  readonly states: CallState[] = [];
  readonly told: { call: CallState; atMs: number }[] = [];

  #tell(event: CallEvent, atMs: number): this {
    const next = nextCall(this.call, event);
    if (next !== this.call) {
      this.call = next;
      this.states.push(next);
      this.told.push({ call: next, atMs: START + atMs });
      this.history = remember(this.history, next, START + atMs);
    }
    return this;
  }
  send(atMs: number, request: RenderRequest = postRequest(chart, null)): this {
    return this.#tell({ type: 'send', request, text: chart, nowMs: START + atMs }, atMs);
  }
  answered(atMs: number, exchange: Exchange): this {
    const durationMs = START + atMs - (this.call.sentAtMs ?? START);
    const { sequence } = this.call;
    const came = { ...exchange, durationMs, receivedAtMs: START + atMs };
    return this.#tell({ type: 'answered', sequence, exchange: came, random: () => 0.25 }, atMs);
  }
  due(atMs: number): this {
    return this.#tell({ type: 'due' }, atMs);
  }
  retry(atMs: number, automatic = true): this {
    return this.#tell({ type: 'retry', automatic, nowMs: START + atMs }, atMs);
  }
  stop(atMs: number, why: Ending = 'cancelled'): this {
    return this.#tell({ type: 'stop', why }, atMs);
  }
}

export const chart = '{"type":"bar","data":{"labels":["A"],"datasets":[{"data":[1]}]}}';

export const limited = (seconds: number) =>
  answer(429, {
    statusText: 'Too Many Requests',
    headers: {
      'content-type': 'application/json',
      'retry-after': String(seconds),
      'x-request-id': 'req-429',
    },
    body: { error: 'Rate limit exceeded', retryAfter: seconds },
  });
export const made = () =>
  answer(200, {
    statusText: 'OK',
    headers: {
      'content-type': 'image/png',
      'server-timing': 'cache;desc=MISS, queue;dur=12.5, draw;dur=60',
      'x-request-id': 'req-200',
    },
    bytes: 12_345,
  });
export const wrong = () =>
  answer(400, { headers: { 'x-request-id': 'req-400' }, body: { error: 'Invalid JSON in request body' } });

export const waited = () =>
  new Player().send(0).answered(84, limited(10)).due(10_084).retry(10_200).answered(10_410, made());

export const scenes: Record<string, () => Player> = {
  empty: () => new Player(),
  success: () => new Player().send(0).answered(96, made()),
  wrong: () => new Player().send(0).answered(31, wrong()),
  waited,
  waiting: () => new Player().send(0).answered(84, limited(10)),
  sending: () => new Player().send(0).answered(84, limited(10)).due(10_084).retry(10_200),
  cancelled: () => new Player().send(0).answered(84, limited(10)).retry(4000, false).stop(4700),
  superseded: () => new Player().send(0).send(400).answered(500, made()),
  backoff: () =>
    new Player()
      .send(0)
      .answered(40, noAnswer('network_error'))
      .due(1290)
      .retry(1400)
      .answered(1450, noAnswer('network_error'))
      .due(3700)
      .retry(3800)
      .answered(3900, made()),
  edited: () => new Player().send(0).answered(84, limited(10)).stop(3084, 'edited'),
  'hours later': () =>
    new Player()
      .send(0)
      .answered(84, limited(10))
      .stop(3084)
      .retry(3 * 3_600_000, false)
      .answered(3 * 3_600_000 + 120, made()),
  many: () => {
    const player = scenes.backoff?.() ?? new Player();
    player.send(20_000).answered(20_031, wrong());
    player.send(30_000, getRequest('/api/v1/render?chart=abc', null)).send(30_200).answered(30_300, made());
    return player
      .send(40_000)
      .answered(40_100, limited(7))
      .due(47_100)
      .retry(47_200)
      .answered(47_300, limited(5))
      .due(52_300)
      .retry(52_400)
      .answered(52_550, made());
  },
};
