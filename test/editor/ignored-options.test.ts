import { describe, expect, it } from 'vitest';
import { readDraft } from '../../src/editor/draft.ts';

const told = (options: object, dataset: object = {}) =>
  readDraft(
    JSON.stringify({ type: 'bar', data: { labels: ['A'], datasets: [{ data: [1], ...dataset }] }, options }),
  ).problems.map(({ severity, path, message }) => `${severity} ${path.join('.')}: ${message}`);

describe('options without effect', () => {
  it('are named with their path and the nearest real name', () => {
    expect(told({ plugin: { title: { display: true } } })).toEqual([
      'warning options.plugin: No effect: "plugin" is no option here. Did you mean "plugins"?',
    ]);
    expect(told({ scales: { y: { tick: { stepSize: 2 } } } })).toEqual([
      'warning options.scales.y.tick: No effect: "tick" is no option here. Did you mean "ticks"?',
    ]);
    expect(told({}, { zebra: 1 })).toEqual([
      'warning data.datasets.0.zebra: No effect: "zebra" is no option here',
    ]);
  });

  it('are not told twice where a better sentence is known', () => {
    expect(told({ animation: false })).toEqual([
      'info options.animation: No effect in a picture: nothing in it moves',
    ]);
  });

  it('do not hold back the chart', () => {
    const text = JSON.stringify({
      type: 'bar',
      data: { labels: ['A'], datasets: [{ data: [1] }] },
      options: { zebra: 1 },
    });
    expect(readDraft(text).ok).toBe(true);
  });

  it('are silent for what is drawn', () => {
    const options = {
      indexAxis: 'y',
      plugins: { legend: { display: false, labels: { padding: 4 } }, title: { display: true, text: 'T' } },
      scales: {
        x: { ticks: { format: { style: 'percent' } }, grid: { color: '#eee' } },
        y: { stacked: true },
      },
    };
    expect(told(options, { label: 'S', backgroundColor: ['#fff'], borderRadius: { topLeft: 4 } })).toEqual(
      [],
    );
  });
});
