// In: clean JSON that is surely not what was meant. Out: a warning at the right key.
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../src/editor/draft.ts';

const chart = { type: 'bar', data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] } };
const warned = (text: string) =>
  readDraft(text).problems.map((p) => [p.severity, text.slice(p.range.start, p.range.end), p.message]);

describe('keys that appear twice', () => {
  it('warns at every one but the last, wherever it stands', () => {
    const text = JSON.stringify(chart).replace('"type"', '"width":100,\n"width":200,\n"width":300,"type"');
    const message = 'This value is ignored: the key "width" appears again on line 3';
    expect(warned(text)).toEqual([
      ['warning', '"width"', message],
      ['warning', '"width"', message],
    ]);
    expect(readDraft(text).problems.map((p) => p.line)).toEqual([1, 2]);
    expect(readDraft(text).spec?.width).toBe(300);
    const inside = JSON.stringify(chart).replace('"data":[1', '"label":"x","label":"y","data":[1');
    expect(readDraft(inside).problems[0]?.path).toEqual(['data', 'datasets', 0, 'label']);
  });
});

describe('labels and points', () => {
  it.each([
    [[1], '1 point for 2 labels: the last labels stay without a point'],
    [[1, 2, 3], '3 points for 2 labels: the surplus points have no label'],
  ])('counts %j', (data, message) => {
    const text = JSON.stringify({
      ...chart,
      data: { ...chart.data, datasets: [{ data: [1, 2] }, { data }] },
    });
    expect(warned(text)).toEqual([['warning', '"data"', message]]);
    expect(readDraft(text).problems[0]?.path).toEqual(['data', 'datasets', 1, 'data']);
  });
});

describe('options that a picture does not have', () => {
  it.each(['animation', 'responsive', 'interaction', 'events', 'hover'])('%s', (key) => {
    const text = JSON.stringify({ ...chart, options: { [key]: {} } });
    expect(warned(text)).toEqual([['info', `"${key}"`, expect.stringMatching(/^No effect in a picture/)]]);
  });

  it('tooltips', () => {
    const text = JSON.stringify({ ...chart, options: { plugins: { tooltip: { enabled: false } } } });
    expect(warned(text)[0]?.[1]).toBe('"tooltip"');
  });

  it('fonts other than the bundled one', () => {
    const font = (family: string) =>
      JSON.stringify({ ...chart, options: { scales: { x: { ticks: { font: { family } } } } } });
    expect(warned(font('Comic Sans'))).toEqual([
      ['info', '"family"', 'No effect: every text is drawn in Inter'],
    ]);
    expect(warned(font('"Inter", sans-serif'))).toEqual([]);
    expect(warned(JSON.stringify({ ...chart, theme: { fontFamily: 'Arial' } }))[0]?.[1]).toBe('"fontFamily"');
  });
});

it('a logo, which is never fetched', () => {
  const header = { title: 'x', logoUrl: 'https://example.org/logo.png' };
  expect(warned(JSON.stringify({ ...chart, header }))).toEqual([
    ['warning', '"logoUrl"', 'No effect: logos are not drawn, because a render fetches nothing'],
  ]);
});

it('a kit that was saved elsewhere, and no other', () => {
  const withKit = (brandKitId: string) => warned(JSON.stringify({ ...chart, brandKitId }));
  expect(withKit('2b1f7c1e-9a53-4c39-8d0a-0f6f5ad0f1aa')).toEqual([
    ['warning', '"brandKitId"', 'No kit with this id is saved here: the chart keeps the usual look'],
  ]);
  expect(withKit('linen')).toEqual([]);
});

it('survives values of the wrong kind everywhere', () => {
  for (const value of [null, 1, 'x', [], [null]])
    for (const key of ['type', 'data', 'options', 'theme'])
      expect(readDraft(JSON.stringify({ ...chart, [key]: value })).problems).toBeInstanceOf(Array);
});
