// In: a number of times, and with `HOSTILE_CORPUS=hostile.jsonl` a larger collection of charts. Out: whether hostile charts, sent so often, leave the memory as it was after the first time.
import { readFileSync } from 'node:fs';
import { formats } from '#shared/chart-spec.ts';
import { readJson } from '#shared/strict-json.ts';
import { RENDER } from '../bench/server/subjects.ts';
import { hostileCharts } from '../fixtures/hostile-charts.ts';
import { oddCharts } from '../fixtures/odd-charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import { rssOf, stand } from './stand.ts';
import { mb, ms, type Verdict } from './verdict.ts';

const MOST_GROWTH = 1.15;
/** Waiting (5 s) and drawing (6.9 s at most) together. */
const LIMIT_MS = 12_000;
/** Charts that are drawn, as strange as the schema lets them be. */
const STRANGE = 200;

export async function corpus(times: number): Promise<Verdict[]> {
  const place = await stand({ CACHE_MB: '1' });
  const strange = Array.from({ length: STRANGE }, (_, seed) =>
    JSON.stringify({ ...randomChart(seed), format: formats[seed % formats.length] }),
  );
  const odd = Object.values(oddCharts);
  const collected = collection(process.env.HOSTILE_CORPUS);
  const bodies = [...hostileCharts.map(({ text }) => text), ...odd, ...strange, ...collected];
  const statuses = new Map<number, number>();
  let slowest = 0;

  async function once() {
    for (const body of bodies) {
      const { status, ms: took } = await place.client.post(RENDER, body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      slowest = Math.max(slowest, took);
    }
  }

  try {
    const fresh = place.usage();
    await once();
    const first = await place.settled();
    for (let i = 1; i < times; i += 1) await once();
    const last = await place.settled();
    const parts = ({ ownRssBytes, childRssBytes }: typeof first) =>
      `server ${mb(ownRssBytes)}, children ${childRssBytes.map(mb).join(' + ')}`;
    const growth = rssOf(last) / rssOf(first);
    const undocumented = [...statuses.keys()].filter((status) => ![200, 400, 413].includes(status));
    return [
      {
        what: 'charts',
        seen: `${hostileCharts.length} hostile, ${odd.length} odd, ${STRANGE} strange, ${collected.length} of HOSTILE_CORPUS`,
      },
      { what: 'memory when fresh', seen: parts(fresh) },
      { what: 'memory after the first time', seen: parts(first) },
      { what: `memory after ${times} times`, seen: parts(last) },
      {
        what: 'growth of all',
        seen: `${growth.toFixed(2)} ×`,
        promised: `≤ ${MOST_GROWTH} ×`,
        kept: growth <= MOST_GROWTH,
      },
      {
        what: 'answers',
        seen: [...statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
        promised: '200, 400 or 413',
        kept: undocumented.length === 0,
      },
      { what: 'slowest answer', seen: ms(slowest), promised: `≤ ${ms(LIMIT_MS)}`, kept: slowest <= LIMIT_MS },
    ];
  } finally {
    await place.stop();
  }
}

/** Each as it would arrive: the configuration with the size that the entry asks for. What is no JSON is sent as it is. */
function collection(file: string | undefined): string[] {
  if (!file) return [];
  const entries = readFileSync(file, 'utf8').trim().split('\n');
  return entries.map((line) => {
    const { doc } = JSON.parse(line) as { doc: string };
    const json = readJson(doc);
    const { config, request } = (json.ok ? json.value : {}) as { config?: unknown; request?: object };
    if (typeof config !== 'object' || config === null || Array.isArray(config)) return doc;
    return JSON.stringify({ ...config, ...request });
  });
}
