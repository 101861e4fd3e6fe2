// In: nothing. Out: samples of bodies, HAR files, log lines, and of what is no answer at all.
import type { Sample } from './corpus.ts';

const entry = (url: string, status: number, body: string, more: object = {}) => ({
  startedDateTime: '2026-11-22T06:46:59.900Z',
  time: 100,
  request: {
    method: 'POST',
    url,
    headers: [
      { name: 'Authorization', value: 'Bearer pk_live_4fZk09QeS3cr3t' },
      { name: 'Cookie', value: 'sid=S3cr3tS3cr3t' },
    ],
    cookies: [{ name: 'sid', value: 'S3cr3tS3cr3t' }],
    postData: { mimeType: 'application/json', text: '{"type":"bar","data":{"labels":["a"],"datasets":[]}}' },
  },
  response: {
    status,
    statusText: '',
    headers: [{ name: 'Retry-After', value: '600' }],
    content: { mimeType: 'application/json', text: body },
    ...more,
  },
});
const limited = entry(
  'http://localhost:3000/api/v1/render',
  429,
  '{"error":"Rate limit exceeded","retryAfter":600}',
);
const whole = {
  log: {
    version: '1.2',
    creator: { name: 'Browser', version: '1' },
    entries: [
      entry('http://localhost:3000/', 200, '<!doctype html>'),
      limited,
      entry('http://localhost:3000/x.css', 404, ''),
    ],
  },
};
const line = (more: object) =>
  JSON.stringify({
    level: 30,
    time: '2026-11-22T06:47:00.000Z',
    requestId: '7c9e6679',
    method: 'POST',
    path: '/api/v1/render',
    ...more,
  });

/** Without patterns of its own, and the same in every run. */
const noise = (length: number): string => {
  let state = 7;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += String.fromCharCode(32 + ((state >>> 16) % 95));
  }
  return text;
};

