// In: the exchange found in a paste. Out: whose API it was, and which row of the catalogue its answer is.
import { type Answer, classify, type Facts } from '#shared/classify.ts';
import { catalogue, type Dialect, type ErrorCode, type ErrorRow, errorRow } from '#shared/errors.ts';
import type { CallVerdict } from '../../request/call.ts';
import { type LooseJson, looseJson } from './body-text.ts';
import { type Found, headerRecord } from './found.ts';

export type PastedVerdict =
  | CallVerdict
  /** A request, and nothing that came back. */
  | { kind: 'no-answer' }
  | { kind: 'unrecognised' };

export type Judgement = {
  dialect: Dialect | undefined;
  verdict: PastedVerdict;
  /** The status came from the body or the headers, since the paste has no status line. */
  inferred: boolean;
  /** The body ends before its JSON does. */
  cut: boolean;
};

const rows = Object.entries(catalogue as Record<string, ErrorRow>) as [ErrorCode, ErrorRow][];
/** Shortest beginning of a sentence that is taken for the whole of it. */
const SHORTEST_BEGINNING = 8;

export function judge(found: Found): Judgement {
  const headers = headerRecord(found.response?.headers ?? []);
  const body = found.response?.body ?? null;
  const loose = body === null ? undefined : looseJson(body);
  const named = loose && documentedSentence(loose);
  const dialect = dialectOf(found, headers, named?.[1]);
  const base = { dialect, inferred: false, cut: loose?.cut === true };
  if (found.unreached) return { ...base, verdict: { kind: 'unreached', code: found.unreached } };
  if (found.code !== undefined) return { ...base, verdict: byCode(found, found.code) };
  const { response } = found;
  if (!response) return { ...base, verdict: { kind: found.request ? 'no-answer' : 'unrecognised' } };

  const text = loose ? JSON.stringify(named ? { ...loose.value, error: named[1].error } : loose.value) : body;
  const status = response.status ?? statusFrom(headers, named?.[1]);
  if (status === undefined) return { ...base, verdict: { kind: 'unrecognised' } };
  const answer: Answer = { status, headers, body: text };
  const verdict = classify(answer, dialect ?? 'chart-output');
  const inferred = response.status === null;
  return { ...base, inferred, verdict: inferred ? withoutMissingHeaders(verdict, headers) : verdict };
}

/** The row whose `error` sentence this is, or begins, where the rest was cut off. */
function documentedSentence({ value, cut }: LooseJson): [ErrorCode, ErrorRow] | undefined {
  const { error } = value;
  if (typeof error !== 'string') return undefined;
  const exact = rows.find(([, row]) => row.error === error);
  if (exact || !cut || error.length < SHORTEST_BEGINNING) return exact;
  const begun = rows.filter(([, row]) => row.error?.startsWith(error));
  return begun.every(([, row]) => row.error === begun[0]?.[1].error) ? begun[0] : undefined;
}

function dialectOf(
  { request, code }: Found,
  headers: Readonly<Record<string, string>>,
  named: ErrorRow | undefined,
): Dialect | undefined {
  if (headers['x-ic-error-code'] !== undefined || headers['x-ic-error-validation'] !== undefined)
    return 'image-charts';
  const place = request?.url.split('?', 1)[0] ?? '';
  if (/\/chart\.js\/|image-charts\.com/i.test(place)) return 'image-charts';
  if (/\/api\/v1\/|\/renders\//.test(place)) return 'chart-output';
  const row = named ?? (isCode(code) ? errorRow(code) : undefined);
  return row && row.dialect !== 'transport' ? row.dialect : undefined;
}

const isCode = (code: string | undefined): code is ErrorCode =>
  code !== undefined && Object.hasOwn(catalogue, code);

/** A log names the code itself: nothing is left to be guessed. */
function byCode({ code: _, response, requestId }: Found, code: string): PastedVerdict {
  const facts: Facts = {
    details: [],
    ...(response?.body ? { message: response.body.slice(0, 500) } : {}),
    ...(requestId === undefined ? {} : { requestId }),
  };
  if (isCode(code)) return { kind: 'documented', code, facts, departures: [] };
  return { kind: 'undocumented', status: response?.status ?? 0, code: code.slice(0, 80), facts };
}

function statusFrom(
  headers: Readonly<Record<string, string>>,
  named: ErrorRow | undefined,
): number | undefined {
  if (named) return named.status ?? undefined;
  const code = headers['x-ic-error-code']?.trim();
  if (code !== undefined) return (isCode(code) ? errorRow(code).status : null) ?? 400;
  if (headers['x-ic-error-validation'] !== undefined) return 400;
  // Only a refusal carries both.
  return headers['retry-after'] !== undefined && headers['x-ratelimit-remaining']?.trim() === '0'
    ? 429
    : undefined;
}

/** Whoever copied the body alone left the headers behind: they are not missing. */
function withoutMissingHeaders(verdict: CallVerdict, headers: Readonly<Record<string, string>>): CallVerdict {
  if (verdict.kind !== 'documented' || Object.keys(headers).length > 0) return verdict;
  return {
    ...verdict,
    departures: verdict.departures.filter((departure) => !departure.startsWith('The header ')),
  };
}
