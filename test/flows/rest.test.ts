// A page that nobody touches does nothing: React and timers stand still, however long the chart took to draw.
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

declare global {
  interface Window {
    /** How often the page asked for the time: React asks in each of its turns. */
    turns: number;
  }
}

describe.skipIf(noBrowser())('a page at rest', () => {
  const set = stage();

  for (const simple of [true, false])
    it(`renders nothing while nothing changes (${simple ? 'plain' : 'Monaco'} editor)`, async () => {
      const w = await set.walk({
        simple,
        before: async (page) => {
          await page.addInitScript(() => {
            window.turns = 0;
            const { now } = performance;
            performance.now = () => {
              window.turns++;
              return now.call(performance);
            };
          });
        },
      });
      await w.page.locator(simple ? '.editor-plain' : '.monaco-editor .view-lines').waitFor();
      await w.write(
        barChart(
          Array.from({ length: 1000 }, (_, i) => `${i}`),
          { width: 640, height: 320 },
        ),
      );
      await w.page.getByRole('region', { name: 'Preview' }).getByText('640 × 320 px').waitFor();
      const turns = await w.page.evaluate(async () => {
        const frames = async (count: number) => {
          for (let left = count; left > 0; left--) await new Promise(requestAnimationFrame);
        };
        await frames(90);
        const before = window.turns;
        await frames(60);
        return window.turns - before;
      });
      expect(await w.page.evaluate(() => window.turns)).toBeGreaterThan(0);

      expect(turns).toBeLessThan(10);
      await w.close();
    });
});
