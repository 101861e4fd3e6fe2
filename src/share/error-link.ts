// In: a chart's text and the answer it got, or the hash of a link. Out: the link that shows both again, without a request; or what
// is wrong with it. What could open a door is left out: keys, signatures, cookies.
import { z } from 'zod';
import type { Exchange } from '../request/send.ts';
import { type LinkReading, packed, refused, unpacked } from './link-codec.ts';

export type FrozenError = { text: string; exchange: Exchange };

/** Error bodies are small; of anything else the beginning tells what it is. */
const MOST_BODY = 20_000;
const SECRET_PARAMETERS = ['key', 'apiKey', 'ichm'];
const SECRET_HEADERS = /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key)$/i;

const answer = z.object({
  kind: z.literal('answer'),
  status: z.int().min(100).max(599),
  statusText: z.string().max(200),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
  bytes: z.number().min(0),
});
const shape = z.object({
  v: z.literal(1),
  text: z.string(),
  exchange: z.object({
    method: z.string().max(10),
    path: z.string().max(20_000),
    dialect: z.enum(['chart-output', 'image-charts']).optional(),
    requestHeaders: z.array(z.tuple([z.string(), z.string()])),
    bodyBytes: z.number().min(0),
    durationMs: z.number().min(0),
    receivedAtMs: z.number().min(0).max(8.64e15),
    result: z.union([answer, z.object({ kind: z.enum(['network_error', 'time_out']) })]),
  }),
});

/** The hash with its `#`. A picture is not part of it: what is frozen is a refusal. */
export function errorHash({ text, exchange }: FrozenError): string {
  const { result } = exchange;
  const frozen: z.input<typeof shape> = {
    v: 1,
    text,
    exchange: {
      ...exchange,
      path: withoutSecrets(exchange.path),
      requestHeaders: exchange.requestHeaders
        .filter(([name]) => !SECRET_HEADERS.test(name))
        .map(([name, value]) => [name, value]),
      result:
        result.kind === 'answer'
          ? {
              kind: 'answer',
              status: result.status,
              statusText: result.statusText,
              headers: openHeaders(result.headers),
              body: result.body?.slice(0, MOST_BODY) ?? null,
              bytes: result.bytes,
            }
          : result,
    },
  };
  return packed('e1', JSON.stringify(frozen));
}

/** Reads a link. Never throws. */
export function readErrorHash(
  hash: string,
): ({ ok: true } & FrozenError) | Extract<LinkReading, { ok: false }> {
  const link = unpacked('e1', hash);
  if (!link.ok) return link;
  const read = shape.safeParse(parsed(link.text));
  if (!read.success) return refused('damaged', 'What it holds is not an answer.');
  const { text, exchange } = read.data;
  const { result, dialect, ...rest } = exchange;
  return {
    ok: true,
    text,
    exchange: {
      ...rest,
      ...(dialect ? { dialect } : {}),
      result: result.kind === 'answer' ? { ...result, picture: null } : result,
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const openHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !SECRET_HEADERS.test(name)));

/** Works on the raw text: decoding and encoding the rest again would change it. */
function withoutSecrets(path: string): string {
  const cut = path.indexOf('?');
  if (cut < 0) return path;
  const kept = path
    .slice(cut + 1)
    .split('&')
    .filter((pair) => !SECRET_PARAMETERS.includes(decoded(pair.split('=', 1)[0] ?? '')));
  return path.slice(0, cut) + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
