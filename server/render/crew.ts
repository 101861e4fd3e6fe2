// In: how many children there shall be and how to start one. Out: warm children to take and give back, replaced ahead of need.
import type { Child } from './child-handle.ts';
import { createStartPause } from './start-pause.ts';

export interface Member {
  child: Child;
  state: 'starting' | 'idle' | 'busy';
  renders: number;
  /** Has served its time: stays at work until its replacement is warm. */
  worn: boolean;
  warmMs: number;
}

export interface CrewCounts {
  idle: number;
  busy: number;
  starting: number;
  spawned: number;
  recycled: number;
  /** Children that ended although nobody ended them, busy or not. */
  crashed: number;
  /** Children in a row that never became useful; above 0 the next start waits. */
  failedStarts: number;
  /** What the last of them said, for the log. */
  lastFailure: string;
}

export interface Crew {
  take(): Member | undefined;
  giveBack(member: Member): void;
  /** Ends a member and starts its replacement at once. */
  drop(member: Member): void;
  counts(): CrewCounts;
  /** Ends all; settles when every process is gone. */
  close(): Promise<void>;
}

// A child that ends this soon after it was warm, unused, is as good as one that never came up.
const FLEETING_MS = 1000;

/**
 * Keeps `target` children warm or on their way. A worn one leaves only when the others reach the target without it. Failing
 * starts double the pause before the next, up to 10 s, so that a broken installation does not eat the machine.
 * `onIdle` tells that a child has become free to take.
 */
export function createCrew(options: {
  target: number;
  startMs: number;
  now: () => number;
  start: (onReady: () => void) => Child;
  onIdle: () => void;
}): Crew {
  const { target, startMs, now, start, onIdle } = options;
  const members = new Set<Member>();
  const processes = new Set<Promise<unknown>>();
  const total = { spawned: 0, recycled: 0, crashed: 0 };
  const pause = createStartPause(refill);
  let closed = false;

  const count = (state: Member['state']) => [...members].filter((m) => m.state === state).length;

  function spawnOne() {
    total.spawned += 1;
    const member: Member = {
      child: start(() => becomeWarm(member)),
      state: 'starting',
      renders: 0,
      worn: false,
      warmMs: 0,
    };
    members.add(member);
    const tooLong = setTimeout(() => member.state === 'starting' && member.child.kill(), startMs);
    const ended = member.child.gone.then(({ detail }) => {
      clearTimeout(tooLong);
      processes.delete(ended);
      if (!members.delete(member)) return;
      const useful = member.renders > 0 || member.state === 'busy';
      const fleeting = member.state === 'starting' || now() - member.warmMs < FLEETING_MS;
      if (!useful && fleeting && !closed) pause.failed(detail);
      total.crashed += 1;
      refill();
    });
    processes.add(ended);
  }

  function refill() {
    if (closed || pause.active()) return;
    const fresh = [...members].filter((m) => !m.worn).length;
    for (let missing = target - fresh; missing > 0; missing -= 1) spawnOne();
  }

  function becomeWarm(member: Member) {
    if (member.state !== 'starting' || !member.child.sound()) return;
    member.state = 'idle';
    member.warmMs = now();
    retireWorn();
    onIdle();
  }

  function retireWorn() {
    for (const member of members) {
      const warm = [...members].filter((m) => m.state !== 'starting').length;
      if (!member.worn || member.state !== 'idle' || warm <= target) continue;
      total.recycled += 1;
      drop(member);
    }
  }

  function drop(member: Member) {
    members.delete(member);
    member.child.kill();
    refill();
  }

  refill();

  return {
    take() {
      // The one used last: its caches are warm, and a spare stays a spare.
      const idle = [...members].filter((m) => m.state === 'idle' && m.child.sound());
      const member = idle.sort((a, b) => b.renders - a.renders)[0];
      if (member) member.state = 'busy';
      return member;
    },
    giveBack(member) {
      member.renders += 1;
      pause.succeeded();
      if (!members.has(member)) return;
      member.state = 'idle';
      retireWorn();
      refill();
      onIdle();
    },
    drop,
    counts: () => ({
      idle: count('idle'),
      busy: count('busy'),
      starting: count('starting'),
      failedStarts: pause.failures(),
      lastFailure: pause.lastWords(),
      ...total,
    }),
    async close() {
      closed = true;
      pause.cancel();
      for (const member of [...members]) drop(member);
      await Promise.all(processes);
    },
  };
}
