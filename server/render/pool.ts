// In: valid charts. Out: their pictures, drawn by child processes that can be killed; or one RenderFailure for each.
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { Spent } from './budget.ts';
import { budgetFor } from './budget-for.ts';
import { startChild } from './child-handle.ts';
import { type CrewCounts, createCrew, type Member } from './crew.ts';
import { renderOn } from './one-render.ts';
import { POOL_LIMITS, type PoolOptions } from './pool-limits.ts';
import { RenderFailure, type RenderReason } from './render-failure.ts';
import { createTicket, type Rendered, type Ticket } from './ticket.ts';
import { createWaitingRoom } from './waiting-room.ts';

export interface RenderRequest {
  /** A waiting render is dropped. A running one ends within its budget: a new child would cost more than the rest of it. */
  signal?: AbortSignal | undefined;
  /** `throw`: the renderer truly throws inside the child (the test key for a server error). */
  fault?: 'throw' | undefined;
}

export interface PoolStats extends CrewCounts {
  size: number;
  queued: number;
  killed: Record<Spent, number>;
}

/** How many renders are drawn or wait for it, how many more could, and how long the next one would wait. */
export interface Crowd {
  inside: number;
  free: number;
  waitSeconds: number;
}

export interface RenderPool {
  /** @throws RenderFailure, and nothing else */
  render(spec: ChartSpec, request?: RenderRequest): Promise<Rendered>;
  crowd(): Crowd;
  /** At least one warm child, and not closing. */
  ready(): boolean;
  stats(): PoolStats;
  /** Refuses what is new, finishes what was accepted, then ends every child. */
  close(): Promise<void>;
}

/** So many starts in a row have failed, and no child is left: nobody waits for the next try. */
const HOPELESS_STARTS = 3;
const HOPELESS_WAIT_MS = 10_000;

/** Starts the children at once; `render` may be called before they are warm and then waits like anybody else. */
export function createPool(options: PoolOptions): RenderPool {
  const set = { ...POOL_LIMITS, ...options };
  const { now, size } = set;
  const killed: Record<Spent, number> = { cpu: 0, memory: 0, wall: 0 };
  let busy = 0;
  let lastId = 0;
  let closing = false;
  let drained: () => void = () => {};
  const empty = new Promise<void>((resolve) => {
    drained = resolve;
  });

  const room = createWaitingRoom<Ticket>({
    places: set.places,
    maxWaitMs: set.maxWaitMs,
    servers: size,
    onTooLong: (ticket) => {
      ticket.refuse(later('overloaded', 'waited too long'));
      settleDrain();
    },
  });
  const crew = createCrew({
    target: size + set.spare,
    startMs: set.startMs,
    now,
    start: (onReady) => startChild({ ...set, onReady }),
    onIdle: pump,
  });

  /** A failure that is ours, with the time to come back in whole seconds. */
  function later(reason: RenderReason, detail: string, waitMs = room.estimateMs()) {
    return new RenderFailure(reason, detail, Math.max(1, Math.ceil(waitMs / 1000)));
  }

  function settleDrain() {
    if (closing && busy === 0 && room.length() === 0) drained();
  }

  function pump() {
    while (busy < size && room.length() > 0) {
      const member = crew.take();
      const ticket = member && room.next();
      if (!ticket) break;
      void run(ticket, member);
    }
    settleDrain();
  }

  async function run(ticket: Ticket, member: Member) {
    busy += 1;
    lastId = (lastId + 1) >>> 0;
    const startMs = now();
    const outcome = await renderOn(member.child, lastId, ticket, set);
    busy -= 1;
    room.learn(now() - startMs);
    if ('frame' in outcome) {
      ticket.answer(outcome.frame, startMs - ticket.sinceMs);
      const rssBytes = member.child.usage()?.rssBytes ?? 0;
      member.worn ||= member.renders + 1 >= set.recycleAfter || rssBytes > set.recycleRssBytes;
      crew.giveBack(member);
    } else if ('spent' in outcome) {
      const { spent } = outcome;
      killed[spent] += 1;
      crew.drop(member);
      const ours = spent === 'wall';
      ticket.refuse(ours ? later(spent, 'no CPU to be had') : new RenderFailure(spent, 'budget spent'));
    } else {
      ticket.refuse(new RenderFailure(outcome.lost, outcome.detail));
    }
    pump();
  }

  /** Why a render is turned away before it gets a ticket, if it is. */
  function refusal(signal: AbortSignal | undefined): RenderFailure | undefined {
    if (closing) return later('closing', 'draining');
    if (signal?.aborted) return new RenderFailure('aborted', 'before it began');
    const { failedStarts, idle, busy: drawing, lastFailure } = crew.counts();
    if (failedStarts < HOPELESS_STARTS || idle + drawing > 0) return undefined;
    return later('overloaded', `no child starts: ${lastFailure}`, HOPELESS_WAIT_MS);
  }

  return {
    render(spec, { signal, fault } = {}) {
      const refused = refusal(signal);
      if (refused) return Promise.reject(refused);
      const budget = budgetFor(spec, set.budget);
      const job = Buffer.from(JSON.stringify({ spec, fault }));
      const onAbort = (ticket: Ticket) => {
        room.leave(ticket);
        settleDrain();
      };
      const { ticket, settled } = createTicket({ job, budget, sinceMs: now(), signal, onAbort });
      const free = room.length() === 0 && busy < size ? crew.take() : undefined;
      const waitMs = free ? void run(ticket, free) : room.enter(ticket);
      if (waitMs !== undefined) ticket.refuse(later('overloaded', 'no place to wait', waitMs));
      return settled;
    },
    crowd: () => ({ inside: busy + room.length(), free: room.free(), waitSeconds: room.estimateMs() / 1000 }),
    ready: () => !closing && crew.counts().idle + crew.counts().busy > 0,
    stats: () => ({ ...crew.counts(), size, queued: room.length(), killed: { ...killed } }),
    async close() {
      closing = true;
      settleDrain();
      await empty;
      await crew.close();
    },
  };
}
