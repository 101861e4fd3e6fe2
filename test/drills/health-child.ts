// In: the address of a server. Out: a message when it looks, and, when told that it is over, how long each health check took, ten
// a second. A process of its own, so that a busy client does not count as a slow server.
import { setTimeout as after } from 'node:timers/promises';
import { createClient } from '../bench/server/client.ts';

const EVERY_MS = 100;
const client = createClient(process.argv[2] ?? '', {}, 4);
const took: number[] = [];
let over = false;

process.on('message', () => {
  over = true;
});
while (!over) {
  const { status, ms } = await client.get('/healthz');
  if (took.length === 0) process.send?.('looking');
  took.push(status === 200 ? ms : Number.POSITIVE_INFINITY);
  await after(Math.max(0, EVERY_MS - ms));
}
client.close();
process.send?.(
  took.map((one) => (Number.isFinite(one) ? one : 1e9)),
  () => process.disconnect?.(),
);
