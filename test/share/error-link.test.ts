// In: answers of all kinds. Out: whether a link brings chart and answer back as they were, without what could open a door.
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/request/send.ts';
import { editHash } from '../../src/share/edit-link.ts';
import { errorHash, readErrorHash } from '../../src/share/error-link.ts';
import fc from '../support/properties.ts';

const exchange: Exchange = {
  method: 'POST',
  path: '/api/v1/render',
  requestHeaders: [['Content-Type', 'application/json']],
  bodyBytes: 42,
  durationMs: 12,
  receivedAtMs: 1_795_300_000_000,
  result: {
    kind: 'answer',
    status: 429,
    statusText: 'Too Many Requests',
    headers: { 'retry-after': '120', 'x-request-id': 'r-1' },
    body: '{"error":"Rate limit exceeded","retryAfter":120}',
    bytes: 48,
    picture: null,
  },
};

describe('an error link', () => {
  it('brings back the chart and the answer as they were', () => {
    const text = '{ "type": "bär" }\n';
    expect(readErrorHash(errorHash({ text, exchange }))).toEqual({ ok: true, text, exchange });
  });

  it.each([{ kind: 'network_error' as const }, { kind: 'time_out' as const }])(
    'without an answer: %j',
    (result) => {
      expect(readErrorHash(errorHash({ text: '{}', exchange: { ...exchange, result } }))).toMatchObject({
        exchange: { result },
      });
    },
  );

  it('holds no key, signature or cookie, wherever it stood', () => {
    const secret = 'pk_live_0123456789';
    const told: Exchange = {
      ...exchange,
      method: 'GET',
      path: `/api/v1/render?chart=e30&key=${secret}&%61piKey=${secret}&ichm=${secret}&width=100`,
      requestHeaders: [
        ['Authorization', `Bearer ${secret}`],
        ['X-Api-Key', secret],
        ['Accept', '*/*'],
      ],
      result: { ...exchange.result, headers: { 'set-cookie': secret, date: 'x' } } as Exchange['result'],
    };
    const link = readErrorHash(errorHash({ text: '{}', exchange: told }));
    expect(JSON.stringify(link)).not.toContain(secret);
    expect(link).toMatchObject({
      exchange: { path: '/api/v1/render?chart=e30&width=100', requestHeaders: [['Accept', '*/*']] },
    });
  });

  it('cuts a body that is no error any more', () => {
    const long = {
      ...exchange,
      result: { ...exchange.result, body: 'x'.repeat(100_000) } as Exchange['result'],
    };
    const link = readErrorHash(errorHash({ text: '', exchange: long }));
    expect(link).toMatchObject({ exchange: { result: { body: 'x'.repeat(20_000) } } });
  });

  it.each([
    ['an edit link', editHash('{}'), 'newer'],
    ['a cut one', errorHash({ text: '', exchange }).slice(0, -3), 'cut'],
    [
      'a changed one',
      errorHash({ text: '', exchange })
        .replace(/(.)\.([^.]+)$/, 'A.$2')
        .replace('.e1.', '.e1.B'),
      'damaged',
    ],
  ])('refuses %s', (_, hash, why) => {
    expect(readErrorHash(hash)).toMatchObject({ ok: false, why });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        expect(readErrorHash(`#v1.e1.${rest}`)).toHaveProperty('ok');
      }),
    );
  });
});
