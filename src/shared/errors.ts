// In: nothing. Out: the catalogue, one row per error that this playground can show: what it is, whose move it is, whether to
// retry, and the exact body it travels in. Server bodies, cards, `/api/v1/errors` and the README's table are made from it.
import { z } from 'zod';
import { imageChartsErrors } from './errors-image-charts.ts';

export type Dialect = 'chart-output' | 'image-charts';
export type Move = 'you' | 'wait' | 'us';
export type RetryRule = 'never' | 'after-wait' | 'backoff' | 'by-hand';

export type ErrorRow = {
  /** The API that documents it; `transport` for what any server, proxy or network may do. */
  dialect: Dialect | 'transport';
  /** HTTP status, or null where no answer came or none is documented. */
  status: number | null;
  /** Where the row comes from: the vendor's pages, the vendor's own clients, the nature of the code, or this project. */
  source: 'documented' | 'observed' | 'inferred' | 'own';
  move: Move;
  retry: RetryRule;
  /** The card's headline. */
  title: string;
  meaning: string;
  fix: string;
  /** Headers it carries beside the ones of every answer. */
  headers?: readonly string[];
  /** The body's `error` sentence, and further sentences that never change. */
  error?: string;
  fixed?: { message: string };
  /** The body's variable part, in the order it is written. */
  facts?: z.ZodObject;
  /** Facts of a typical answer, for the docs and for offline examples. */
  example?: Record<string, unknown>;
};

const row = <R extends ErrorRow>(value: R): R => value;

/** Where a plan is bought: a page of the vendor's app in the documented bodies. */
export const UPGRADE_URL = '/app/usage-billing';

const detail = z.strictObject({ path: z.string(), message: z.string() });
const planFacts = z.strictObject({ plan: z.string(), upgradeUrl: z.string() });
const told = z.strictObject({ message: z.string() });
/** Not `min(1)`: that would ask anything with a `length`, and an answer read here is a stranger's. */
const details = z.strictObject({
  details: z
    .array(detail)
    .refine((all) => all.length > 0)
    .meta({ minItems: 1 }),
});

export type Detail = z.infer<typeof detail>;

const never = { dialect: 'chart-output', move: 'you', retry: 'never' } as const;

