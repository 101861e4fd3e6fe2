// In: nothing. Out: samples of HTTP messages: curl -i, curl -v, raw, from developer tools, in all their disguises.
import type { Sample } from './corpus.ts';

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const limited = '{"error":"Rate limit exceeded","retryAfter":120}';
const invalid =
  '{"error":"Invalid chart specification","details":[{"path":"data.labels","message":"At least 1 label is required"},{"path":"width","message":"Number must be less than or equal to 4000"}]}';
const date = 'date: Sun, 22 Nov 2026 06:47:00 GMT';
const chart = '{"type":"bar","width":9000,"data":{"labels":[],"datasets":[{"data":[1]}]}}';

const verbose = `*   Trying 127.0.0.1:3000...
* Connected to localhost (127.0.0.1) port 3000 (#0)
> POST /api/v1/render HTTP/1.1
> Host: localhost:3000
> User-Agent: curl/7.88.1
> Accept: */*
> Authorization: Bearer pk_live_4fZk09QeS3cr3tS3cr3tS3cr3t
> Content-Type: application/json
> Content-Length: 74
>
} [74 bytes data]
< HTTP/1.1 429 Too Many Requests
< Content-Type: application/json
< Date: Sun, 22 Nov 2026 06:47:00 GMT
< Retry-After: 120
< X-RateLimit-Limit: 100
< X-RateLimit-Remaining: 0
< X-RateLimit-Reset: 2026-11-22T06:49:00.000Z
< X-Request-Id: 7c9e6679
<
{ [48 bytes data]
${limited}* Connection #0 to host localhost left intact
`;

const tls = `* Host charts.example:443 was resolved.
*   Trying 203.0.113.7:443...
* ALPN: curl offers h2,http/1.1
* TLSv1.3 (OUT), TLS handshake, Client hello (1):
* TLSv1.3 (IN), TLS handshake, Server hello (2):
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / X25519
* [HTTP/2] [1] [:method: POST]
* [HTTP/2] [1] [:path: /api/v1/render]
* [HTTP/2] [1] [authorization: Bearer pk_live_4fZk09QeS3cr3tS3cr3t]
> POST /api/v1/render HTTP/2
> Host: charts.example
> authorization: Bearer pk_live_4fZk09QeS3cr3tS3cr3t
>
  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r100   122  100    48  100    74    310    478 --:--:-- --:--:-- --:--:--   788
< HTTP/2 402
< ${date}
< content-type: application/json
< x-request-id: r-402
<
{"error":"PDF output requires the Pro plan","plan":"starter","upgradeUrl":"/app/usage-billing"}
* Connection #0 to host charts.example left intact`;

const icHead = `HTTP/1.1 400 Bad Request
Content-Type: image/png
x-ic-error-code: IS_VALIDATION_ERROR
x-ic-error-validation: [{"message":"\\"value\\" must contain at least one of [c, chart]","path":[],"type":"object.missing"}]
Content-Length: 812
`;
const png =
  '\ufffdPNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\ufffd\x00\x00\x01,\b\x06\x00\x00\x00\ufffd\x02\ufffdP'.repeat(
    12,
  );

