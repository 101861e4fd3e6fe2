// In: the request of a paste. Out: the text of the chart it carried, in its body or in its URL, or nothing.
import { fromBase64Url } from '#shared/base64url.ts';
import type { Dialect } from '#shared/errors.ts';
import { readRenderQuery } from '#shared/render-url.ts';
import type { FoundRequest } from './found.ts';

export type ChartIn = {
  /** For the editor: as it was sent, or laid out where it was packed into a URL. */
  text: string;
  from: 'body' | 'url';
  dialect: Dialect;
};

/** A GET URL may have 2000 characters; servers elsewhere take some more. */
const LONGEST_QUERY = 65_536;

export function chartIn({ url, body }: FoundRequest): ChartIn | undefined {
  if (body !== null && /^\s*\{/.test(body)) return { text: body, from: 'body', dialect: 'chart-output' };
  const start = url.indexOf('?');
  const query = start < 0 ? '' : url.slice(start + 1, start + LONGEST_QUERY).replace(/#.*$/s, '');
  if (!/(?:^|&)(?:chart|c|type|cht)=/.test(query)) return undefined;
  return /\/chart\.js\/|image-charts\.com/i.test(url.slice(0, start))
    ? imageChart(query)
    : fromQuery(query, url.slice(0, start));
}

function fromQuery(query: string, path: string): ChartIn | undefined {
  if (/\/templates\//.test(path)) return undefined;
  const reading = readRenderQuery(query);
  return reading.ok && typeof reading.value === 'object' && reading.value !== null
    ? { text: `${JSON.stringify(reading.value, null, 2)}\n`, from: 'url', dialect: 'chart-output' }
    : undefined;
}

/** The other API takes relaxed JSON as it is; what is no chart is left for its own reader to refuse. */
function imageChart(query: string): ChartIn | undefined {
  const params = new URLSearchParams(query);
  const raw = params.get('chart') ?? params.get('c') ?? '';
  const text = params.get('encoding') === 'base64' ? fromBase64Url(raw) : raw;
  return text === undefined || text.trim() === ''
    ? undefined
    : { text, from: 'url', dialect: 'image-charts' };
}
