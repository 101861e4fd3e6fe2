// axe in every state of the page, light, dark and in high contrast, wide and on a phone: no serious or critical violation anywhere.
import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const withKey = (key: string, code: string) => async (w: Walk) => {
  await w.chooseKey(key);
  await w.render();
  await w.card(code).waitFor();
};

const states: Record<string, (w: Walk) => Promise<void>> = {
  'the start': async () => {},
  'an empty text': (w) => w.write(' '),
  'a syntax error': async (w) => {
    await w.write('{ "type": "bar", }');
    await w.page.getByText('Last valid version').waitFor();
  },
  'schema errors and warnings': async (w) => {
    await w.write(
      '{"type":"bar","data":{"labels":["A"],"datasets":[{"data":[1,2],"type":"pie"}]},"widht":1,"height":9000}',
    );
    await w.page
      .getByRole('region', { name: 'Problems' })
      .getByText('9000', { exact: false })
      .or(w.page.getByText('4000'))
      .first()
      .waitFor();
  },
  'a picture': async (w) => {
    await w.render();
    await w.page.getByRole('img', { name: 'Rendered chart' }).waitFor();
    await w.page.getByText('Headers', { exact: true }).click();
  },
  'a card with fields': async (w) => {
    await w.write(
      JSON.stringify({ type: 'bar', data: { labels: [], datasets: [{ data: [1] }] }, width: 9000 }),
    );
    await w.render();
    await w.card('invalid_spec').waitFor();
    await w.page.getByText('Raw reply').click();
  },
  'a card with plan facts': withKey('pk_test_quota_exceeded', 'quota_exceeded'),
  'a card of the server’s fault': withKey('pk_test_server_error', 'internal_error'),
  'an unknown key': withKey('pk_test_unknown', 'invalid_api_key'),
  'a countdown': async (w) => {
    await w.chooseKey('pk_test_rate_limited');
    await w.render();
    await w.page.getByRole('img', { name: 'Rendered chart' }).or(w.card('rate_limited')).waitFor();
    await w.render();
    await w.page.getByRole('timer').waitFor();
    await w.page.getByRole('switch', { name: 'Retry automatically' }).click();
  },
  'progress of a slow answer': async (w) => {
    await w.chooseKey('pk_test_slow');
    await w.render();
    await w.page.getByText(/Waiting for the server/).waitFor();
  },
  'a URL that is too long': async (w) => {
    await w.write(barChart(Array.from({ length: 200 }, (_, i) => `Label number ${i}`)));
    await w.part('Picture');
    await w.page.getByText(/too long for a URL/).waitFor();
  },
  'the help dialog': async (w) => {
    await w.page.getByRole('button', { name: 'Help' }).click();
    await w.page.getByRole('dialog').waitFor();
  },
  'the command palette': async (w) => {
    await w.page.getByRole('button', { name: 'Commands' }).click();
    await w.page.getByRole('combobox', { name: 'Find a command' }).fill('co');
  },
  'both pictures compared': async (w) => {
    await w.part('Picture');
    await w.page.getByRole('button', { name: 'Compare', exact: true }).click();
    await w.page.getByText(/^No visible difference/).waitFor();
  },
  'the check of colours': async (w) => {
    await w.part('Picture');
    await w.page.getByRole('button', { name: 'Check', exact: true }).click();
    await w.page.getByRole('table', { name: /Contrast/ }).waitFor();
  },
  'the check of vision': async (w) => {
    await w.part('Picture');
    await w.page.getByRole('button', { name: 'Check', exact: true }).click();
    await w.page.getByRole('button', { name: 'Colour vision' }).click();
    await w.page.getByRole('img', { name: /Greyscale/ }).waitFor();
  },
  'the data as a table': async (w) => {
    await w.part('Picture');
    await w.page.getByRole('button', { name: 'Check', exact: true }).click();
    await w.page.getByRole('button', { name: 'Data table' }).click();
    await w.page.getByRole('table', { name: 'The chart’s data' }).waitFor();
  },
  'the history, with a version': async (w) => {
    await w.page.getByRole('button', { name: 'History' }).click();
    await w.page.getByRole('button', { name: 'Save version' }).click();
    await w.page.locator('.version canvas').waitFor();
  },
  'quick fixes': async (w) => {
    await w.write('{"type":"bar","data":{"labels":["A"],"datasets":[{"data":["1"]}]},"widht":1}');
    await w.page.locator('.fix-first').first().waitFor();
    await w.page.keyboard.press('Control+.');
    await w.page.locator('.fix-list button').first().waitFor();
  },
  'the gallery of templates': async (w) => {
    await w.page.getByRole('button', { name: 'Templates' }).click();
    await w.page.locator('.thumbnail[data-drawn="true"]').first().waitFor();
  },
  'the gallery of templates, with nothing found': async (w) => {
    await w.page.getByRole('button', { name: 'Templates' }).click();
    await w.page.getByRole('searchbox', { name: 'Search templates' }).fill('nothing like it');
    await w.page.getByRole('button', { name: 'Show all' }).waitFor();
  },
  'the design face, all of it open': async (w) => {
    await w.part('Design');
    await w.page.getByRole('button', { name: 'Design', exact: true }).first().click();
    const folded = w.page.locator('.design-part-head button[aria-expanded="false"]');
    await w.page.locator('.design-types').waitFor();
    while ((await folded.count()) > 0) await folded.first().click();
  },
  'a table to be taken': async (w) => {
    await w.page.getByRole('button', { name: 'Data', exact: true }).click();
    const dialog = w.page.getByRole('dialog', { name: 'Data' });
    await dialog.getByRole('textbox').first().fill('Month\tOrders\nJan\t1\nFeb\tx\nMar\t3');
    await dialog.getByRole('combobox', { name: 'Role of Orders' }).waitFor();
  },
  'the share dialog, with a secret in the chart': async (w) => {
    await w.write(barChart(['ann@acme.io', `ghp_${'Zq7wXv9kPmT4'.repeat(3)}`]));
    await w.part('Picture');
    await w.page.getByRole('button', { name: 'Share…' }).click();
    await w.page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Redact all' }).waitFor();
  },
  'a link opened': async (w) => {
    await w.page.keyboard.press('Control+K');
    await w.page.getByRole('combobox', { name: 'Find a command' }).fill('open an image');
    await w.page.keyboard.press('Enter');
    const dialog = w.page.getByRole('dialog', { name: 'Open a link' });
    await dialog
      .getByRole('textbox', { name: 'Link' })
      .fill(
        "https://charts.example/chart.js/2.8.0?c={type:'pie',data:{labels:['A'],datasets:[{data:[1]}]}}&icac=me",
      );
    await dialog.getByText('Left out: icac (a credential).').waitFor();
  },
  'an own key': (w) => w.chooseKey('own'),
  'the other API, signed, with a wrong address': async (w) => {
    await w.part('Request');
    await w.page.getByRole('combobox', { name: 'API', exact: true }).selectOption('image-charts');
    await w.page.getByRole('checkbox', { name: 'Sign as test_fixture' }).check();
    await w.render();
    await w.page.getByText('Signed string').waitFor();
    await w.page.getByRole('textbox', { name: 'Base URL' }).fill('nowhere');
    await w.page.getByText('An address begins').waitFor();
  },
  'the error lab, with a card and its details': async (w) => {
    await w.page.getByRole('link', { name: 'Error lab' }).click();
    const row = w.page.locator('tr[data-error-code="rate_limited"]');
    await row.getByText('What it carries').click();
    await row.getByRole('button', { name: 'Simulate' }).click();
    await w.page.getByRole('timer').waitFor();
  },
  'the error lab, with nothing found': async (w) => {
    await w.page.getByRole('link', { name: 'Error lab' }).click();
    await w.page.getByRole('searchbox', { name: 'Search errors' }).fill('nothing like it');
    await w.page.getByRole('button', { name: 'Show all' }).waitFor();
  },
  'a decoded answer': async (w) => {
    await w.page.getByRole('link', { name: 'Error lab' }).click();
    await w.page.getByRole('button', { name: 'A refused chart, as fetch' }).click();
    await w.page.getByRole('region', { name: 'Decoded response' }).waitFor();
  },
  'the offer to decode': async (w) => {
    await w.page.evaluate(() => navigator.clipboard.writeText('HTTP/2 429\nretry-after: 9\n\n{}'));
    await w.editor.focus();
    await w.page.keyboard.press('Control+V');
    await w.page.getByRole('button', { name: 'Decode it' }).waitFor();
  },
  'the API’s documentation': async (w) => {
    await w.page.getByRole('link', { name: 'API', exact: true }).click();
    await w.page.getByRole('heading', { name: 'The API' }).waitFor();
  },
};

describe.skipIf(noBrowser())('accessibility', () => {
  const set = stage();

  const screens = {
    wide: {},
    dark: { dark: true },
    phone: { width: 390, height: 844 },
    'dark phone': { width: 390, height: 844, dark: true },
    'high contrast': { contrast: true },
    'dark high contrast': { contrast: true, dark: true },
    'high contrast on a phone': { width: 390, height: 844, contrast: true },
  };
  for (const [screen, options] of Object.entries(screens))
    for (const [state, reach] of Object.entries(states))
      it(`${state}, ${screen}`, async () => {
        const w = await set.walk(options);
        await reach(w);
        expect(await violations(w)).toEqual([]);
        const overflow = await w.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await w.close();
      });

  it('Monaco, with a problem under its squiggle', async () => {
    const w = await set.walk({ simple: false });
    await w.page.locator('.monaco-editor .view-lines').waitFor();
    await w.write('{ "type": "lin" }');
    await w.page.locator('.squiggly-error').first().waitFor();
    // Monaco draws its own widgets; what stands around it is ours.
    expect(await violations(w, '.monaco-editor')).toEqual([]);
    await w.close();
  });
});

async function violations(w: Walk, except?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page: w.page });
  if (except) axe.exclude(except);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
