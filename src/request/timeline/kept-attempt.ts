// In: an attempt and a way to strip secrets. Out: the attempt as the history keeps it: no secret, no picture, no endless body. Pure.
import type { Attempt, CallVerdict } from '../call.ts';
import type { Exchange } from '../send.ts';
import { type Strip, strippedHeader, strippedPath } from './secrets.ts';

/** Longest text that is kept of a request or a reply, in UTF-16 units: twenty calls must not fill the memory. */
export const MOST_KEPT = 65_536;

export function keptAttempt({ exchange, verdict, plan }: Attempt, strip: Strip): Attempt {
  return {
    exchange: {
      ...exchange,
      path: strippedPath(exchange.path, strip),
      requestHeaders: exchange.requestHeaders.map(
        ([name, value]) => [name, strippedHeader(name, value, strip)] as const,
      ),
      result: keptResult(exchange.result, strip),
    },
    verdict: keptVerdict(verdict, strip),
    plan: plan.kind === 'wait' && plan.raw !== undefined ? { ...plan, raw: strip(plan.raw) } : plan,
  };
}

function keptResult(result: Exchange['result'], strip: Strip): Exchange['result'] {
  if (result.kind !== 'answer') return result;
  return {
    ...result,
    statusText: strip(result.statusText),
    headers: Object.fromEntries(
      Object.entries(result.headers).map(([name, value]) => [name, strippedHeader(name, value, strip)]),
    ),
    // Stripped before it is cut: half a key at the cut would not be known as one.
    body: result.body === null ? null : strip(result.body).slice(0, MOST_KEPT),
    picture: null,
  };
}

function keptVerdict(verdict: CallVerdict, strip: Strip): CallVerdict {
  if (verdict.kind === 'success' || verdict.kind === 'unreached') return verdict;
  const { facts } = verdict;
  const text = (name: 'plan' | 'upgradeUrl' | 'message' | 'requestId') => {
    const value = facts[name];
    return value === undefined ? {} : { [name]: strip(value) };
  };
  const kept = {
    ...facts,
    details: facts.details.map(({ path, message }) => ({ path: strip(path), message: strip(message) })),
    ...text('plan'),
    ...text('upgradeUrl'),
    ...text('message'),
    ...text('requestId'),
  };
  if (verdict.kind === 'documented') return { ...verdict, facts: kept };
  return {
    ...verdict,
    facts: kept,
    ...(verdict.code === undefined ? {} : { code: strip(verdict.code) }),
  };
}