export const others: readonly Sample[] = [
  {
    name: 'a bare body',
    text: '{ "error": "Invalid API key" }',
    code: 'invalid_api_key',
    kind: 'json-body',
    dialect: 'chart-output',
  },
  {
    name: 'a bare body laid out, with details',
    text: JSON.stringify(
      {
        error: 'Invalid chart specification',
        details: [{ path: 'data.datasets.0.data', message: 'Required' }],
      },
      null,
      2,
    ),
    code: 'invalid_spec',
    kind: 'json-body',
    paths: ['data.datasets.0.data'],
  },
  {
    name: 'a body of the base64 cause',
    text: '{"error":"Invalid chart specification","details":[{"path":"c","message":"Invalid base64 encoding"}]}',
    code: 'invalid_base64',
    kind: 'json-body',
  },
  {
    name: 'a long URL',
    text: '{"error":"URL too long","message":"URL exceeds 2000 characters. Use POST for complex charts."}',
    code: 'url_too_long',
    kind: 'json-body',
  },
  {
    name: 'an expired trial',
    text: '{"error":"Trial expired. Please upgrade to continue.","plan":"expired","upgradeUrl":"/app/usage-billing"}',
    code: 'trial_expired',
    kind: 'json-body',
  },
  {
    name: 'a body cut inside its sentence',
    text: '{"error":"Rate limit exc',
    code: 'rate_limited',
    kind: 'json-body',
    saw: 'ends before',
  },
  {
    name: 'a body with a word before it',
    text: 'Response body:\n{"error":"Unsupported media type","message":"x"}',
    code: 'unsupported_media_type',
    kind: 'json-body',
  },
  {
    name: 'a foreign API’s error',
    text: '{"error":"insufficient_funds","apiKey":"S3cr3tS3cr3t"}',
    code: 'unrecognised',
    kind: 'json-body',
    saw: 'insufficient_funds',
    removed: 1,
  },
  {
    name: 'a chart is no answer',
    text: '{"type":"bar","data":{"labels":["a"],"datasets":[]}}',
    code: 'no-answer',
    kind: 'json-body',
    chart: '"bar"',
  },
  {
    name: 'a whole HAR: the last refused render',
    text: JSON.stringify(whole, null, 2),
    code: 'rate_limited',
    kind: 'har',
    dialect: 'chart-output',
    wait: 'ends',
    ends: '2026-11-22T06:57:00.000Z',
    chart: '"type":"bar"',
    removed: 2,
    saw: '3 answers',
  },
  {
    name: 'one HAR entry',
    text: JSON.stringify(limited),
    code: 'rate_limited',
    kind: 'har',
    chart: '"bar"',
    removed: 2,
  },
  {
    name: 'a HAR entry whose body is base64',
    text: JSON.stringify(
      entry('http://localhost:3000/api/v1/render', 500, '', {
        content: {
          mimeType: 'application/json',
          encoding: 'base64',
          text: btoa('{"error":"Internal server error"}'),
        },
      }),
    ),
    code: 'internal_error',
    kind: 'har',
    wait: 'by-hand',
  },
  {
    name: 'a HAR entry without an answer',
    text: JSON.stringify(
      entry('http://localhost:3000/api/v1/render', 0, '', { _error: 'net::ERR_TIMED_OUT' }),
    ),
    code: 'time_out',
    kind: 'har',
  },
  {
    name: 'a HAR that was cut off',
    text: JSON.stringify(whole, null, 2).slice(0, 2300),
    code: 'rate_limited',
    kind: 'har',
    chart: '"bar"',
  },
  {
    name: 'a HAR that was cut off before any answer',
    text: JSON.stringify({ log: { entries: [limited] } }).slice(0, 300),
    code: 'no-answer',
    kind: 'har',
  },
  {
    name: 'our own log',
    text: line({ status: 429, ms: 3, code: 'rate_limited', msg: 'request' }),
    code: 'rate_limited',
    kind: 'json-log',
    dialect: 'chart-output',
    wait: 'over',
  },
  {
    name: 'our own log behind a container’s prefix, several lines',
    text: `web-1  | ${line({ status: 503, code: 'overloaded', msg: 'request' })}\nweb-1  | ${line({ status: 200, msg: 'request' })}`,
    code: 'overloaded',
    kind: 'json-log',
  },
  {
    name: 'a failure in our own log',
    text: line({ msg: 'failure', cause: 'Error: spawn' }),
    code: 'internal_error',
    kind: 'json-log',
    wait: 'by-hand',
  },
  {
    name: 'a client that left',
    text: line({ status: 499, code: 'client_gone', msg: 'request' }),
    code: 'client_gone',
    kind: 'json-log',
  },
  {
    name: 'an access log',
    text: '203.0.113.9 - - [22/Nov/2026:06:47:00 +0000] "GET /api/v1/render?type=bar&labels=a&data=1&key=S3cr3tS3cr3t HTTP/1.1" 429 48 "-" "curl/7.88.1"',
    code: 'rate_limited',
    kind: 'access-log',
    dialect: 'chart-output',
    chart: '"bar"',
    removed: 1,
  },
  { name: 'nothing', text: '', code: 'unrecognised', kind: 'unknown', saw: 'No text' },
  {
    name: 'a sentence',
    text: 'Why is my chart empty?',
    code: 'unrecognised',
    kind: 'unknown',
    saw: 'begins with',
  },
  {
    name: 'a page',
    text: '<!doctype html><html><head><title>Sign in</title></head><body></body></html>',
    code: 'unrecognised',
    kind: 'unknown',
    saw: 'Sign in',
  },
  {
    name: 'a picture alone',
    text: `\ufffdPNG\r\n\x1a\n${'\x00\x01\ufffd\ufffd'.repeat(500)}`,
    code: 'unrecognised',
    kind: 'image',
    saw: 'not text',
  },
  {
    name: 'gzip alone',
    text: `\x1f\ufffd\b\x00\x00\x00\x00\x00\x00\x03${'\ufffdV\x02*'.repeat(300)}`,
    code: 'unrecognised',
    kind: 'image',
    saw: 'not text',
  },
  {
    name: 'a megabyte of noise',
    text: noise(1_048_576),
    code: 'unrecognised',
    kind: 'unknown',
    saw: 'nobody read',
  },
  {
    name: 'a megabyte of brackets',
    text: '[{"a":'.repeat(175_000),
    code: 'unrecognised',
    kind: 'unknown',
    saw: 'nobody read',
  },
  {
    name: 'an answer before a megabyte of noise',
    text: `HTTP/1.1 405 Method Not Allowed\nAllow: GET\n\n${noise(1_048_576)}`,
    code: 'method_not_allowed',
    kind: 'http',
    saw: 'nobody read',
  },
];
