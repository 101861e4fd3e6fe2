// In: anything a person may paste, and the present. Out: what it is, without its secrets: the exchange in it, the row of the
// catalogue, when the wait ends, the chart that was sent. Pure, and never throws.
import { type Dialect, errorRow } from '#shared/errors.ts';
import { redact } from '#shared/secrets/redact.ts';
import { type ChartIn, chartIn } from './chart-in.ts';
import type { Found, FoundRequest, FoundResponse, Header, PasteKind } from './found.ts';
import { headerRecord } from './found.ts';
import { type Judgement, judge, type PastedVerdict } from './judge.ts';
import { narrow } from './narrow.ts';
import { recognise } from './recognise.ts';
import { saw } from './saw.ts';
import { type PastedWait, pastedWait } from './wait.ts';

export type Decoded = {
  kind: PasteKind;
  /** The paste for showing: redacted, one entry of a HAR, no binary. The raw text is kept nowhere. */
  text: string;
  /** Secrets that were taken out. */
  removed: number;
  request?: FoundRequest;
  response?: FoundResponse;
  /** Undefined where nothing in the paste tells. */
  dialect: Dialect | undefined;
  verdict: PastedVerdict;
  /** What was seen, in sentences. */
  saw: readonly string[];
  wait: PastedWait;
  /** The chart that was sent, when it came along. */
  chart?: ChartIn;
};

/** @param now ms since 1970, to say whether a wait is over */
export function decode(pasted: string, now: number): Decoded {
  const { text: narrowed, unread, binary } = narrow(pasted);
  const { text, removed } = redact(narrowed);
  const { found, more } = scrubbed(recognise(text), text);
  if (binary > 0 && found.kind === 'unknown') found.kind = 'image';
  const judgement = judge(found);
  const chart = found.request && chartIn(found.request);
  const clean = chart && redact(chart.text);
  return {
    kind: found.kind,
    text: shown(text, unread, binary),
    removed: removed + more + (clean?.removed ?? 0),
    ...(found.request ? { request: found.request } : {}),
    ...(found.response ? { response: found.response } : {}),
    dialect: judgement.dialect,
    verdict: judgement.verdict,
    saw: saw({ text, unread, binary, found, judgement }),
    wait: waitOf(found, judgement, now),
    ...(chart && clean ? { chart: { ...chart, text: clean.text } } : {}),
  };
}

function shown(text: string, unread: number, binary: number): string {
  const rest =
    binary > 0
      ? `(${binary} characters that are not text)`
      : unread > 0
        ? `… (${unread} more characters)`
        : '';
  return rest === '' ? text : `${text.trimEnd()}\n\n${rest}`;
}

/**
 * Every part once more, now that it is out of its quotes: what was hidden by them shows only here. What stands in the redacted text
 * letter for letter has been looked at.
 */
function scrubbed(found: Found, seen: string): { found: Found; more: number } {
  let more = 0;
  const clean = (text: string): string => {
    if (seen.includes(text)) return text;
    const { text: out, removed } = redact(text);
    more += removed;
    return out;
  };
  const headers = (list: readonly Header[]): Header[] =>
    list.map(([name, value]) => {
      const line = clean(`${name}: ${value}`);
      const cut = line.indexOf(': ', Math.min(name.length, line.length));
      return cut < 0 ? [clean(name), clean(value)] : [line.slice(0, cut), line.slice(cut + 2)];
    });
  const { request, response } = found;
  const out: Found = {
    ...found,
    ...(request && {
      request: {
        method: clean(request.method),
        url: clean(request.url),
        headers: headers(request.headers),
        body: request.body === null ? null : clean(request.body),
      },
    }),
    ...(response && {
      response: {
        status: response.status,
        statusText: clean(response.statusText),
        headers: headers(response.headers),
        body: response.body === null ? null : clean(response.body),
      },
    }),
    ...(found.code === undefined ? {} : { code: clean(found.code) }),
    ...(found.requestId === undefined ? {} : { requestId: clean(found.requestId) }),
  };
  return { found: out, more };
}

function waitOf(found: Found, { verdict, dialect }: Judgement, now: number): PastedWait {
  if (verdict.kind !== 'documented' && verdict.kind !== 'unreached') return { kind: 'none' };
  return pastedWait({
    rule: errorRow(verdict.code).retry,
    dialect: dialect ?? 'chart-output',
    status: found.response?.status ?? errorRow(verdict.code).status,
    headers: headerRecord(found.response?.headers ?? []),
    bodyRetryAfter: verdict.kind === 'documented' ? verdict.facts.retryAfter : undefined,
    momentMs: found.momentMs,
    now,
  });
}
