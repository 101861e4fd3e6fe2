// In: nothing. Out: the headers that answers share: who may read them from another origin, and what a browser may do with them.

/** Unlisted headers cannot be read by a page of another origin: `Retry-After` and `Date` included. */
export const exposedHeaders = [
  'Content-Type',
  'Content-Disposition',
  'ETag',
  'Cache-Control',
  'Allow',
  'WWW-Authenticate',
  'X-Cache',
  'X-Render-Time-Ms',
  'X-Request-Id',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'RateLimit-Policy',
  'RateLimit',
  'Retry-After',
  'Date',
  'Server-Timing',
  'x-ic-error-code',
  'x-ic-error-validation',
] as const;

/** On every answer, errors and the raw ones of the HTTP parser included. There are no cookies, so any origin may read. */
export const everywhere: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposedHeaders.join(', '),
  'X-Content-Type-Options': 'nosniff',
};

export const preflight: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match, X-Request-Id, Cache-Control',
  'Access-Control-Max-Age': '7200',
};

/** Pictures are made to be embedded elsewhere. */
export const embeddable: Readonly<Record<string, string>> = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
};

export const IMMUTABLE = 'public, max-age=31536000, immutable';
