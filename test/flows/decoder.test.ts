// Somebody pastes an answer: it is explained without a secret in sight, and its chart is one click away.
import { describe, expect, it } from 'vitest';
import { noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const SECRET = 'pk_live_4fZk09QeAAAABBBBCCCCDDDDEEEEFFFF123456';
const chart = '{"type":"bar","width":9000,"data":{"labels":[],"datasets":[{"data":[1]}]}}';
const curl = `$ curl -i https://charts.example/api/v1/render -H 'Authorization: Bearer ${SECRET}' -H 'Content-Type: application/json' -d '${chart}'
HTTP/2 400
content-type: application/json
x-request-id: r-77

{"error":"Invalid chart specification","details":[{"path":"width","message":"Number must be less than or equal to 4000"}]}`;

describe.skipIf(noBrowser())('the decoder', () => {
  const set = stage();
  const paste = async (w: Walk, text: string) => {
    await w.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await w.page.keyboard.press('Control+V');
  };
  const decoded = (w: Walk) => w.page.getByRole('region', { name: 'Decoded response' });

  it('explains what is pasted, hides the key, and loads the chart at the field', async () => {
    const w = await set.walk();
    await w.page.getByRole('link', { name: 'Error lab' }).click();
    await w.page.getByRole('textbox', { name: 'Paste a response' }).focus();
    await paste(w, curl);
    await decoded(w).waitFor();
    expect(await decoded(w).getAttribute('data-error-code')).toBe('invalid_spec');
    expect(await w.page.content()).not.toContain(SECRET.slice(16));
    expect(await w.page.getByRole('textbox', { name: 'Paste a response' }).inputValue()).not.toContain(
      SECRET.slice(16),
    );
    await decoded(w).getByRole('button', { name: /width/ }).click();
    await expect.poll(async () => JSON.parse(await w.editor.inputValue())).toEqual(JSON.parse(chart));
    await expect
      .poll(() =>
        w.editor.evaluate((area: HTMLTextAreaElement) =>
          area.value.slice(area.selectionStart, area.selectionEnd),
        ),
      )
      .toBe('9000');
    await w.close();
  });

  it('reproduces here what was pasted', async () => {
    const w = await set.walk();
    await w.page.getByRole('link', { name: 'Error lab' }).click();
    await w.page.getByRole('textbox', { name: 'Paste a response' }).focus();
    await paste(w, curl);
    await decoded(w)
      .getByRole('button', { name: /Reproduce/ })
      .click();
    await w.page.locator('.lab-result [data-error-code="invalid_spec"]').waitFor();
    await w.close();
  });

  for (const simple of [true, false])
    it(`is offered for a paste into the editor, which goes through (${simple ? 'plain' : 'Monaco'})`, async () => {
      const w = await set.walk({ simple });
      await w.page.locator(simple ? '.editor-plain' : '.monaco-editor .view-lines').waitFor();
      await w.write('{ "mine": 1 }');
      await w.editor.focus();
      await w.page.keyboard.press('Control+A');
      await paste(w, curl);
      await w.page.getByText('This looks like the answer of an API.').waitFor();
      await w.page
        .getByRole('region', { name: 'Problems' })
        .getByText(/curl|quotes|syntax/i)
        .first()
        .waitFor();
      await w.page.getByRole('button', { name: 'Decode it' }).click();
      await decoded(w).waitFor();
      expect(await w.page.content()).not.toContain(SECRET.slice(16));
      await w.page.getByRole('link', { name: 'Playground' }).click();
      await w.page
        .getByRole('region', { name: 'Problems' })
        .getByText('mine', { exact: false })
        .first()
        .waitFor();
      await w.close();
    });

  it('leaves a chart that is pasted alone', async () => {
    const w = await set.walk();
    await w.editor.focus();
    await w.page.keyboard.press('Control+A');
    await paste(w, chart);
    await w.page.getByRole('region', { name: 'Problems' }).getByText(/4000/).waitFor();
    expect(await w.page.getByText('This looks like the answer').count()).toBe(0);
    await w.close();
  });
});
