// In: a decoded paste. Out: the words of its explanation, the same ones as on the card of an answer that this page received. Pure.
import { errorRow } from '#shared/errors.ts';
import type { Attempt } from '../../request/call.ts';
import type { Exchange } from '../../request/send.ts';
import { type CardWords, describe } from '../describe.ts';
import type { Decoded } from './decode.ts';
import { headerRecord, type PasteKind } from './found.ts';

export const kindWords: Record<PasteKind, string> = {
  'curl-verbose': 'Output of curl -v',
  http: 'HTTP message',
  'curl-command': 'curl command',
  'powershell-command': 'PowerShell command',
  fetch: 'fetch call',
  har: 'HAR entry',
  'json-body': 'JSON body',
  headers: 'Response headers',
  'json-log': 'JSON log line',
  'access-log': 'Access log line',
  url: 'Address',
  'network-failure': 'Network failure',
  image: 'Picture or other bytes',
  unknown: 'Text',
};

/** What stands in `data-error-code`: a code of the catalogue or of the answer, or which of the other endings it was. */
export function pastedCode({ verdict }: Decoded): string {
  if (verdict.kind === 'documented' || verdict.kind === 'unreached') return verdict.code;
  return verdict.kind === 'undocumented' ? (verdict.code ?? 'undocumented') : verdict.kind;
}

/** The paste as an attempt of this page, so that the card's own words can be found for it; undefined where nothing came back. */
export function pastedAttempt({ verdict, response, request }: Decoded): Attempt | undefined {
  if (verdict.kind === 'no-answer' || verdict.kind === 'unrecognised') return undefined;
  const result: Exchange['result'] =
    verdict.kind === 'unreached'
      ? { kind: verdict.code }
      : {
          kind: 'answer',
          status:
            response?.status ?? (verdict.kind === 'documented' ? (errorRow(verdict.code).status ?? 0) : 0),
          statusText: response?.statusText ?? '',
          headers: headerRecord(response?.headers ?? []),
          body: response?.body ?? null,
          bytes: response?.body?.length ?? 0,
          picture: null,
        };
  const exchange: Exchange = {
    method: request?.method ?? 'GET',
    path: request?.url ?? '',
    requestHeaders: request?.headers ?? [],
    bodyBytes: request?.body?.length ?? 0,
    durationMs: 0,
    receivedAtMs: 0,
    result,
  };
  return { exchange, verdict, plan: { kind: 'never' } };
}

/** Undefined where there is nothing to explain: a success, no answer, nothing recognised. */
export function pastedWords(decoded: Decoded): CardWords | undefined {
  const attempt = pastedAttempt(decoded);
  const words = attempt && describe(attempt);
  const told = decoded.verdict.kind === 'unreached' || typeof decoded.response?.status === 'number';
  return words && !told ? { ...words, status: 'Status not pasted' } : words;
}

/** The words for what is no error. */
export function otherWords(
  { response, chart, kind }: Decoded,
  ending: 'success' | 'no-answer' | 'unrecognised',
): { title: string; meaning: string } {
  if (ending === 'success')
    return {
      title: `A success${response?.status ? `: ${response.status} ${response.statusText}`.trimEnd() : ''}`,
      meaning:
        'Nothing went wrong here. If the picture is not what you expected, the chart is the place to look.',
    };
  if (ending === 'no-answer')
    return {
      title: kind === 'json-body' ? 'A chart, and no answer' : 'A request without its answer',
      meaning: chart
        ? 'It carries a chart, which can be loaded and sent from here. Paste what came back to have that explained.'
        : 'Paste what came back as well to have it explained.',
    };
  if (kind === 'image')
    return {
      title: 'Not recognised',
      meaning:
        'These are bytes and no text. Words inside a picture cannot be read here: paste the headers that came with it.',
    };
  return {
    title: 'Not recognised',
    meaning: 'No answer, request or log line that this page knows.',
  };
}

export const removedText = (count: number): string =>
  `${count} ${count === 1 ? 'secret was' : 'secrets were'} removed`;

/** The title alone, for speaking. */
export function headline(decoded: Decoded): string {
  const words = pastedWords(decoded);
  if (words) return `${words.title}, ${words.code}`;
  const { kind } = decoded.verdict;
  return kind === 'success' || kind === 'no-answer' || kind === 'unrecognised'
    ? otherWords(decoded, kind).title
    : '';
}
