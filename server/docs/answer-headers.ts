// In: nothing. Out: the headers of answers as OpenAPI components, each with what it means. One list for document and page.

const header = (description: string, schema: Record<string, unknown> = { type: 'string' }) => ({
  description,
  schema,
});
const whole = { type: 'integer', minimum: 0 };

export const answerHeaders = {
  'X-Request-Id': header('Name of this request in the server’s log; one sent along is kept'),
  'X-RateLimit-Limit': header('Requests that the window holds', whole),
  'X-RateLimit-Remaining': header('Requests left in it', whole),
  'X-RateLimit-Reset': header('When it ends, ISO 8601', { type: 'string', format: 'date-time' }),
  'RateLimit-Policy': header('The window in standard form: `"requests";q=<requests>;w=<seconds>`'),
  RateLimit: header('What is left in standard form: `"requests";r=<requests>;t=<seconds>`'),
  'Retry-After': header('Whole seconds to wait before the same request can succeed', {
    type: 'integer',
    minimum: 1,
  }),
  'WWW-Authenticate': header('Always `Bearer`'),
  Allow: header('Methods that the address answers'),
  ETag: header('Strong; the hash of the normalised chart: the order of keys and defaults do not change it'),
  'Cache-Control': header('Pictures are immutable; refusals are never stored'),
  'X-Cache': header('Whether the picture was there (`HIT`) or was drawn (`MISS`); a HIT costs no quota', {
    enum: ['HIT', 'MISS'],
  }),
  'X-Render-Time-Ms': header('Milliseconds that drawing took; 0 for a HIT', whole),
  'Server-Timing': header('Cache, wait for a free renderer, drawing; milliseconds'),
  'Content-Disposition': header('A file name, for whoever saves the picture'),
  'x-ic-error-code': header('Image-Charts dialect: the code of the refusal'),
  'x-ic-error-validation': header('Image-Charts dialect: a JSON array of objects, each with a `message`'),
} as const;

/** For an answer that carries these. */
export const headerRefs = (names: readonly string[]): Record<string, { $ref: string }> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
