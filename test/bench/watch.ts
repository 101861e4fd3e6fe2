// In: the open page, before anybody types. Out: `window.bench`, which tells when the answer to the next key could be seen. Runs
// inside the page and looks at nothing but its elements.

/** What the next key must lead to. */
export type Wanted = { squiggle?: boolean; canvas?: boolean };

/** Milliseconds from the key; `squiggle` and `shown` after the frame was painted, the others when the element changed. */
export type Seen = {
  squiggle?: number;
  /** The text was read and the page knows it: the image URL has another length. */
  read?: number;
  /** The canvas of the new chart is there, hidden and blank. */
  added?: number;
  /** It was drawn and is the visible one. */
  drawn?: number;
  shown?: number;
};

export type Watch = {
  arm: (wanted: Wanted) => void;
  /** Resolves when all that was wanted has been seen; rejects after 20 s. */
  seen: () => Promise<Seen>;
  /** From the next key to the end of the second frame after it: what an answer costs on a page with nothing to do. */
  armFrames: () => void;
  frames: () => Promise<number>;
  /** Resolves when the page has nothing left to do. */
  settled: () => Promise<void>;
  /** Durations of the tasks over 50 ms since the last call. */
  longTasks: () => number[];
};

declare global {
  interface Window {
    bench: Watch;
  }
}

export function installWatch(squiggle: string): void {
  const visible = () => document.querySelector('.layer:not([hidden]) canvas');
  const newest = () => [...document.querySelectorAll('.layer canvas')].at(-1);
  const urlLength = () => document.querySelector('[role="meter"][aria-label="URL length"]')?.ariaValueText;
  const right = document.querySelector('.pane.right') ?? document.body;
  const onKey = (then: (at: number) => void) =>
    // Its own time, not that of this line: waiting for a busy page is part of the answer.
    addEventListener('keydown', ({ timeStamp }) => then(timeStamp), { capture: true, once: true });
  // A message sent in a frame is delivered after that frame was laid out and painted.
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(0);
    });

  const observe = (wanted: Wanted, resolve: (seen: Seen) => void) => {
    const before = { visible: visible(), newest: newest(), urlLength: urlLength() };
    const seen: Seen = {};
    onKey((startedAt) => {
      const since = () => performance.now() - startedAt;
      const changes = new MutationObserver(() => {
        if (urlLength() !== before.urlLength) seen.read ??= since();
        if (newest() !== before.newest) seen.added ??= since();
        if (visible() !== before.visible) seen.drawn ??= since();
      });
      const filter = { subtree: true, childList: true, attributeFilter: ['hidden', 'aria-valuetext'] };
      changes.observe(right, filter);
      const look = () => {
        if ((document.querySelector(squiggle) !== null) === wanted.squiggle) seen.squiggle ??= since();
        if (visible() !== before.visible) seen.shown ??= since();
        const open =
          (wanted.squiggle !== undefined && seen.squiggle === undefined) ||
          (wanted.canvas && seen.shown === undefined);
        if (open) return afterPaint(look);
        changes.disconnect();
        resolve(seen);
      };
      afterPaint(look);
    });
  };

  let seen: Promise<Seen> = Promise.resolve({});
  let frames: Promise<number> = Promise.resolve(0);
  const tasks: number[] = [];
  const taskObserver = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  taskObserver.observe({ type: 'longtask' });
  const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }));

  window.bench = {
    arm(wanted) {
      seen = new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => reject(new Error(`Not seen: ${JSON.stringify(wanted)}`)), 20_000);
        observe(wanted, (done) => {
          clearTimeout(giveUp);
          resolve(done);
        });
      });
    },
    seen: () => seen,
    armFrames() {
      frames = new Promise((resolve) =>
        onKey((startedAt) => afterPaint(() => afterPaint(() => resolve(performance.now() - startedAt)))),
      );
    },
    frames: () => frames,
    async settled() {
      await idle();
      await idle();
    },
    longTasks() {
      for (const { duration } of taskObserver.takeRecords()) tasks.push(duration);
      return tasks.splice(0);
    },
  };
}
