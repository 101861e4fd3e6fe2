// In: answers as servers, proxies and attackers send them. Out: the row that explains each, its facts, and no surprise.
import { describe, expect, test } from 'vitest';
import { type Answer, classify, type Verdict } from '#shared/classify.ts';
import {
  type Dialect,
  errorBody,
  errorRow,
  type Facts,
  type ServedCode,
  servedCodes,
} from '#shared/errors.ts';
import fc, { runs } from '../support/properties.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: typeof body === 'string' || body === null ? body : JSON.stringify(body),
});
const ours = (one: Answer) => classify(one, 'chart-output');
const theirs = (one: Answer) => classify(one, 'image-charts');
const codeOf = (verdict: Verdict) => (verdict.kind === 'documented' ? verdict.code : verdict.kind);
const headersOf = (code: ServedCode) =>
  Object.fromEntries((errorRow(code).headers ?? []).map((name) => [name.toLowerCase(), '1']));

describe('documented answers', () => {
  test.each(servedCodes.filter((code) => code !== 'render_timeout'))(
    '%s, with its own body and headers',
    (code) => {
      const row = errorRow(code);
      const body = errorBody(code, row.example as Facts<typeof code>);
      const verdict = ours(answer(row.status ?? 0, body, { ...headersOf(code), 'x-request-id': 'r-1' }));
      expect(verdict).toMatchObject({
        kind: 'documented',
        code,
        departures: [],
        facts: { requestId: 'r-1' },
      });
      const { details = [], ...facts } = (row.example ?? {}) as { details?: unknown[] };
      expect(verdict).toMatchObject({ facts: { ...facts, details } });
    },
  );

  test('render_timeout and overloaded share a status and differ in their sentence', () => {
    const body = errorBody('render_timeout', { message: 'Busy.' });
    expect(codeOf(ours(answer(503, body)))).toBe('render_timeout');
    expect(codeOf(ours(answer(503, { error: 'Service overloaded', message: 'x' })))).toBe('overloaded');
    expect(codeOf(ours(answer(503, null)))).toBe('overloaded');
  });

  test.each([
    [{ error: 'Monthly render quota exceeded', currentUsage: 1, limit: 1, plan: 'pro' }, 'quota_exceeded'],
    [
      { error: 'Trial expired. Please upgrade to continue.', plan: 'expired', upgradeUrl: '/x' },
      'trial_expired',
    ],
    [{ error: 'PDF output requires the Pro plan', plan: 'starter', upgradeUrl: '/x' }, 'pdf_requires_pro'],
    [{ error: 'Payment required' }, 'undocumented'],
  ])('a 402 by its sentence: %j', (body, code) => expect(codeOf(ours(answer(402, body)))).toBe(code));

  test('the two 400s of one sentence are told apart by their details', () => {
    const body = (path: string, message: string) => ({
      error: 'Invalid chart specification',
      details: [{ path, message }],
    });
    expect(codeOf(ours(answer(400, body('c', 'Invalid base64 encoding'))))).toBe('invalid_base64');
    expect(codeOf(ours(answer(400, body('width', 'Required'))))).toBe('invalid_spec');
    expect(codeOf(ours(answer(400, { error: 'Invalid chart specification' })))).toBe('invalid_spec');
  });

  test('the right sentence under the wrong status is not the documented error', () => {
    expect(codeOf(ours(answer(400, { error: 'Rate limit exceeded', retryAfter: 1 })))).toBe('undocumented');
  });

  test.each([
    [200, null],
    [201, '{}'],
    [304, null],
  ])('%d is a success', (status, body) => expect(ours(answer(status, body))).toEqual({ kind: 'success' }));
});