export const chartOutputErrors = {
  invalid_spec: row({
    ...never,
    status: 400,
    source: 'documented',
    title: 'The chart breaks a rule',
    meaning:
      'The JSON is well formed, but one or more fields are missing, of the wrong type or outside their limits.',
    fix: 'Correct the fields listed; the editor marks each one.',
    error: 'Invalid chart specification',
    facts: details,
    example: {
      details: [
        { path: 'data.labels', message: 'At least 1 label is required' },
        { path: 'width', message: 'Number must be less than or equal to 4000' },
      ],
    },
  }),
  invalid_json: row({
    ...never,
    status: 400,
    source: 'documented',
    title: 'The request body is not JSON',
    meaning:
      'The server could not read the body: strict JSON allows no comments, trailing commas or single quotes.',
    fix: 'Fix the syntax error that the editor marks, then send again.',
    error: 'Invalid JSON in request body',
  }),
  url_too_long: row({
    ...never,
    status: 400,
    source: 'documented',
    title: 'The URL is too long',
    meaning: 'A GET URL may have 2000 characters, path and query together.',
    fix: 'Send the chart by POST, or shorten it: fewer points, fewer digits, fewer options.',
    error: 'URL too long',
    fixed: { message: 'URL exceeds 2000 characters. Use POST for complex charts.' },
  }),
  invalid_base64: row({
    ...never,
    status: 400,
    source: 'documented',
    title: 'The chart in the URL cannot be decoded',
    meaning:
      'The parameter chart (or c) is not base64url of the chart’s JSON. Links that were cut or encoded twice look like this.',
    fix: 'Copy the whole URL again, or encode the JSON as base64url: - and _ in place of + and /.',
    error: 'Invalid chart specification',
    facts: details,
    example: { details: [{ path: 'chart', message: 'Invalid base64 encoding' }] },
  }),
  invalid_api_key: row({
    ...never,
    status: 401,
    source: 'documented',
    title: 'The API key is not valid',
    meaning:
      'A key was sent, but no account has it. Without any key the request would run with the starter plan’s limits.',
    fix: 'Check the key for missing or extra characters, or choose another one.',
    headers: ['WWW-Authenticate'],
    error: 'Invalid API key',
  }),
  invalid_authorization: row({
    ...never,
    status: 401,
    source: 'documented',
    title: 'The Authorization header has the wrong form',
    meaning: 'The header must be the word Bearer, one space and the key.',
    fix: 'Send Authorization: Bearer <key>.',
    headers: ['WWW-Authenticate'],
    error: 'Invalid Authorization format. Use: Bearer <key>',
  }),
  quota_exceeded: row({
    ...never,
    status: 402,
    source: 'documented',
    title: 'This month’s renders are used up',
    meaning:
      'The plan’s monthly number of renders is reached. Pictures made before are still served from the cache for free.',
    fix: 'Upgrade the plan, or wait for the first day of next month (UTC).',
    error: 'Monthly render quota exceeded',
    facts: z.strictObject({ currentUsage: z.number(), limit: z.number(), plan: z.string() }),
    example: { currentUsage: 10000, limit: 10000, plan: 'trial' },
  }),
  trial_expired: row({
    ...never,
    status: 402,
    source: 'documented',
    title: 'The trial has ended',
    meaning: 'The account’s trial is over, and no plan has been chosen since.',
    fix: 'Choose a plan, or render without a key.',
    error: 'Trial expired. Please upgrade to continue.',
    facts: planFacts,
    example: { plan: 'expired', upgradeUrl: UPGRADE_URL },
  }),
  pdf_requires_pro: row({
    ...never,
    status: 402,
    source: 'documented',
    title: 'PDF needs the Pro plan',
    meaning: 'The chart asks for PDF, which the plan does not include.',
    fix: 'Choose SVG (also vector) or PNG, or upgrade to Pro.',
    error: 'PDF output requires the Pro plan',
    facts: planFacts,
    example: { plan: 'starter', upgradeUrl: UPGRADE_URL },
  }),
  rate_limited: row({
    dialect: 'chart-output',
    status: 429,
    source: 'documented',
    move: 'wait',
    retry: 'after-wait',
    title: 'Too many requests',
    meaning:
      'The requests allowed in the current window are used up. The server says when the next window opens.',
    fix: 'Nothing to change: wait, then send the same request again.',
    headers: ['Retry-After', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'],
    error: 'Rate limit exceeded',
    facts: z.strictObject({ retryAfter: z.number() }),
    example: { retryAfter: 120 },
  }),
  internal_error: row({
    dialect: 'chart-output',
    status: 500,
    source: 'documented',
    move: 'us',
    retry: 'by-hand',
    title: 'The server failed',
    meaning: 'Something broke on the server. Whether the render was made is not known.',
    fix: 'Try once more by hand. If it fails again, report the request id: the server’s log holds the cause under it.',
    error: 'Internal server error',
  }),
  not_found: row({
    ...never,
    status: 404,
    source: 'own',
    title: 'Nothing is at this address',
    meaning: 'The server has no such path, or the saved picture does not exist.',
    fix: 'Check the address.',
    error: 'Not found',
    facts: told,
    example: { message: 'No such endpoint or picture.' },
  }),
  method_not_allowed: row({
    ...never,
    status: 405,
    source: 'own',
    title: 'The address does not take this method',
    meaning: 'The path exists, but not for this HTTP method.',
    fix: 'Use one of the methods that the Allow header lists.',
    headers: ['Allow'],
    error: 'Method not allowed',
    facts: told,
    example: { message: 'Use GET, HEAD or POST.' },
  }),
  body_too_large: row({
    ...never,
    status: 413,
    source: 'own',
    title: 'The request body is too large',
    meaning: 'A chart may be sent in at most 1 MiB of JSON.',
    fix: 'Send fewer points, or leave out spaces and line breaks.',
    error: 'Request body too large',
    facts: told,
    example: { message: 'A chart may have at most 1048576 bytes.' },
  }),
  unsupported_media_type: row({
    ...never,
    status: 415,
    source: 'own',
    title: 'The body’s type is not supported',
    meaning: 'Charts are taken as uncompressed application/json.',
    fix: 'Send Content-Type: application/json and no Content-Encoding.',
    error: 'Unsupported media type',
    facts: told,
    example: { message: 'Send the chart as application/json.' },
  }),
  render_timeout: row({
    dialect: 'chart-output',
    status: 503,
    source: 'own',
    move: 'wait',
    retry: 'after-wait',
    title: 'Drawing took too long',
    meaning: 'The server was too busy to finish this picture in time. The chart itself is not at fault.',
    fix: 'Nothing to change: wait, then send the same request again.',
    headers: ['Retry-After'],
    error: 'Render timed out',
    facts: told,
    example: { message: 'The server is busy. Please retry.' },
  }),
  overloaded: row({
    dialect: 'chart-output',
    status: 503,
    source: 'own',
    move: 'wait',
    retry: 'after-wait',
    title: 'The server is busy',
    meaning: 'More renders are waiting than the server can draw in time, so it refused this one at the door.',
    fix: 'Nothing to change: wait, then send the same request again.',
    headers: ['Retry-After'],
    error: 'Service overloaded',
    facts: told,
    example: { message: 'Too many renders are waiting. Please retry.' },
  }),
} as const satisfies Record<string, ErrorRow>;

/** What any network may do to a request, whichever API it is meant for. */
export const transportErrors = {
  bad_gateway: row({
    dialect: 'transport',
    status: 502,
    source: 'documented',
    move: 'wait',
    retry: 'backoff',
    title: 'A gateway could not reach the server',
    meaning:
      'Something between here and the renderer answered in its place. This passes by itself in most cases.',
    fix: 'Nothing to change: the request is tried again, a little later each time.',
    error: 'Bad gateway',
    facts: told,
    example: { message: 'The renderer could not be reached.' },
  }),
  network_error: row({
    dialect: 'transport',
    status: null,
    source: 'documented',
    move: 'wait',
    retry: 'backoff',
    title: 'No answer came back',
    meaning:
      'The connection failed or was cut before an answer arrived: no network, a stopped server, or a blocked request.',
    fix: 'Check that you are online and the server is running. The request is tried again, a little later each time.',
  }),
  time_out: row({
    dialect: 'transport',
    status: null,
    source: 'documented',
    move: 'wait',
    retry: 'backoff',
    title: 'The answer took too long',
    meaning: 'The page stopped waiting. The server may still be working on the picture.',
    fix: 'Try again, or make the chart smaller.',
  }),
} as const satisfies Record<string, ErrorRow>;

export const catalogue = { ...chartOutputErrors, ...transportErrors, ...imageChartsErrors };
export type ErrorCode = keyof typeof catalogue;
const served = { ...chartOutputErrors, bad_gateway: transportErrors.bad_gateway };
/** The codes that this server answers with. */
export type ServedCode = keyof typeof served;
export const servedCodes = Object.keys(served) as ServedCode[];
export const errorRow = (code: ErrorCode): ErrorRow => catalogue[code];

type FactsSchema<C extends ServedCode> = (typeof served)[C] extends { facts: infer F extends z.ZodObject }
  ? F
  : never;
/** What must be known to answer with a code: nothing, or the body's variable part. */
export type Facts<C extends ServedCode> = [FactsSchema<C>] extends [never]
  ? undefined
  : z.infer<FactsSchema<C>>;

/**
 * The documented body, keys in the documented order: `JSON.stringify` of it is the answer byte for byte.
 * Facts are written in the order of the row's schema, whatever order they come in.
 */
export function errorBody<C extends ServedCode>(code: C, facts: Facts<C>): Record<string, unknown> {
  const { error, fixed, facts: schema } = errorRow(code);
  return { error, ...fixed, ...(schema ? schema.parse(facts) : {}) };
}

/** The zod schema of a row's whole body, to judge an answer against what is documented. */
export function bodySchema(row: ErrorRow): z.ZodObject | undefined {
  if (row.error === undefined) return undefined;
  const message = row.fixed ? { message: z.literal(row.fixed.message) } : {};
  return z.strictObject({ error: z.literal(row.error), ...message, ...(row.facts?.shape ?? {}) });
}

/** The catalogue as data, for `/api/v1/errors` and for whoever writes docs. */
export const catalogueRows = () =>
  Object.entries(catalogue as Record<string, ErrorRow>).map(
    ([code, { error, fixed, facts: _, example, ...row }]) => ({
      code,
      ...row,
      ...(error === undefined ? {} : { body: { error, ...fixed, ...example } }),
    }),
  );
