// In: a number of rounds, and where the server keeps its state. Out: for each round what was answered before the server was killed
// in the middle of its work, and what the next one knows of it.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { keyDigest } from '../../server/auth.ts';
import type { Store } from '../../server/store/store.ts';
import { chart, post, withKey } from '../server/ask.ts';
import { type ProductionServer, startProduction } from '../support/production-server.ts';

export const AT_ONCE = 200;
const KEY = 'customer-of-the-drill';
const SUBJECT = `quota key ${keyDigest(KEY).toString('hex', 0, 8)}`;

export interface CrashRound {
  /** Renders answered with 200, in all rounds so far. */
  acknowledged: number;
  /** Renders that were sent, in all rounds so far. */
  sent: number;
  /** Charged, as the store knows it after the kill. */
  charged: number;
  /** Requests of this round that the kill cut off. */
  cut: number;
  /** Answers that no kill explains. */
  odd: string[];
}

export interface Crashes {
  rounds: CrashRound[];
  /** Addresses of saved pictures that were answered, and those of them that no longer give their bytes. */
  saved: number;
  lost: string[];
}

/** Half of the charts are asked for as pictures, half as links. @param state where the server keeps it, and how to look there */
export async function crashRounds(
  rounds: number,
  state: { env: Record<string, string>; open: () => Promise<Store> },
): Promise<Crashes> {
  const env = {
    API_KEYS: `${KEY}:business`,
    RATE_LIMIT: '1000000',
    RENDER_QUEUE: '400',
    LOG_LEVEL: 'warn',
    ...state.env,
  };
  /** By path, with the digest of their bytes once these have been seen. */
  const promised = new Map<string, string | undefined>();
  const lost = new Set<string>();
  const seen: CrashRound[] = [];
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const server = await startProduction(env);
    await look(server, promised, lost);
    const { answered, cut, odd } = await workAndKill(server, round, promised);
    acknowledged += answered;
    const charged = await chargedIn(await state.open());
    seen.push({ acknowledged, sent: (round + 1) * AT_ONCE, charged, cut, odd });
  }
  const server = await startProduction(env);
  await look(server, promised, lost);
  await server.stop();
  return { rounds: seen, saved: promised.size, lost: [...lost] };
}

async function chargedIn(store: Store): Promise<number> {
  const now = Date.now();
  const { used } = await store.hit(SUBJECT, { cost: 0, limit: 1e9, windowEndsAtMs: now, now });
  await store.close();
  return used;
}

async function look(server: ProductionServer, promised: Map<string, string | undefined>, lost: Set<string>) {
  for (const [path, before] of promised) {
    const answer = await fetch(server.url + path);
    const digest = createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex');
    const same = answer.status === 200 && (before ?? digest) === digest;
    if (same && answer.headers.get('content-type') === 'image/png') promised.set(path, digest);
    else lost.add(`${path}: ${answer.status}`);
  }
}

async function workAndKill(
  server: ProductionServer,
  round: number,
  promised: Map<string, string | undefined>,
) {
  const killAfter = 5 + ((round * 37) % 60);
  const odd: string[] = [];
  let answered = 0;
  let cut = 0;
  const one = async (n: number) => {
    const returnUrl = n % 2 === 0;
    const spec = chart(round * AT_ONCE + n, { returnUrl, width: 300, height: 200 });
    const answer = await post(server.url, spec, withKey(KEY));
    const body = await answer.text();
    // A busy machine may turn some away.
    if (answer.status !== 200) return void (answer.status === 503 || odd.push(`${answer.status}: ${body}`));
    if (returnUrl) promised.set(new URL((JSON.parse(body) as { url: string }).url).pathname, undefined);
    answered += 1;
    if (answered === killAfter) server.process.kill('SIGKILL');
  };
  const ended = once(server.process, 'exit');
  const lostOnes = (error: unknown) => {
    cut += 1;
    if (!/fetch failed|terminated/.test(String(error))) odd.push(String(error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => one(n).catch(lostOnes)));
  server.process.kill('SIGKILL');
  await ended;
  return { answered, cut, odd };
}
