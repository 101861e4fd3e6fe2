// In: status, headers and body of any answer. Out: which row of the catalogue it is and the facts it carries, or that it is
// none of them. Pure, and never throws: what servers and proxies send is the least trustworthy input of all.
import { z } from 'zod';
import {
  bodySchema,
  catalogue,
  type Detail,
  type Dialect,
  type ErrorCode,
  type ErrorRow,
  errorRow,
} from './errors.ts';
import { readJson } from './strict-json.ts';

export type Answer = {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** The body as text; null when it is an image or other bytes. */
  body: string | null;
};

export type Facts = {
  details: Detail[];
  retryAfter?: number;
  currentUsage?: number;
  limit?: number;
  plan?: string;
  upgradeUrl?: string;
  /** A sentence from the server that the row does not already say. */
  message?: string;
  requestId?: string;
};

export type Verdict =
  | { kind: 'success' }
  | {
      kind: 'documented';
      code: ErrorCode;
      facts: Facts /** Ways in which the answer departs from its row. */;
      departures: string[];
    }
  | {
      kind: 'undocumented';
      status: number /** A code of a published list that grows. */;
      code?: string;
      facts: Facts;
    };

/** Longest part of a body that is read: error bodies are small, and this may be anything. */
const MOST_READ = 65_536;

/** Names the answer. The dialect only breaks ties: error headers of the other API are recognised too. */
export function classify(answer: Answer, dialect: Dialect): Verdict {
  const { status } = answer;
  if (status >= 200 && status < 400 && answer.headers['x-ic-error-code'] === undefined)
    return { kind: 'success' };
  const headerCode = answer.headers['x-ic-error-code'];
  const hasValidation = answer.headers['x-ic-error-validation'] !== undefined;
  if (headerCode !== undefined || hasValidation) return byHeader(answer, headerCode);
  const body = readBody(answer.body);
  const facts = factsOf(body, answer);
  const code =
    byBody(status, body) ?? (dialect === 'image-charts' && status < 429 ? undefined : byStatus(status));
  if (code === undefined) return { kind: 'undocumented', status, facts };
  return { kind: 'documented', code, facts, departures: departuresOf(code, answer, body, dialect) };
}

function byHeader(answer: Answer, headerCode: string | undefined): Verdict {
  const code = headerCode?.trim() || 'IS_VALIDATION_ERROR';
  const facts = factsOf(undefined, answer);
  facts.details = validationDetails(answer.headers['x-ic-error-validation']);
  if (Object.hasOwn(catalogue, code))
    return { kind: 'documented', code: code as ErrorCode, facts, departures: [] };
  return { kind: 'undocumented', status: answer.status, code: code.slice(0, 80), facts };
}

const validationItem = z.looseObject({
  message: z.string(),
  path: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
});

/** The header's JSON array of `{ message, path? }`; a malformed or empty one is no error of ours, it just tells nothing. */
function validationDetails(header: string | undefined): Detail[] {
  if (header === undefined || header.length > MOST_READ) return [];
  const json = readJson(header);
  if (!json.ok || !Array.isArray(json.value)) return [];
  return json.value.flatMap((item): Detail[] => {
    const parsed = validationItem.safeParse(item);
    return parsed.success ? [{ path: (parsed.data.path ?? []).join('.'), message: parsed.data.message }] : [];
  });
}

function readBody(body: string | null): Record<string, unknown> | undefined {
  if (body === null || body.length > MOST_READ) return undefined;
  const json = readJson(body);
  return json.ok && typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value)
    ? (json.value as Record<string, unknown>)
    : undefined;
}

const rows = Object.entries(catalogue as Record<string, ErrorRow>) as [ErrorCode, ErrorRow][];

/** Rows are told apart by status and `error`; where two share both, by the body's details (documented causes of one error). */
function byBody(status: number, body: Record<string, unknown> | undefined): ErrorCode | undefined {
  if (body === undefined) return undefined;
  const fitting = rows.filter(
    ([, row]) => row.status === status && row.error !== undefined && row.error === body.error,
  );
  if (fitting.length > 1 && status === 400) {
    const base64 = detailsOf(body).some((d) => d.message === 'Invalid base64 encoding');
    return base64 ? 'invalid_base64' : 'invalid_spec';
  }
  return fitting[0]?.[0];
}

/** Statuses that mean one thing whatever the body says; a 400, 401 or 402 without its sentence is nobody's documented error. */
function byStatus(status: number): ErrorCode | undefined {
  const only: Record<number, ErrorCode> = {
    404: 'not_found',
    405: 'method_not_allowed',
    413: 'body_too_large',
    415: 'unsupported_media_type',
    429: 'rate_limited',
    500: 'internal_error',
    502: 'bad_gateway',
    503: 'overloaded',
  };
  return only[status];
}

const detailItem = z.looseObject({ path: z.string(), message: z.string() });

function detailsOf(body: Record<string, unknown>): Detail[] {
  const { details } = body;
  if (!Array.isArray(details)) return [];
  return details.flatMap((item): Detail[] => {
    const parsed = detailItem.safeParse(item);
    return parsed.success ? [{ path: parsed.data.path, message: parsed.data.message }] : [];
  });
}

function factsOf(body: Record<string, unknown> | undefined, answer: Answer): Facts {
  const number = (key: string) => (typeof body?.[key] === 'number' ? { [key]: body[key] } : {});
  const text = (key: string) =>
    typeof body?.[key] === 'string' ? { [key]: (body[key] as string).slice(0, 500) } : {};
  const requestId = answer.headers['x-request-id'];
  return {
    details: body ? detailsOf(body) : [],
    ...number('retryAfter'),
    ...number('currentUsage'),
    ...number('limit'),
    ...text('plan'),
    ...text('upgradeUrl'),
    ...text('message'),
    ...(requestId === undefined ? {} : { requestId: requestId.slice(0, 200) }),
  };
}

/** Where the answer breaks its own contract: worth knowing while debugging, never a reason not to explain it. */
function departuresOf(
  code: ErrorCode,
  answer: Answer,
  body: Record<string, unknown> | undefined,
  dialect: Dialect,
): string[] {
  const row = errorRow(code);
  // What a proxy or the other API answers follows no body of this catalogue.
  if (row.dialect !== 'chart-output' || dialect !== 'chart-output') return [];
  const schema = bodySchema(row);
  const departures: string[] = [];
  if (body === undefined) departures.push('The body is not the documented JSON.');
  else if (schema && !schema.safeParse(body).success)
    departures.push('The body differs from the documented one.');
  for (const header of row.headers ?? [])
    if (answer.headers[header.toLowerCase()] === undefined)
      departures.push(`The header ${header} is missing or not readable.`);
  return departures;
}
