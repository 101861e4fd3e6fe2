// In: one exchange. Out: the parts of the line that sums it up: status, time, size, cache, request id. Pure.

import { sizeText } from './remaining.ts';
import type { Exchange } from './send.ts';

export function resultLine({ result, durationMs }: Exchange, tries: number): string[] {
  const attempts = tries > 1 ? [`try ${tries}`] : [];
  const time = durationMs < 10_000 ? `${durationMs} ms` : `${(durationMs / 1000).toFixed(1)} s`;
  if (result.kind !== 'answer')
    return [result.kind === 'time_out' ? 'Timed out' : 'No answer', time, ...attempts];
  const { headers } = result;
  const kind = (headers['content-type'] ?? '')
    .split(';')[0]
    ?.split('/')[1]
    ?.replace('+xml', '')
    .toUpperCase();
  return [
    result.statusText ? `${result.status} ${result.statusText}` : String(result.status),
    time,
    `${sizeText(result.bytes)}${kind ? ` ${kind}` : ''}`,
    ...(headers['x-cache'] ? [`cache ${headers['x-cache']}`] : []),
    ...attempts,
    ...(headers['x-request-id'] ? [`id ${headers['x-request-id']}`] : []),
  ];
}
