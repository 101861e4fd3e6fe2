// In: a few requests of every kind. Out: whether `/metrics` counts each of them once, in Prometheus text, and tells no secrets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RenderFailure } from '../../server/render/render-failure.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { chart, get, post, withKey } from './ask.ts';
import { type StandInPool, standInPool } from './stand-in-pool.ts';

let server: TestServer;
let pool: StandInPool;
let text = '';
const SECRET = 'secret-key-of-a-customer';

beforeAll(async () => {
  pool = standInPool();
  server = await startServer({ pool, env: { RATE_LIMIT: '9', API_KEYS: `${SECRET}:pro` } });
  const first = await get(server.url, chart());
  await get(server.url, chart());
  await get(server.url, chart(), { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
  await get(server.url, chart(), { method: 'HEAD' });
  await post(server.url, chart(1, { format: 'svg' }));
  await post(server.url, chart(1, { returnUrl: true }));
  await post(server.url, { type: 'bar' });
  await post(server.url, chart(2), withKey('no-such-key'));
  pool.failWith(new RenderFailure('overloaded', 'full', 2));
  await post(server.url, chart(3));
  pool.failWith(undefined);
  await post(server.url, chart(4));
  await post(server.url, chart(5));
  await post(server.url, chart(6), withKey(SECRET));
  const answer = await fetch(`${server.url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/);
  text = await answer.text();
});
afterAll(() => server.stop());

/** The value of one line, by name and all labels. */
const value = (line: string) => {
  const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

describe('/metrics', () => {
  it.each([
    ['png', 'drawn', 3],
    ['png', 'cached', 2],
    ['png', 'not_modified', 1],
    ['svg', 'drawn', 1],
    ['png', 'saved', 1],
    ['none', 'invalid_spec', 1],
    ['none', 'invalid_api_key', 1],
    ['png', 'overloaded', 1],
    ['none', 'rate_limited', 1],
  ])('counts renders: %s, %s', (format, outcome, count) => {
    expect(value(`chart_renders_total{format="${format}",outcome="${outcome}"}`)).toBe(count);
  });

  it('times what was drawn, once each', () => {
    expect(value('chart_draw_seconds_count{format="png"}')).toBe(4);
    expect(value('chart_draw_seconds_sum{format="svg"}')).toBeCloseTo(0.0124, 6);
    expect(value('chart_wait_seconds_count')).toBe(5);
    expect(value('chart_wait_seconds_sum')).toBeCloseTo(0.005, 6);
  });

  it('counts answers by status and what the limit decided', () => {
    expect(value('http_answer_seconds_count{status="503"}')).toBe(1);
    expect(value('http_answer_seconds_count{status="429"}')).toBe(1);
    expect(value('chart_limiter_total{decision="admitted"}')).toBe(10);
    expect(value('chart_limiter_total{decision="refused"}')).toBe(1);
  });

  it('shows pool, cache and store', () => {
    expect(value('chart_children{state="idle"}')).toBe(0);
    expect(value('chart_children_ended_total{cause="cpu"}')).toBe(0);
    expect(value('chart_cache_bytes')).toBe(5 * 8);
    expect(value('chart_store_up')).toBe(1);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });

  it('says what each number is, and nothing about who asked', () => {
    for (const name of text.matchAll(/^(chart_\w+?)(?:_bucket|_sum|_count)?[{ ]/gm))
      expect(text).toContain(`# HELP ${name[1]} `);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('no-such-key');
    expect(text).not.toContain('127.0.0.1');
  });
});