describe('departures from the contract are told, not punished', () => {
  test.each([
    [429, { error: 'Rate limit exceeded', retryAfter: 5 }, 4],
    [429, 'busy', 5],
    [500, { error: 'Internal server error', stack: 'at x' }, 1],
    [500, '<h1>Oops</h1>', 1],
    [500, { error: 'Internal server error' }, 0],
    [502, '<html>bad gateway</html>', 0],
  ])('%d %j has %d', (status, body, count) => {
    const verdict = ours(answer(status, body));
    expect(verdict.kind === 'documented' ? verdict.departures : verdict).toHaveLength(count);
  });

  test('the words', () => {
    expect(ours(answer(429, 'busy', { 'retry-after': '3' }))).toMatchObject({
      departures: [
        'The body is not the documented JSON.',
        'The header X-RateLimit-Limit is missing or not readable.',
        'The header X-RateLimit-Remaining is missing or not readable.',
        'The header X-RateLimit-Reset is missing or not readable.',
      ],
    });
    expect(ours(answer(500, { error: 'x' }))).toMatchObject({
      departures: ['The body differs from the documented one.'],
    });
  });

  test('an answer of the other API is not measured by ours', () => {
    expect(theirs(answer(429, 'busy'))).toMatchObject({ code: 'rate_limited', departures: [] });
  });
});

describe('a status alone', () => {
  const page = '<html><body>nginx</body></html>';
  test.each([
    [400, 'undocumented', 'undocumented'],
    [401, 'undocumented', 'undocumented'],
    [402, 'undocumented', 'undocumented'],
    [403, 'undocumented', 'undocumented'],
    [404, 'not_found', 'undocumented'],
    [405, 'method_not_allowed', 'undocumented'],
    [413, 'body_too_large', 'undocumented'],
    [415, 'unsupported_media_type', 'undocumented'],
    [418, 'undocumented', 'undocumented'],
    [429, 'rate_limited', 'rate_limited'],
    [500, 'internal_error', 'internal_error'],
    [502, 'bad_gateway', 'bad_gateway'],
    [503, 'overloaded', 'overloaded'],
    [504, 'undocumented', 'undocumented'],
    [0, 'undocumented', 'undocumented'],
  ])('%d is %s to us and %s to the other API', (status, own, other) => {
    expect([codeOf(ours(answer(status, page))), codeOf(theirs(answer(status, page)))]).toEqual([own, other]);
  });
});

describe('what a client of Image-Charts must survive', () => {
  const validation =
    '[{"message":"\\"value\\" must contain at least one of [c, chart]","path":["c",0],"type":"x","context":{}}]';
  const coded = (code?: string, header?: string, body: string | null = null) =>
    answer(400, body, {
      ...(code === undefined ? {} : { 'x-ic-error-code': code }),
      ...(header === undefined ? {} : { 'x-ic-error-validation': header }),
    });
  const detail = { path: 'c.0', message: '"value" must contain at least one of [c, chart]' };

  test.each<[what: string, given: Answer, code: string, details: unknown[]]>([
    ['both headers', coded('IS_VALIDATION_ERROR', validation), 'IS_VALIDATION_ERROR', [detail]],
    ['the code alone', coded('IC_INVALID_SIGNATURE'), 'IC_INVALID_SIGNATURE', []],
    ['the validation alone', coded(undefined, validation), 'IS_VALIDATION_ERROR', [detail]],
    ['malformed JSON', coded('IC_BAD_JSON_ERROR', '[{"message":'), 'IC_BAD_JSON_ERROR', []],
    ['an empty list', coded('IC_BAD_JSON_ERROR', '[]'), 'IC_BAD_JSON_ERROR', []],
    ['no list', coded('IC_BAD_JSON_ERROR', '{"message":"x"}'), 'IC_BAD_JSON_ERROR', []],
    ['nested too deep', coded('IC_BAD_JSON_ERROR', '['.repeat(5000)), 'IC_BAD_JSON_ERROR', []],
    [
      'items of all kinds',
      coded('IC_BAD_JSON_ERROR', '[1,null,{"message":5},{"message":"x","path":"c"}]'),
      'IC_BAD_JSON_ERROR',
      [{ path: '', message: 'x' }],
    ],
    ['a code with spaces', coded(' IC_RETINA_ERROR '), 'IC_RETINA_ERROR', []],
    ['an empty code', coded('', validation), 'IS_VALIDATION_ERROR', [detail]],
    ['text as body', coded('IC_RETINA_ERROR', undefined, 'needs a plan'), 'IC_RETINA_ERROR', []],
  ])('%s', (_, given, code, details) => {
    expect(theirs(given)).toEqual({ kind: 'documented', code, facts: { details }, departures: [] });
    // The dialect only breaks ties: these headers speak for themselves.
    expect(ours(given)).toEqual(theirs(given));
  });

  test.each(['IC_NEW_IN_2027', '__proto__', 'constructor', 'toString'])('the unknown code %s', (code) => {
    expect(theirs(coded(code, validation))).toEqual({
      kind: 'undocumented',
      status: 400,
      code,
      facts: { details: [detail] },
    });
  });

  test('a very long unknown code is cut', () => {
    expect(theirs(coded('X'.repeat(5000)))).toMatchObject({ code: 'X'.repeat(80) });
  });

  test('neither header', () => {
    expect(theirs(answer(400, null))).toEqual({ kind: 'undocumented', status: 400, facts: { details: [] } });
  });

  test('an error code under a 200 is an error', () => {
    expect(codeOf(theirs(answer(200, null, { 'x-ic-error-code': 'IC_RETINA_ERROR' })))).toBe(
      'IC_RETINA_ERROR',
    );
  });
});

