// In: a recipe's request and where the server is. Out: the command that provokes the same answer. Pure. Test keys are public.

import type { RenderRequest } from '../../request/send.ts';
import { quoted } from '../../share/curl.ts';

/** Longer bodies make no command that anybody pastes. */
const LONGEST_BODY = 20_000;

export function labCurl(
  origin: string,
  { method, path, body, key, headers }: RenderRequest,
): string | undefined {
  if (body !== null && body.length > LONGEST_BODY) return undefined;
  const all = {
    ...(body === null ? {} : { 'Content-Type': 'application/json' }),
    ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
    ...headers,
  };
  return [
    `curl -i ${method === 'PUT' ? '-X PUT ' : ''}${quoted(origin + path)}`,
    ...Object.entries(all).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-binary ${quoted(body)}`]),
  ].join(' \\\n  ');
}
