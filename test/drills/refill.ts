// In: a number of rounds. Out: how soon the next picture is there when a drawing child was killed, and when all of them were at once.
import { setTimeout as after } from 'node:timers/promises';
import { newBar } from '../bench/server/flow.ts';
import { RENDER } from '../bench/server/subjects.ts';
import { stand } from './stand.ts';
import { timesVerdict, type Verdict } from './verdict.ts';

/** Two that draw, and one kept warm. */
const WORKERS = 2;
const CHILDREN = WORKERS + 1;
const MOST_MS = 2000;
/** A picture that waited in vain is asked for again; a round that takes this long is broken, and ends. */
const GIVEN_UP_MS = 30_000;
const LOOK_MS = 20;

export async function refill(rounds: number): Promise<Verdict[]> {
  const server = await stand({ RENDER_WORKERS: String(WORKERS) });
  const next: number[] = [];
  const nextOfNone: number[] = [];
  const back: number[] = [];
  let refused = 0;

  async function picture(): Promise<number> {
    const startMs = performance.now();
    for (;;) {
      const { status } = await server.client.post(RENDER, newBar());
      const took = performance.now() - startMs;
      if (status === 200 || took > GIVEN_UP_MS) return took;
      refused += 1;
      await after(LOOK_MS);
    }
  }

  /** Ms until as many children as at first can draw, none of `gone` among them. */
  async function wholeAgain(gone: readonly number[]): Promise<number> {
    const startMs = performance.now();
    for (;;) {
      const there = server.children();
      const dead = there.some((pid) => gone.includes(pid));
      const took = performance.now() - startMs;
      if ((!dead && (await idle(server.url)) === CHILDREN) || took > GIVEN_UP_MS) return took;
      await after(LOOK_MS);
    }
  }

  try {
    await wholeAgain([]);
    for (let round = 0; round < rounds; round += 1) {
      const [one = 0] = server.children();
      process.kill(one, 'SIGKILL');
      next.push(await picture());
      await wholeAgain([one]);

      const all = server.children();
      for (const child of all) process.kill(child, 'SIGKILL');
      nextOfNone.push(await picture());
      back.push((nextOfNone.at(-1) ?? 0) + (await wholeAgain(all)));
    }
  } finally {
    await server.stop();
  }
  return [
    timesVerdict(`a picture after one of ${CHILDREN} children was killed`, next, MOST_MS),
    timesVerdict(`a picture after all ${CHILDREN} were killed at once`, nextOfNone, MOST_MS),
    timesVerdict(`all ${CHILDREN} can draw again`, back),
    { what: 'answers other than a picture meanwhile', seen: String(refused) },
  ];
}

async function idle(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^chart_children\{[^}]*state="idle"[^}]*\} (\d+)/m.exec(metrics)?.[1]);
}