export const messages: readonly Sample[] = [
  {
    name: 'curl -i of a 429 over HTTP/2',
    text: `HTTP/2 429 \n${date}\nretry-after: 120\nx-ratelimit-limit: 100\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 2026-11-22T06:49:00Z\nx-request-id: a1\n\n${limited}`,
    code: 'rate_limited',
    kind: 'http',
    dialect: 'chart-output',
    wait: 'over',
    ends: '2026-11-22T06:49:00.000Z',
  },
  {
    name: 'the same with Windows line ends and a prompt behind the body',
    text: crlf(`HTTP/1.1 429 Too Many Requests\n${date}\nRetry-After: 3600\n\n${limited}%\n`),
    code: 'rate_limited',
    kind: 'http',
    wait: 'ends',
    ends: '2026-11-22T07:47:00.000Z',
  },
  {
    name: 'Retry-After as an HTTP date, measured against Date',
    text: `HTTP/1.1 503 Service Unavailable\nDate: Sun, 22 Nov 2026 06:49:30 GMT\nRetry-After: Sun, 22 Nov 2026 06:51:30 GMT\n\n{"error":"Service overloaded","message":"Too many renders are waiting. Please retry."}`,
    code: 'overloaded',
    kind: 'http',
    wait: 'ends',
    ends: '2026-11-22T06:51:30.000Z',
  },
  {
    name: 'a 429 without a Date: the end is not known',
    text: `HTTP/1.1 429 Too Many Requests\nRetry-After: 120\n\n${limited}`,
    code: 'rate_limited',
    kind: 'http',
    wait: 'unknown',
  },
  {
    name: 'a reset time is an end of its own, also without a Date',
    text: `HTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset: 2026-11-22T06:55:00Z\n\n{"error":"Rate limit exceeded"}`,
    code: 'rate_limited',
    kind: 'http',
    wait: 'ends',
    ends: '2026-11-22T06:55:00.000Z',
  },
  {
    name: 'curl -v with marks, notes and a body without a line end',
    text: verbose,
    code: 'rate_limited',
    kind: 'curl-verbose',
    dialect: 'chart-output',
    wait: 'over',
    ends: '2026-11-22T06:49:00.000Z',
    removed: 1,
  },
  {
    name: 'curl -v with Windows line ends',
    text: crlf(verbose),
    code: 'rate_limited',
    kind: 'curl-verbose',
    removed: 1,
  },
  {
    name: 'curl -v over TLS and HTTP/2 with the progress meter',
    text: tls,
    code: 'pdf_requires_pro',
    kind: 'curl-verbose',
    dialect: 'chart-output',
    removed: 2,
    wait: 'none',
  },
  {
    name: 'colours of a terminal',
    text: `\x1b[1mHTTP\x1b[0m/1.1 401 Unauthorized\n\x1b[36mwww-authenticate\x1b[0m: Bearer\n\n{"error":"Invalid API key"}`,
    code: 'invalid_api_key',
    kind: 'http',
  },
  {
    name: 'raw request and answer, with the chart between them',
    text: `POST /api/v1/render HTTP/1.1\nHost: localhost:3000\nContent-Type: application/json\nAuthorization: Bearer pk_test_starter\n\n${chart}\n\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n${invalid}`,
    code: 'invalid_spec',
    kind: 'http',
    paths: ['data.labels', 'width'],
    chart: '"width":9000',
    removed: 0,
  },
  {
    name: 'folded headers: a token and a reset time on lines of their own',
    text: `GET /api/v1/render?type=bar&labels=a&data=1 HTTP/1.1\nHost: x.example\nAuthorization: Bearer\n pk_live_AAAAbbbbCCCC\n\nHTTP/1.1 429 Too Many Requests\nX-RateLimit-Reset:\n 2026-11-22T06:55:00Z\n\n{"error":"Rate limit exceeded"}`,
    code: 'rate_limited',
    kind: 'http',
    ends: '2026-11-22T06:55:00.000Z',
    chart: '"bar"',
    removed: 1,
  },
  {
    name: 'a continue and a proxy before the answer',
    text: `HTTP/1.1 200 Connection established\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 413 Payload Too Large\nContent-Type: application/json\n\n{"error":"Request body too large","message":"A chart may have at most 1048576 bytes."}`,
    code: 'body_too_large',
    kind: 'http',
  },
  {
    name: 'two answers of curl --retry: the last counts',
    text: `HTTP/1.1 502 Bad Gateway\n\n<html>nginx</html>\nHTTP/1.1 500 Internal Server Error\nX-Request-Id: r5\n\n{"error":"Internal server error"}`,
    code: 'internal_error',
    kind: 'http',
    wait: 'by-hand',
    saw: '2 answers',
  },
  {
    name: 'a gateway’s page in HTML',
    text: `HTTP/1.1 502 Bad Gateway\nServer: nginx\n${date}\nContent-Type: text/html\n\n<html>\n<head><title>502 Bad Gateway</title></head>\n</html>`,
    code: 'bad_gateway',
    kind: 'http',
    wait: 'over',
  },
  {
    name: 'a chunked body as it went over the wire',
    text: crlf(
      `HTTP/1.1 402 Payment Required\nTransfer-Encoding: chunked\n\n50\n{"error":"Monthly render quota exceeded","currentUsage":10000,"limit":10000,"plan":"trial"}\n0\n\n`,
    ),
    code: 'quota_exceeded',
    kind: 'http',
  },
  {
    name: 'wget -S, indented',
    text: `  HTTP/1.1 404 Not Found\n  Content-Type: application/json\n  X-Request-Id: w1\n\n{"error":"Not found","message":"No such endpoint or picture."}`,
    code: 'not_found',
    kind: 'http',
  },
  {
    name: 'truncated JSON: the details up to the cut',
    text: `HTTP/1.1 400 Bad Request\n\n${invalid.slice(0, 150)}`,
    code: 'invalid_spec',
    kind: 'http',
    paths: ['data.labels', 'width'],
    saw: 'ends before its JSON',
  },
  {
    name: 'a picture as the body of an Image-Charts error',
    text: `${icHead}\n${png}`,
    code: 'IS_VALIDATION_ERROR',
    kind: 'http',
    dialect: 'image-charts',
    paths: [''],
    saw: 'not text',
  },
  {
    name: 'Image-Charts: the signature, with the query it was made for',
    text: `> GET /chart.js/2.8.0?c=%7Btype%3A%27bar%27%7D&icac=acme&ichm=0f0f0f0f0f0f0f0f HTTP/1.1\n> Host: image-charts.com\n>\n< HTTP/1.1 401 Unauthorized\n< x-ic-error-code: IC_INVALID_SIGNATURE\n< x-ic-error-validation: []\n<\n`,
    code: 'IC_INVALID_SIGNATURE',
    kind: 'curl-verbose',
    dialect: 'image-charts',
    chart: "{type:'bar'}",
    removed: 2,
  },
  {
    name: 'Image-Charts: malformed JSON in the validation header',
    text: 'HTTP/2 400\nx-ic-error-code: IC_BAD_JSON_ERROR\nx-ic-error-validation: [{"message":\n\n',
    code: 'IC_BAD_JSON_ERROR',
    kind: 'http',
    paths: [],
  },
  {
    name: 'Image-Charts: a code that is newer than the list',
    text: 'HTTP/2 400\nx-ic-error-code: IC_SOMETHING_NEW\n\n',
    code: 'IC_SOMETHING_NEW',
    kind: 'http',
    dialect: 'image-charts',
  },
  {
    name: 'Image-Charts: a 429 says nothing, and blocks for a minute',
    text: `GET /chart.js/2.8.0?c={} HTTP/1.1\nHost: image-charts.com\n\nHTTP/1.1 429 Too Many Requests\n${date}\n\n`,
    code: 'rate_limited',
    kind: 'http',
    dialect: 'image-charts',
    ends: '2026-11-22T06:48:00.000Z',
    wait: 'over',
  },
  {
    name: 'a gzipped body that nobody unpacked',
    text: `HTTP/1.1 401 Unauthorized\nContent-Encoding: gzip\nContent-Type: application/json\n\n\x1f\ufffd\b\x00\x00\x00\x00\x00\x00\x03\ufffdVJ-*\ufffd/R\ufffdR\ufffd\ufffd+K\ufffd\ufffdLQ`,
    code: 'undocumented',
    kind: 'http',
    saw: 'not text',
  },
  {
    name: 'a success with its picture',
    text: `HTTP/1.1 200 OK\nContent-Type: image/png\nX-Cache: MISS\n\n${png}`,
    code: 'success',
    kind: 'http',
    wait: 'none',
  },
  {
    name: 'a teapot',
    text: "HTTP/1.1 418 I'm a teapot\n\nshort and stout",
    code: 'undocumented',
    kind: 'http',
  },
  {
    name: 'the two headers alone',
    text: 'x-ic-error-code: IC_CHARTJS_RENDERING_ERROR\nx-ic-error-validation: [{"message":"Cannot read datasets","path":["data","datasets",0]}]',
    code: 'IC_CHARTJS_RENDERING_ERROR',
    kind: 'headers',
    dialect: 'image-charts',
    paths: ['data.datasets.0'],
  },
  {
    name: 'response headers of developer tools, with its summary',
    text: `Request URL: http://localhost:3000/api/v1/render\nRequest Method: POST\nStatus Code: 429 Too Many Requests\n${date}\nretry-after: 120\nset-cookie: sid=S3cr3tS3cr3t; Path=/`,
    code: 'rate_limited',
    kind: 'headers',
    dialect: 'chart-output',
    ends: '2026-11-22T06:49:00.000Z',
    removed: 1,
  },
  {
    name: 'rate limit headers without any status',
    text: `${date}\nRetry-After: 120\nX-RateLimit-Remaining: 0`,
    code: 'rate_limited',
    kind: 'headers',
    saw: 'No status line',
  },
];
