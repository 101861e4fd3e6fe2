// In: a page. Out: the processor time that its main thread has used, in ms. Unlike a wall clock it stands still while other
// programs have the processor, so it compares two versions of the page on a noisy machine.
import type { Page } from 'playwright-core';

export type CpuClock = () => Promise<number>;

export async function cpuClock(page: Page): Promise<CpuClock> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}
