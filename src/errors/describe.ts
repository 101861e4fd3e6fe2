// In: what the classifier made of an answer. Out: the words of its card: headline, meaning, whose move, what to change. Pure.
import type { Detail, ErrorRow, Move } from '#shared/errors.ts';
import { errorRow } from '#shared/errors.ts';
import type { Attempt } from '../request/call.ts';

export type CardWords = {
  /** The catalogue's code, or `undocumented`. */
  code: string;
  status: string;
  origin: string;
  move: Move;
  title: string;
  meaning: string;
  fix: string;
  details: readonly Detail[];
  facts: readonly { name: string; value: string }[];
  requestId: string | undefined;
  departures: readonly string[];
};

const origins: Record<ErrorRow['source'], string> = {
  documented: 'Documented',
  observed: 'Seen in official clients',
  inferred: 'Inferred',
  own: 'This server',
};

export const moveWords: Record<Move, string> = { you: 'Your move', wait: 'Just wait', us: 'Server’s fault' };

/** Undefined for a success: there is nothing to explain. */
export function describe({ verdict, exchange }: Attempt): CardWords | undefined {
  if (verdict.kind === 'success') return undefined;
  if (verdict.kind === 'undocumented') return undocumented(verdict);
  const row = errorRow(verdict.code);
  const facts = verdict.kind === 'documented' ? verdict.facts : undefined;
  const { result } = exchange;
  const cut = result.kind === 'network_error' && 'stage' in result && result.stage === 'body';
  return {
    code: verdict.code,
    status:
      result.kind === 'answer' ? statusText(result.status, result.statusText) : cut ? 'Cut off' : 'No answer',
    origin: row.dialect === 'transport' ? 'Network' : origins[row.source],
    move: row.move,
    title: cut ? 'The answer was cut in the middle' : row.title,
    meaning: cut ? 'An answer had begun to arrive when the connection ended.' : row.meaning,
    fix: row.fix,
    details: facts?.details ?? [],
    facts: [
      ...(facts?.plan === undefined ? [] : [{ name: 'Plan', value: facts.plan }]),
      ...(facts?.currentUsage === undefined || facts.limit === undefined
        ? []
        : [
            {
              name: 'Used this month',
              value: `${grouped(facts.currentUsage)} of ${grouped(facts.limit)} renders`,
            },
          ]),
      ...(facts?.upgradeUrl === undefined ? [] : [{ name: 'Upgrade at', value: facts.upgradeUrl }]),
      ...(facts?.message === undefined ? [] : [{ name: 'Server says', value: facts.message }]),
    ],
    requestId: facts?.requestId,
    departures: verdict.kind === 'documented' ? verdict.departures : [],
  };
}

function undocumented(verdict: Extract<Attempt['verdict'], { kind: 'undocumented' }>): CardWords {
  const byClient = verdict.status >= 400 && verdict.status < 500;
  return {
    code: verdict.code ?? 'undocumented',
    status: String(verdict.status),
    origin: 'Undocumented',
    move: byClient ? 'you' : 'us',
    title: `The server answered ${verdict.status} in a way nobody documents`,
    meaning:
      'Neither API lists an error with this status and body. A proxy, a firewall or a newer server may have written it.',
    fix: 'Read the raw reply below. If it recurs, report it with the request id.',
    details: verdict.facts.details,
    facts: verdict.facts.message === undefined ? [] : [{ name: 'Server says', value: verdict.facts.message }],
    requestId: verdict.facts.requestId,
    departures: [],
  };
}

const statusText = (status: number, text: string) => (text ? `${status} ${text}` : String(status));
const grouped = (count: number) => count.toLocaleString('en-US').replace(/,/g, '\u202f');

/** Why the same request would be refused again, by what must change first. */
export function noRetry(attempt: Attempt | undefined): string {
  const result = attempt?.exchange.result;
  const status = result?.kind === 'answer' ? result.status : undefined;
  if (status === 401) return 'Retrying will not help until the key changes.';
  if (status === 402) return 'Retrying will not help until the plan allows it.';
  return 'Retrying will not help: the request itself must change.';
}
