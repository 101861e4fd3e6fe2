// In: the catalogue. Out: that every row is whole, every documented body is written byte for byte, and facts are typed.
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  bodySchema,
  catalogue,
  catalogueRows,
  chartOutputErrors,
  type Detail,
  type ErrorCode,
  type ErrorRow,
  errorBody,
  errorRow,
  type Facts,
  type ServedCode,
  servedCodes,
  transportErrors,
  UPGRADE_URL,
} from '#shared/errors.ts';
import { imageChartsErrors } from '#shared/errors-image-charts.ts';

const rows = Object.entries(catalogue as Record<string, ErrorRow>);
const text = (code: ServedCode, facts?: unknown) =>
  JSON.stringify(errorBody(code, facts as Facts<typeof code>));

describe('every row', () => {
  test.each(rows)('%s says what it is, whose move it is and what to do', (_, row) => {
    expect(['chart-output', 'image-charts', 'transport']).toContain(row.dialect);
    expect(['documented', 'observed', 'inferred', 'own']).toContain(row.source);
    expect(['you', 'wait', 'us']).toContain(row.move);
    expect(['never', 'after-wait', 'backoff', 'by-hand']).toContain(row.retry);
    expect(row.title).toMatch(/^[A-Z].{3,60}[A-Za-z]$/);
    expect(row.meaning).toMatch(/^\S.{5,}\.\)?$/s);
    expect(row.fix).toMatch(/^[A-Z].{5,}\.$/s);
  });

  test.each(rows)('%s: whose move it is fits its retry rule and status', (_, row) => {
    const move = { never: 'you', 'after-wait': 'wait', backoff: 'wait', 'by-hand': 'us' }[row.retry];
    expect(row.move).toBe(move);
    const status = row.status ?? 400;
    expect(row.retry === 'after-wait').toBe(status === 429 || status === 503);
    expect(row.retry === 'by-hand').toBe(status === 500);
  });

  test('facts and example come together, and the example fits', () => {
    for (const [code, row] of rows) {
      expect([code, row.example === undefined]).toEqual([code, row.facts === undefined]);
      expect([code, row.facts?.safeParse(row.example).success ?? true]).toEqual([code, true]);
    }
  });

  test('titles differ', () => {
    const titles = rows.map(([, row]) => row.title).filter((title) => title !== 'Not a chart error');
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('the documented bodies, byte for byte', () => {
  const details = '"details":[{"path":"data.labels","message":"At least 1 label is required"},';
  test.each<[code: ServedCode, facts: unknown, body: string]>([
    [
      'invalid_spec',
      {
        details: [
          { path: 'data.labels', message: 'At least 1 label is required' },
          { path: 'width', message: 'Number must be less than or equal to 4000' },
        ],
      },
      `{"error":"Invalid chart specification",${details}{"path":"width","message":"Number must be less than or equal to 4000"}]}`,
    ],
    ['invalid_json', undefined, '{"error":"Invalid JSON in request body"}'],
    [
      'url_too_long',
      undefined,
      '{"error":"URL too long","message":"URL exceeds 2000 characters. Use POST for complex charts."}',
    ],
    [
      'invalid_base64',
      { details: [{ path: 'chart', message: 'Invalid base64 encoding' }] },
      '{"error":"Invalid chart specification","details":[{"path":"chart","message":"Invalid base64 encoding"}]}',
    ],
    ['invalid_api_key', undefined, '{"error":"Invalid API key"}'],
    ['invalid_authorization', undefined, '{"error":"Invalid Authorization format. Use: Bearer <key>"}'],
    [
      'quota_exceeded',
      { plan: 'trial', limit: 10000, currentUsage: 10000 },
      '{"error":"Monthly render quota exceeded","currentUsage":10000,"limit":10000,"plan":"trial"}',
    ],
    [
      'trial_expired',
      { upgradeUrl: UPGRADE_URL, plan: 'expired' },
      '{"error":"Trial expired. Please upgrade to continue.","plan":"expired","upgradeUrl":"/app/usage-billing"}',
    ],
    [
      'pdf_requires_pro',
      { upgradeUrl: UPGRADE_URL, plan: 'starter' },
      '{"error":"PDF output requires the Pro plan","plan":"starter","upgradeUrl":"/app/usage-billing"}',
    ],
    ['rate_limited', { retryAfter: 120 }, '{"error":"Rate limit exceeded","retryAfter":120}'],
    ['internal_error', undefined, '{"error":"Internal server error"}'],
  ])('%s, whatever the order of its facts', (code, facts, body) => {
    expect(text(code, facts)).toBe(body);
  });

  test.each(servedCodes)('%s: the schema of its body takes its own example and nothing more', (code) => {
    const row = errorRow(code);
    const body = errorBody(code, row.example as Facts<typeof code>);
    const schema = bodySchema(row);
    expect(schema?.safeParse(body).success).toBe(true);
    expect(schema?.safeParse({ ...body, stack: 'at x' }).success).toBe(false);
    expect(schema?.safeParse({ ...body, error: 'Something else' }).success).toBe(false);
  });

  test('facts that are missing or wrong do not get out', () => {
    expect(() => text('rate_limited', {})).toThrow();
    expect(() => text('rate_limited', { retryAfter: '120' })).toThrow();
    expect(() => text('quota_exceeded', { currentUsage: 1, limit: 1, plan: 'x', secret: 1 })).toThrow();
    expect(() => text('invalid_spec', { details: [] })).toThrow();
  });

  test('a row without a body has no schema', () => {
    expect(bodySchema(errorRow('network_error'))).toBeUndefined();
    expect(bodySchema(errorRow('IC_RETINA_ERROR'))).toBeUndefined();
  });
});

describe('statuses and headers', () => {
  test.each<[code: ErrorCode, status: number | null, headers: readonly string[] | undefined]>([
    ['invalid_spec', 400, undefined],
    ['invalid_json', 400, undefined],
    ['url_too_long', 400, undefined],
    ['invalid_base64', 400, undefined],
    ['invalid_api_key', 401, ['WWW-Authenticate']],
    ['invalid_authorization', 401, ['WWW-Authenticate']],
    ['quota_exceeded', 402, undefined],
    ['trial_expired', 402, undefined],
    ['pdf_requires_pro', 402, undefined],
    ['rate_limited', 429, ['Retry-After', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']],
    ['internal_error', 500, undefined],
    ['not_found', 404, undefined],
    ['method_not_allowed', 405, ['Allow']],
    ['body_too_large', 413, undefined],
    ['unsupported_media_type', 415, undefined],
    ['render_timeout', 503, ['Retry-After']],
    ['overloaded', 503, ['Retry-After']],
    ['bad_gateway', 502, undefined],
    ['network_error', null, undefined],
    ['time_out', null, undefined],
    ['IS_VALIDATION_ERROR', 400, ['x-ic-error-code', 'x-ic-error-validation']],
    ['IC_MISSING_ENT_PARAMETER', 400, ['x-ic-error-code', 'x-ic-error-validation']],
    ['IC_INVALID_SIGNATURE', 401, ['x-ic-error-code', 'x-ic-error-validation']],
    ['IC_ACCOUNT_ID_NOT_FOUND', 401, ['x-ic-error-code', 'x-ic-error-validation']],
    ['IC_LOCALE_ERROR', 403, ['x-ic-error-code', 'x-ic-error-validation']],
    ['IC_DATA_LOADING_FAILED', null, ['x-ic-error-code', 'x-ic-error-validation']],
  ])('%s', (code, status, headers) => {
    expect([errorRow(code).status, errorRow(code).headers]).toEqual([status, headers]);
  });
});

const published = `IS_VALIDATION_ERROR IC_MISSING_ENT_PARAMETER IC_INVALID_SIGNATURE IC_ACCOUNT_ID_NOT_FOUND IC_RETINA_ERROR
  IC_LOCALE_ERROR IC_UNAUTHORIZED_FONT_STYLE_ERROR IC_UNAUTHORIZED_FONT_FAMILY_ERROR IC_UNAUTHORIZED_STYLE_TITLE_ERROR
  IC_UNAUTHORIZED_MULTI_AXIS_ERROR IC_UNAUTHORIZED_COMPOUND_CHART_ERROR IC_UNAUTHORIZED_BACKGROUND_IMAGE_CHART_ERROR
  IC_BAD_JSON_ERROR IC_BAD_DATA_FORMAT IC_BAD_BACKGROUND_COLOR_ERROR IC_CHARTJS_RENDERING_ERROR
  IC_BAD_BACKGROUND_IMAGE_MAX_SIZE_REACHED_ERROR IC_BAD_BACKGROUND_IMAGE_MAX_REDIRECTS_REACHED_ERROR
  IC_BAD_BACKGROUND_IMAGE_MAX_TIMEOUT_REACHED_ERROR IC_BAD_BACKGROUND_IMAGE_COULD_BE_DOWNLOADED_ERROR
  IC_GRAPHVIZ_INVALID_SYNTAX IC_GRAPHVIZ_ERROR IC_GRAPHVIZ_MAX_EDGES_REACHED IC_GRAPHVIZ_MAX_NODES_REACHED
  IC_QRCODE_TOO_MUCH_DATA IC_EMAIL_NOT_SENT IC_SEND_EMAIL_MISSING IC_CONTACT_NOT_UPDATED IC_METADATA_EMAIL_MISSING
  IC_UPDATE_METADATA_FAILED IC_CUSTOMER_SEARCH_FAILED IC_DATA_LOADING_FAILED`;

test('the Image-Charts rows are exactly the published codes, none of them retried', () => {
  expect(Object.keys(imageChartsErrors).sort()).toEqual(published.split(/\s+/).sort());
  expect(Object.values<ErrorRow>(imageChartsErrors).every((row) => row.retry === 'never')).toBe(true);
});

test('the server answers with its own rows and the gateway’s', () => {
  expect(servedCodes).toEqual([...Object.keys(chartOutputErrors), 'bad_gateway']);
  expect(Object.keys(transportErrors)).toEqual(['bad_gateway', 'network_error', 'time_out']);
});

test('the catalogue as data: every code once, JSON, with a body where there is one', () => {
  const data = catalogueRows();
  expect(data.map(({ code }) => code)).toEqual(Object.keys(catalogue));
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  expect(data.find(({ code }) => code === 'rate_limited')).toMatchObject({
    status: 429,
    body: { error: 'Rate limit exceeded', retryAfter: 120 },
  });
  expect(data.find(({ code }) => code === 'network_error')).not.toHaveProperty('body');
  expect(data.some((row) => 'facts' in row)).toBe(false);
});

test('facts are typed: a missing or foreign one does not compile', () => {
  expectTypeOf<Facts<'rate_limited'>>().toEqualTypeOf<{ retryAfter: number }>();
  expectTypeOf<Facts<'internal_error'>>().toEqualTypeOf<undefined>();
  expectTypeOf<Facts<'url_too_long'>>().toEqualTypeOf<undefined>();
  expectTypeOf<Facts<'quota_exceeded'>>().toEqualTypeOf<{
    currentUsage: number;
    limit: number;
    plan: string;
  }>();
  expectTypeOf<Facts<'invalid_spec'>>().toEqualTypeOf<{ details: Detail[] }>();
  expectTypeOf<'IC_RETINA_ERROR'>().not.toExtend<ServedCode>();
  expectTypeOf<'network_error'>().not.toExtend<ServedCode>();
  expectTypeOf(errorBody<'rate_limited'>)
    .parameter(1)
    .toEqualTypeOf<{ retryAfter: number }>();
});
