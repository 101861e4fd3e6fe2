// In: a server's address, a chart and further parameters. Out: the requests of the Image-Charts dialect that tests send.
import { createHmac } from 'node:crypto';
import { classify, type Verdict } from '#shared/classify.ts';

export const bars = (n = 0) => ({
  type: 'bar',
  data: { labels: ['a', 'b'], datasets: [{ label: 'Foo', data: [1, 2 + n] }] },
});

/** A query as URLSearchParams writes it. */
export const queryOf = (parameters: Record<string, string>): string =>
  new URLSearchParams(parameters).toString();

export const chartQuery = (chart: unknown = bars(), more: Record<string, string> = {}): string =>
  queryOf({ chart: typeof chart === 'string' ? chart : JSON.stringify(chart), ...more });

/** With `icac` and `ichm` of an account behind it. */
export function signed(query: string, icac = 'test_fixture', secret = 'plop'): string {
  const message = `${query}&icac=${icac}`;
  return `${message}&ichm=${createHmac('sha256', secret).update(message).digest('hex')}`;
}

export const ask = (
  url: string,
  query: string,
  init: RequestInit = {},
  path = '/chart.js/2.8.0',
): Promise<Response> => fetch(`${url}${path}${query && `?${query}`}`, init);

export interface Told {
  status: number;
  type: string | null;
  code: string | null;
  validation: { message: string; path: unknown[]; type: string; context: object }[];
  verdict: Verdict;
  bytes: Buffer;
}

/** An answer, and what the playground's own client makes of it. */
export async function told(answer: Response): Promise<Told> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const headers = Object.fromEntries(answer.headers);
  const type = answer.headers.get('content-type');
  const body = type === 'application/json' ? bytes.toString() : null;
  return {
    status: answer.status,
    type,
    code: answer.headers.get('x-ic-error-code'),
    validation: JSON.parse(answer.headers.get('x-ic-error-validation') ?? '[]'),
    verdict: classify({ status: answer.status, headers, body }, 'image-charts'),
    bytes,
  };
}
