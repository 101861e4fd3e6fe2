// In: this process. Out: whether its event loop had hardly a moment's rest lately: then there is more to do than can be seen, because
// Node takes one connection from the kernel's queue each time round, however many wait there.
import { performance } from 'node:perf_hooks';

const LOOK_EVERY_MS = 100;
const BUSY = 0.9;

/** Asked at any time; judged by the last whole tenth of a second or more. */
export function busyLoop(): () => boolean {
  let since = performance.eventLoopUtilization();
  let sinceMs = performance.now();
  let busy = false;
  return () => {
    const nowMs = performance.now();
    if (nowMs - sinceMs >= LOOK_EVERY_MS) {
      const now = performance.eventLoopUtilization();
      busy = performance.eventLoopUtilization(now, since).utilization > BUSY;
      since = now;
      sinceMs = nowMs;
    }
    return busy;
  };
}