describe('facts', () => {
  test('only those of the right type, and cut to size', () => {
    const body = {
      error: 'x',
      retryAfter: '5',
      currentUsage: 7,
      limit: null,
      plan: 'p'.repeat(9999),
      upgradeUrl: 5,
      message: 'm',
      details: [{ path: 'a', message: 'b', extra: 1 }, { path: 5, message: 'x' }, 'x', null],
    };
    expect(ours(answer(418, body, { 'x-request-id': 'i'.repeat(999) }))).toEqual({
      kind: 'undocumented',
      status: 418,
      facts: {
        details: [{ path: 'a', message: 'b' }],
        currentUsage: 7,
        plan: 'p'.repeat(500),
        message: 'm',
        requestId: 'i'.repeat(200),
      },
    });
  });

  test.each<[what: string, body: string]>([
    ['ten megabytes', `{"error":"${'x'.repeat(10_000_000)}"}`],
    ['ten megabytes of brackets', '['.repeat(10_000_000)],
    ['a list', '[1,2,3]'],
    ['a number', '7'],
    ['nothing', ''],
  ])('%s as a body tells nothing', (_, body) => {
    expect(ours(answer(418, body))).toEqual({ kind: 'undocumented', status: 418, facts: { details: [] } });
  });
});

test('a body beyond all reason is not read, even if it begins like a documented one', () => {
  const body = (length: number) => ({
    error: 'Trial expired. Please upgrade to continue.',
    junk: 'x'.repeat(length),
  });
  expect(codeOf(ours(answer(402, body(100))))).toBe('trial_expired');
  expect(ours(answer(402, body(10_000_000)))).toEqual({
    kind: 'undocumented',
    status: 402,
    facts: { details: [] },
  });
});

test('details that only say they have a length are no documented ones, and stop nothing', () => {
  const body = '{"error":"invalid_spec","details":{"length":{"toString":1,"valueOf":null}}}';
  expect(ours({ status: 400, headers: {}, body })).toMatchObject({
    kind: 'undocumented',
    facts: { details: [] },
  });
});

test('property: any answer has a verdict, and the verdict can be sent as JSON', () => {
  const names = fc.constantFrom(
    'x-ic-error-code',
    'x-ic-error-validation',
    'retry-after',
    'x-request-id',
    'date',
  );
  const values = fc.oneof(fc.string(), fc.json(), fc.constantFrom('IC_RETINA_ERROR', '__proto__', '[{}]'));
  const body = fc.oneof(fc.constant(null), fc.string(), fc.json());
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }),
      fc.dictionary(names, values),
      body,
      fc.constantFrom<Dialect>('chart-output', 'image-charts'),
      (status, headers, text, dialect) => {
        const verdict = classify({ status, headers, body: text }, dialect);
        expect(['success', 'documented', 'undocumented']).toContain(verdict.kind);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      },
    ),
    runs(500, 3),
  );
});
