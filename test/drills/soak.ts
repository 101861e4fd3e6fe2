// In: a number of renders. Out: what they did to memory, descriptors and answering time, first half against second.
import { setTimeout as after } from 'node:timers/promises';
import { RENDER } from '../bench/server/subjects.ts';
import { mixedRequests } from './mixed-requests.ts';
import { rssOf, stand } from './stand.ts';
import { mb, ms, percentile, type Slope, slope, type Verdict } from './verdict.ts';

const ASKERS = 4;
const LOOKS = 40;
/** Longer than a child waits before it gives back what it does not need: each look finds everybody at the same rest. */
const REST_MS = 5700;
/** Small, so that it is full, and memory at rest, well before the second half. */
const CACHE_MB = '16';
const MOST_SLOPE_BYTES = 2 ** 20;
const MOST_MORE_DESCRIPTORS = 3;
const MOST_SLOWER = 1.2;

type Look = { x: number; own: number; children: number; whole: number };

export async function soak(renders: number): Promise<Verdict[]> {
  const place = await stand({ CACHE_MB });
  // The second half asks for what the first one did, one px higher: then only the server can have changed.
  const halves = [mixedRequests(1), mixedRequests(1, 1)] as const;
  const took: { ms: number; at: number }[] = [];
  const statuses = new Map<string, number>();
  const looks: Look[] = [];
  const clientBefore = process.cpuUsage();
  let asked = 0;

  function look() {
    const usage = place.usage();
    const whole = rssOf(usage);
    looks.push({ x: asked / 1000, own: usage.ownRssBytes, children: whole - usage.ownRssBytes, whole });
  }

  async function asker(until: number) {
    while (asked < until) {
      const at = asked;
      asked += 1;
      const { body, kind } = halves[at < renders / 2 ? 0 : 1]();
      const answer = await place.client.post(RENDER, body);
      took.push({ ms: answer.ms, at });
      const told = `${kind} ${answer.status}`;
      statuses.set(told, (statuses.get(told) ?? 0) + 1);
    }
  }

  try {
    const descriptorsBefore = (await place.settled()).descriptors;
    const cpuBefore = place.usage().cpuMs;
    look();
    // Looked at while all are at rest: a picture of 16 megapixels on its way is no growth.
    for (let part = 1; part <= LOOKS; part += 1) {
      const until = Math.round((renders * part) / LOOKS);
      await Promise.all(Array.from({ length: ASKERS }, () => asker(until)));
      await after(REST_MS);
      look();
    }
    const cpuMs = (place.usage().cpuMs - cpuBefore) / renders;
    const client = process.cpuUsage(clientBefore);
    const descriptors = (await place.settled()).descriptors;

    const halfway = renders / 2;
    const [first, second] = [
      took.filter(({ at }) => at < halfway),
      took.filter(({ at }) => at >= halfway),
    ].map((half) => half.map((one) => one.ms)) as [number[], number[]];
    const late = looks.filter(({ x }) => x >= halfway / 1000);
    const growth = (of: (one: Look) => number) => slope(late.map((one) => ({ x: one.x, y: of(one) })));
    const [whole, own] = [growth((one) => one.whole), growth((one) => one.own)];
    const told = ({ slope: by, error }: Slope) => `${mb(by)} ± ${mb(2 * error)}`;
    const p99 = [percentile(first, 0.99), percentile(second, 0.99)] as const;
    const server5xx = [...statuses].filter(([told]) => / 5/.test(told));
    const answers = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);

    return [
      ...looks
        .filter((_, i) => i % 10 === 0)
        .map(({ x, own, children }) => ({
          what: `  after ${Math.round(x * 1000)}`,
          seen: `server ${mb(own)}, children ${mb(children)}`,
        })),
      { what: 'answers', seen: answers.join(', ') },
      { what: 'CPU of the server a request', seen: ms(cpuMs) },
      { what: 'CPU of this client a request', seen: ms((client.user + client.system) / 1000 / renders) },
      {
        what: 'growth of the server a 1000',
        seen: told(own),
        promised: `upper end < ${mb(MOST_SLOPE_BYTES)}`,
        kept: own.slope + 2 * own.error < MOST_SLOPE_BYTES,
      },
      { what: 'growth of the children a 1000', seen: told(growth(({ children }) => children)) },
      {
        what: 'growth of all a 1000, second half',
        seen: told(whole),
        // The children swing by the pictures they happen to hold: their error alone is wider than the promise.
        promised: `< ${mb(MOST_SLOPE_BYTES)}`,
        kept: whole.slope < MOST_SLOPE_BYTES,
      },
      {
        what: 'descriptors of the server',
        seen: `${descriptorsBefore} before, ${descriptors} after`,
        promised: `at most ${MOST_MORE_DESCRIPTORS} more`,
        kept: descriptors <= descriptorsBefore + MOST_MORE_DESCRIPTORS,
      },
      {
        what: 'p50, first and second half',
        seen: `${ms(percentile(first, 0.5))}, ${ms(percentile(second, 0.5))}`,
      },
      {
        what: 'p99, first and second half',
        seen: p99.map(ms).join(', '),
        promised: `second ≤ ${MOST_SLOWER} × first`,
        kept: p99[1] <= p99[0] * MOST_SLOWER,
      },
      {
        what: 'failures of the server',
        seen: String(server5xx.length),
        promised: 'no 5xx',
        kept: server5xx.length === 0,
      },
    ];
  } finally {
    await place.stop();
  }
}
