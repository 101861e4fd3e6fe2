// A colleague opens a link with a frozen refusal: the same card, its wait counted from then, and not a word to the server.
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

describe.skipIf(noBrowser())('an error link', () => {
  const set = stage();

  it('shows the same 429 in another browser, and sends nothing', async () => {
    const w = await set.walk();
    await w.write(barChart(['A', 'B'], { width: 640, height: 320 }));
    await w.chooseKey('pk_test_rate_limited');
    await w.render();
    await w.page.getByRole('img', { name: 'Rendered chart' }).waitFor();
    await w.render();
    await w.card('rate_limited').waitFor();
    const deadline = await w.page.getByRole('timer').getAttribute('data-deadline');
    const link = await w.copied('Copy error link');
    expect(link).toContain('#v1.e1.');
    await w.close();
    expect(link).not.toContain('pk_test');

    const asked: string[] = [];
    const other = await set.walk({
      hash: link.slice(link.indexOf('#')),
      before: async (page) => {
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      },
    });
    await other.card('rate_limited').waitFor();
    expect(await other.page.getByRole('timer').getAttribute('data-deadline')).toBe(deadline);
    expect(await other.editor.inputValue()).toContain('640');
    // The wait is over at this moment, and automatic retry is on.
    await other.page.getByRole('button', { name: 'Retry now' }).waitFor();
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    await other.page.getByRole('button', { name: 'Retry now' }).click();
    await other.page
      .getByRole('region', { name: 'Response' })
      .getByRole('img', { name: 'Rendered chart' })
      .waitFor();
    expect(asked.filter((path) => path === '/api/v1/render')).toHaveLength(1);
    await other.close();
  });
});
