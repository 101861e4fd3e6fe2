// In: nothing. Out: for every row of the catalogue how this server is brought to answer so, or why it cannot be; and what to load
// into the editor to see it there. One recipe per code: a row without one does not compile.
import { toBase64Url } from '#shared/base64url.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { LIMITS } from '#shared/limits.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import { getRequest, postRequest, type RenderRequest } from '../../request/send.ts';
import { imageChartsRecipes } from './recipes-image-charts.ts';

export type Recipe = {
  /** What is sent. A recipe without one is told by `elsewhere`. */
  request?: RenderRequest;
  /** The same request sent before, so often: some answers come only after another one. */
  before?: number;
  /** Why this server never answers so. */
  elsewhere?: string;
  /** What leads to it from the editor, as JSON text, with the test key and the method it takes. */
  load?: { text: string; key?: string; method?: 'GET' };
};

const chart = (more: object = {}, data: number[] = [12, 19, 7, 15]): object => ({
  type: 'bar',
  ...more,
  data: { labels: ['Mon', 'Tue', 'Wed', 'Thu'].slice(0, data.length), datasets: [{ label: 'Visits', data }] },
});
const written = (value: unknown) => JSON.stringify(value, null, 2);
const plain = written(chart());

/** A healthy chart, refused because of whose key it comes with. */
const byKey = (key: string, more: object = {}): Recipe => ({
  request: postRequest(written(chart(more)), key),
  load: { text: written(chart(more)), key },
});

const broken = plain.replace('"bar"', "'bar'");
const unlabelled = written({ type: 'bar', width: 9000, data: { labels: [], datasets: [{ data: [1] }] } });
/** Too much for a URL and little for a POST. */
const long = written({
  type: 'line',
  data: {
    labels: Array.from({ length: 200 }, (_, day) => `Day ${day + 1}`),
    datasets: [{ label: 'Visits', data: Array.from({ length: 200 }, (_, day) => 1000 + ((day * 37) % 400)) }],
  },
});

export const recipes: Readonly<Record<ErrorCode, Recipe>> = {
  invalid_spec: { request: postRequest(unlabelled, null), load: { text: unlabelled } },
  invalid_json: { request: postRequest(broken, null), load: { text: broken } },
  url_too_long: {
    request: getRequest(`${RENDER_PATH}?chart=${toBase64Url(long)}`, null),
    load: { text: long, method: 'GET' },
  },
  invalid_base64: { request: getRequest(`${RENDER_PATH}?chart=${toBase64Url(plain).slice(0, -7)}!`, null) },
  invalid_api_key: byKey('pk_test_unknown'),
  invalid_authorization: {
    request: { ...postRequest(plain, null), headers: { Authorization: 'Token pk_test_pro' } },
  },
  quota_exceeded: byKey('pk_test_quota_exceeded'),
  trial_expired: byKey('pk_test_trial_expired'),
  pdf_requires_pro: byKey('pk_test_starter', { format: 'pdf' }),
  rate_limited: { ...byKey('pk_test_rate_limited'), before: 1 },
  internal_error: byKey('pk_test_server_error'),
  not_found: { request: getRequest('/renders/00000000000000000000000000000000.png', null) },
  method_not_allowed: { request: { ...postRequest(plain, null), method: 'PUT' } },
  body_too_large: { request: postRequest(plain + ' '.repeat(LIMITS.bodyBytes), null) },
  unsupported_media_type: {
    request: { ...postRequest(plain, null), headers: { 'Content-Type': 'text/plain' } },
  },
  render_timeout: {
    elsewhere: 'It takes a machine without a processor to spare, which nobody can order.',
  },
  overloaded: byKey('pk_test_overloaded'),
  bad_gateway: byKey('pk_test_bad_gateway'),
  network_error: byKey('pk_test_drop'),
  time_out: {
    request: { ...postRequest(plain, 'pk_test_slow'), timeOutMs: 3000 },
    load: { text: plain, key: 'pk_test_slow' },
  },
  ...imageChartsRecipes,
};
