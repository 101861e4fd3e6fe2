// In: a page, from one moment to another. Out: the processor time of each longer task of its main thread. The browser's own
// report of long tasks goes by the wall clock: on a busy machine it blames the page for the time that other programs took.
import type { Page } from 'playwright-core';

const CATEGORY = 'disabled-by-default-devtools.timeline';
const SHORTEST_MS = 20;

/** The call ends the trace; milliseconds of processor time, tasks over 20 ms only. */
export type EndTrace = () => Promise<number[]>;

type Event = { name?: string; pid?: number; tid?: number; tdur?: number; args?: { name?: string } };

export async function traceTasks(page: Page): Promise<EndTrace> {
  const session = await page.context().newCDPSession(page);
  const events: Event[] = [];
  session.on('Tracing.dataCollected', ({ value }: { value: Event[] }) => {
    for (const event of value)
      if (
        event.name === 'thread_name' ||
        (event.name === 'RunTask' && (event.tdur ?? 0) > SHORTEST_MS * 1000)
      )
        events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [CATEGORY] },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const place = ({ pid, tid }: Event) => `${pid} ${tid}`;
    const main = new Set(events.filter(({ args }) => args?.name === 'CrRendererMain').map(place));
    return events.filter((event) => main.has(place(event)) && event.tdur).map(({ tdur = 0 }) => tdur / 1000);
  };
}
