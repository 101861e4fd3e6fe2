// In: an address and what the browser kept. Out: the text to begin with: link before draft before example.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { examples } from '../../src/examples.ts';
import { keepDraft } from '../../src/kept-draft.ts';
import { editHash } from '../../src/share/edit-link.ts';
import { exampleText, readStart } from '../../src/start.ts';
import { refusingStorage, standInStorage } from './stand-in-storage.ts';

beforeEach(() => {
  vi.stubGlobal('sessionStorage', standInStorage().storage);
  vi.stubGlobal('localStorage', standInStorage().storage);
});
afterEach(() => vi.unstubAllGlobals());

const first = exampleText(examples[0]?.chart ?? expect.fail('there is no example'));
const link = editHash('{ "from": "a link" }');

describe('without a link', () => {
  test('a newcomer sees the first example, formatted', async () => {
    expect(await readStart('')).toEqual({ text: first });
    expect(first).toMatch(/^\{\n {2}"type": "bar",\n/);
  });
  test('so does one whose browser keeps nothing', async () => {
    vi.stubGlobal('sessionStorage', refusingStorage);
    vi.stubGlobal('localStorage', refusingStorage);
    expect(await readStart('')).toEqual({ text: first });
  });
  test.each(['mine', ''])('a draft goes on as it was left: %j', async (text) => {
    keepDraft(text, 5);
    expect(await readStart('')).toEqual({ text });
  });
  test.each(['#problems', '#v1', '#version.1'])('%s is not about links', async (hash) => {
    expect(await readStart(hash)).toEqual({ text: first });
  });
});

describe('with a link', () => {
  const text = '{ "from": "a link" }';
  test('its text is opened', async () => {
    expect(await readStart(link)).toEqual({ text, notice: { kind: 'opened' } });
  });
  test('it wins over the draft, which stays within reach', async () => {
    keepDraft('mine', 5);
    expect(await readStart(link)).toMatchObject({
      text,
      notice: { kind: 'opened', draft: { text: 'mine', savedAtMs: 5 } },
    });
  });
  test('a draft that says the same needs no notice of its own', async () => {
    keepDraft(text, 5);
    expect(await readStart(link)).toEqual({ text, notice: { kind: 'opened' } });
  });
});

describe('with a broken link', () => {
  test.each([
    ['cut', link.slice(0, -3), 'end is missing'],
    ['damaged', link.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A')), 'changed or lost'],
    ['newer', link.replace('v1', 'v2'), 'newer version'],
  ])('that is %s, the page says so and begins as usual', async (_why, hash, sentence) => {
    const start = await readStart(hash);
    expect(start).toMatchObject({ text: first, notice: { kind: 'broken-link' } });
    expect(JSON.stringify(start.notice)).toContain(sentence);
  });
  test('the draft is kept', async () => {
    keepDraft('mine', 5);
    expect(await readStart(link.slice(0, -3))).toMatchObject({
      text: 'mine',
      notice: { kind: 'broken-link' },
    });
  });
});
