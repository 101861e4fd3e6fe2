// The server as a user starts it, with its own limits: more requests at once than a window allows.
import { expect, it } from 'vitest';
import { startProduction } from '../support/production-server.ts';

const chart = (n: number) =>
  JSON.stringify({ type: 'bar', data: { labels: ['A', 'B'], datasets: [{ data: [n, n + 1] }] } });

it('200 different charts at once: exactly the 100 of the window are drawn, the rest are told when to come back', async () => {
  const server = await startProduction();
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const answer = await fetch(`${server.url}/api/v1/render`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: chart(n),
      });
      await answer.arrayBuffer();
      return { status: answer.status, wait: Number(answer.headers.get('retry-after')) };
    }),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
  expect(refused).toHaveLength(100);
  expect(refused.every(({ wait }) => wait >= 890 && wait <= 900)).toBe(true);
  await server.stop();
}, 60_000);
