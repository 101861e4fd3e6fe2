// In: a browser, a server, a chart and an editor. Out: how long after each key its squiggle and its preview could be seen, kind
// by kind, with the tasks that blocked the page, and the same page's answer to a key that asks for nothing, taken in between.
import type { Browser, Page } from 'playwright-core';
import type { BenchChart, Place } from './charts.ts';
import { type CpuClock, cpuClock } from './cpu-clock.ts';
import { MONACO, openPage } from './open-page.ts';
import { traceTasks } from './task-trace.ts';
import { installWatch, type Seen, type Wanted } from './watch.ts';

/** `cpuMs`: of the main thread, until the page had nothing left to do. */
export type Sample = { ms: number; cpuMs: number; seen: Seen; longTasks: number[] };
export type Kind = { name: string; samples: Sample[] };
export type Typing = {
  kinds: Kind[];
  /** A key that asks for nothing, until two frames later. */
  idle: number[];
  /** Share of the main thread's time that the page takes while nobody does anything; 0 to 1. */
  busyAtRest: number;
  /** Processor time of the main thread's tasks, those over 20 ms. */
  tasksMs: number[];
};

export type TypingJob = {
  browser: Browser;
  url: string;
  chart: BenchChart;
  editor: 'monaco' | 'plain';
  /** Keys of each kind. */
  edits: number;
};

const squiggles = { monaco: '.squiggly-error', plain: '.plain-underline' };

/** @throws Error when an answer does not come within 20 s */
export async function measureTyping({ browser, url, chart, editor, edits }: TypingJob): Promise<Typing> {
  const page = await openPage(browser, { text: chart.text, simpleEditor: editor === 'plain' });
  try {
    await page.goto(url);
    await page.locator(editor === 'monaco' ? MONACO : '.plain-area').waitFor();
    await page.locator('.layer:not([hidden]) canvas').waitFor();
    await page.evaluate(installWatch, squiggles[editor]);
    await page.getByRole('textbox', { name: 'Chart JSON' }).focus();
    await page.evaluate(() => window.bench.settled());
    const clock = await cpuClock(page);
    const busyAtRest = await busyShare(page, clock);
    const endTrace = await traceTasks(page);
    const idle: number[] = [];
    const kinds: Kind[] = [];
    const pairs = async (place: Place, key: string, there: Move, back: Move) => {
      const samples: Sample[][] = [[], []];
      await moveTo(page, place);
      for (let count = 0; count < there.keys; count++)
        for (const [index, [pressed, move]] of [
          [key, there] as const,
          ['Backspace', back] as const,
        ].entries()) {
          samples[index]?.push(await press(page, clock, pressed, move));
          idle.push(await pressNothing(page));
        }
      return samples;
    };
    const appears = { keys: edits, wanted: { squiggle: true }, of: 'squiggle' } as const;
    const goes = { keys: edits, wanted: { squiggle: false, canvas: true }, of: 'squiggle' } as const;
    const redraws = { keys: Math.ceil(edits / 2), wanted: { canvas: true }, of: 'shown' } as const;

    const [letter = [], noLetter = []] = await pairs(chart.atNumber, 'x', appears, goes);
    kinds.push({ name: 'squiggle: letter in a number', samples: letter });
    kinds.push({ name: 'squiggle gone again', samples: noLetter });
    const [wide = [], narrow = []] = await pairs(chart.atWidth, '0', appears, goes);
    kinds.push({ name: 'squiggle: width too large', samples: wide });
    kinds.push({ name: 'squiggle gone again', samples: narrow });
    const digits = await pairs(chart.atNumber, '5', redraws, redraws);
    kinds.push({ name: 'preview: digit of a number', samples: digits.flat() });
    return { kinds, idle, busyAtRest, tasksMs: await endTrace() };
  } finally {
    // When the browser is gone, what went wrong before is the news.
    await page
      .context()
      .close()
      .catch(() => undefined);
  }
}

/** How often, what must follow, and which moment of it counts. */
type Move = { keys: number; wanted: Wanted; of: 'squiggle' | 'shown' };

/** As a person would, from the start of the text. */
async function moveTo(page: Page, { line, column }: Place): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let count = 0; count < line; count++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  // The first press of Home goes to the first letter, the second one to the edge; a text area is there at once.
  if ((await page.locator('.plain-area').count()) === 0) await page.keyboard.press('Home');
  for (let count = 0; count < column; count++) await page.keyboard.press('ArrowRight');
  await page.evaluate(() => window.bench.settled());
}

async function press(page: Page, clock: CpuClock, key: string, { wanted, of }: Move): Promise<Sample> {
  await page.evaluate((next) => {
    window.bench.longTasks();
    window.bench.arm(next);
  }, wanted);
  const cpuBefore = await clock();
  await page.keyboard.press(key);
  const seen = await page.evaluate(() => window.bench.seen());
  await page.evaluate(() => window.bench.settled());
  const cpuMs = (await clock()) - cpuBefore;
  const longTasks = await page.evaluate(() => window.bench.longTasks());
  return { ms: seen[of] ?? Number.NaN, cpuMs, seen, longTasks };
}

async function busyShare(page: Page, clock: CpuClock): Promise<number> {
  const restMs = 2000;
  const before = await clock();
  await page.waitForTimeout(restMs);
  return ((await clock()) - before) / restMs;
}

async function pressNothing(page: Page): Promise<number> {
  await page.evaluate(() => window.bench.armFrames());
  await page.keyboard.press('Shift');
  return page.evaluate(() => window.bench.frames());
}
