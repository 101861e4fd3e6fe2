// One document, two APIs: the URL, the request, the card and the wait follow the choice.
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

describe.skipIf(noBrowser())('the other API', () => {
  const set = stage();
  const speak = async (w: Walk) => {
    await w.page.getByRole('combobox', { name: 'API', exact: true }).selectOption('image-charts');
  };
  const picture = (w: Walk) =>
    w.page.getByRole('region', { name: 'Response' }).getByRole('img', { name: 'Rendered chart' });

  it('draws the same chart by its own URL, signed by the server', async () => {
    const w = await set.walk();
    await w.write(barChart(['A', 'B'], { width: 640, height: 320 }));
    await speak(w);
    await w.page.getByRole('checkbox', { name: 'Sign as test_fixture' }).check();
    await w.render();
    await picture(w).waitFor();
    const size = await picture(w).evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
    expect(size).toEqual([640, 320]);
    await w.page.getByText('Signed string').waitFor();
    const url = await w.copied('Copy image URL');
    expect(url).toContain('ichm=');
    expect(url.startsWith(`${set.url}/chart.js/4?c=`)).toBe(true);
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await w.page.content()).not.toContain('plop');
    await w.close();
  });

  it('shows its codes on its own card', async () => {
    const w = await set.walk();
    await w.write('{ "type": "bar", "data": { "labels": ["A"] } }');
    await speak(w);
    await w.render();
    await w.card('IC_BAD_DATA_FORMAT').waitFor();
    await w.close();
  });

  it('says what it cannot carry', async () => {
    const w = await set.walk();
    await w.write(barChart(['A', 'B'], { theme: { mode: 'dark' } }));
    await speak(w);
    await w.page.getByText('This API has no theme: left out.').waitFor();
    await w.close();
  });

  it('asks another server where one is named, and refuses an address that is none', async () => {
    const w = await set.walk();
    const base = w.page.getByRole('textbox', { name: 'Base URL' });
    await base.fill('charts.example');
    await w.page.getByText('An address begins with https:// or http://.').waitFor();
    const asked: string[] = [];
    await w.page.route('http://127.0.0.1:9/**', async (route) => {
      asked.push(new URL(route.request().url()).pathname);
      await route.fulfill({
        status: 503,
        headers: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Expose-Headers': 'Retry-After',
          'Retry-After': '7',
        },
        contentType: 'application/json',
        body: '{"error":"Service overloaded","message":"x"}',
      });
    });
    await base.fill('http://127.0.0.1:9');
    expect(await w.page.getByRole('textbox', { name: 'Image URL' }).inputValue()).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/api/,
    );
    await w.render();
    await w.card('overloaded').waitFor();
    expect(asked).toEqual(['/api/v1/render']);
    // That a request leaves the origin is what was asked for here.
    w.faults.splice(0, w.faults.length, ...w.faults.filter((fault) => !fault.includes('127.0.0.1:9')));
    await w.close();
  });
});
