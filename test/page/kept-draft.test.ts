// In: a draft and the storages of a tab and of all tabs. Out: the draft after a reload, this tab's own one first.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepDraft, keptDraft } from '../../src/kept-draft.ts';
import { refusingStorage, type StandInStorage, standInStorage } from './stand-in-storage.ts';

const NAME = 'chart-playground.draft';
let tab: StandInStorage;
let all: StandInStorage;
const newTab = () => {
  tab = standInStorage();
  vi.stubGlobal('sessionStorage', tab.storage);
};
beforeEach(() => {
  newTab();
  all = standInStorage();
  vi.stubGlobal('localStorage', all.storage);
});
afterEach(() => vi.unstubAllGlobals());

test('nothing is kept at first', () => expect(keptDraft()).toBeUndefined());

test.each(['{ "type": "bar" }', '', 'half 🎉 done\ud800', '\ufeff\0\r\n'])('%j survives a reload', (text) => {
  expect(keepDraft(text, 1234)).toBe(true);
  expect(keptDraft()).toMatchObject({ text, savedAtMs: 1234 });
});

test('a new tab begins with the last draft of any tab', () => {
  keepDraft('first', 1);
  newTab();
  expect(keptDraft()?.text).toBe('first');
});

test('two tabs do not overwrite each other', () => {
  keepDraft('mine', 1);
  const mine = tab.storage;
  newTab();
  keepDraft('theirs', 2);
  expect(keptDraft()?.text).toBe('theirs');
  vi.stubGlobal('sessionStorage', mine);
  expect(keptDraft()?.text).toBe('mine');
});

describe('a storage that refuses', () => {
  test('is told, so that the page can say so', () => {
    vi.stubGlobal('sessionStorage', refusingStorage);
    expect(keepDraft('text', 1)).toBe(false);
    vi.stubGlobal('localStorage', refusingStorage);
    expect(keptDraft()).toBeUndefined();
  });
  test('of one kind does not hide the other', () => {
    keepDraft('text', 1);
    vi.stubGlobal('sessionStorage', refusingStorage);
    expect(keptDraft()?.text).toBe('text');
  });
  test('for all tabs costs this tab nothing', () => {
    vi.stubGlobal('localStorage', refusingStorage);
    expect(keepDraft('text', 1)).toBe(false);
    expect(keptDraft()?.text).toBe('text');
  });
  test('that is not even there is no crash', () => {
    vi.unstubAllGlobals();
    expect(keepDraft('text', 1)).toBe(false);
    expect(keptDraft()).toBeUndefined();
  });
});

test.each([
  '',
  'null',
  '{',
  '"text"',
  '{"v":2,"text":"x","savedAtMs":1}',
  '{"v":1,"text":5,"savedAtMs":1}',
  '{"v":1,"text":"x"}',
])('what something else left there is no draft, and the one of all tabs counts: %s', (value) => {
  tab.kept.set(NAME, value);
  expect(keptDraft()).toBeUndefined();
  all.kept.set(NAME, '{"v":1,"text":"good","savedAtMs":1}');
  expect(keptDraft()?.text).toBe('good');
});
