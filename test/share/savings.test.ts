// In: charts with something to save. Out: whether each saving keeps its promise: the URL as long as it said, the picture the same
// to the byte where it said so, one list of edits that leaves everything else as typed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortestPath } from '#shared/short-url.ts';
import { templateChart } from '#shared/templates/template-chart.ts';
import { templates } from '#shared/templates/templates.ts';
import { applyEdits } from '../../src/editor/edit-value.ts';
import { examples } from '../../src/examples.ts';
import { savings } from '../../src/share/savings.ts';
import { specOf } from '../fixtures/charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import { type ProductionServer, startProduction } from '../support/production-server.ts';

let server: ProductionServer;
beforeAll(async () => {
  server = await startProduction({ LIMITS: 'off', RENDER_WALL_MS: '60000' });
});
afterAll(() => server.stop());

const offered = (chart: unknown) => {
  const text = `${JSON.stringify(chart, null, 2)}\n`;
  return savings(text, chart, specOf(chart), 'chart-output').map((saving) => ({
    ...saving,
    after: applyEdits(text, saving.edits()),
  }));
};
async function picture(chart: unknown): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/render`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof chart === 'string' ? chart : JSON.stringify(chart),
  });
  if (answer.status >= 500) throw new Error(await answer.text());
  return Buffer.from(await answer.arrayBuffer()).toString('base64');
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const line = (data: number[], more: object = {}, dataset: object = {}) => ({
  type: 'line',
  data: { labels: data.map((_, i) => months[i % 6]), datasets: [{ label: 'Sales', data, ...dataset }] },
  ...more,
});

const charts: Record<string, object> = {
  decimals: line([1.234567, 2.345678, 3.456789, 2.5, 1.123456, 9.87654321]),
  usual: {
    ...line([1, 2, 3], {}, { fill: false, tension: 0, borderWidth: 2.5, hidden: false, pointRadius: 3 }),
    options: {
      indexAxis: 'x',
      plugins: { title: { display: false, text: 'never seen' }, legend: { display: false, position: 'top' } },
      scales: {
        x: {
          type: 'category',
          position: 'bottom',
          grid: { display: false },
          title: { display: false, text: 'x' },
        },
        y: { display: true, stacked: false, ticks: { maxTicksLimit: 8 } },
      },
    },
  },
  colours: {
    type: 'bar',
    data: {
      labels: ['a', 'b', 'c'],
      datasets: [
        {
          label: 'x',
          data: [1, 2, 3],
          backgroundColor: ['rgb(255, 0, 0)', 'rgb(255, 0, 0)', 'rgb(255, 0, 0)'],
        },
        { label: 'y', data: [3, 2, 1], backgroundColor: '#AABBCC', borderColor: '#112233ff', borderWidth: 2 },
      ],
    },
    backgroundColor: '#FFFFFF',
  },
  'hidden axis': line([1, 2, 3, 4], { options: { scales: { x: { display: false } } } }),
  'no legend': {
    type: 'doughnut',
    data: { labels: ['a long name of a slice', 'another'], datasets: [{ label: 'S', data: [1, 2] }] },
    options: { plugins: { legend: { display: false } } },
  },
  'hidden series': {
    type: 'bar',
    data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }, { data: [30, 40], hidden: true }] },
    options: { plugins: { legend: { display: false } } },
  },
};

describe('what is said to be the same picture is, byte for byte', () => {
  test.each(Object.entries(charts))('%s', async (_, chart) => {
    const same = offered(chart).filter((saving) => saving.picture.startsWith('same'));
    const before = await picture(chart);
    for (const saving of same)
      expect([saving.id, (await picture(saving.after)) === before]).toEqual([saving.id, true]);
  });

  test('and so it is for cards: every template, in two kits', async () => {
    for (const [i, template] of templates.entries()) {
      const fields = {
        width: 480,
        height: 320,
        devicePixelRatio: 1,
        brandKitId: i % 2 ? 'obsidian' : 'linen',
      };
      const chart = templateChart(template, { fields });
      const same = offered(chart).filter((saving) => saving.picture.startsWith('same'));
      const before = await picture(chart);
      for (const { id, after } of same)
        expect([template.id, id, (await picture(after)) === before]).toEqual([template.id, id, true]);
    }
  });

  test('and so it is for charts that nobody would make', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const chart = {
        ...randomChart(seed),
        width: 300,
        height: 200,
        devicePixelRatio: undefined,
        scale: undefined,
      };
      const same = offered(JSON.parse(JSON.stringify(chart))).filter((saving) =>
        saving.picture.startsWith('same'),
      );
      const before = await picture(chart);
      for (const { id, after } of same)
        expect([seed, id, (await picture(after)) === before]).toEqual([seed, id, true]);
    }
  });
});

describe('each saving', () => {
  const all = [...Object.values(charts), ...examples.map(({ chart }) => chart)].flatMap((chart) =>
    offered(chart),
  );

  test('leaves valid JSON, as many characters as it promised, and is not offered again', () => {
    expect(all.length).toBeGreaterThan(8);
    for (const { id, after, characters, percent } of all) {
      const value: unknown = JSON.parse(after);
      expect([id, shortestPath(value, 'chart-output')?.length]).toEqual([id, characters]);
      expect(percent).toBeGreaterThan(0);
      expect(savings(after, value, specOf(value), 'chart-output').map((saving) => saving.id)).not.toContain(
        id,
      );
    }
  });

  test.each<[chart: string, ids: string[]]>([
    ['decimals', ['round-2', 'round-3', 'names']],
    ['usual', ['usual', 'names']],
    ['colours', ['colours']],
    ['hidden axis', ['labels', 'names']],
    ['no legend', ['labels']],
    ['hidden series', ['hidden']],
  ])('offered for %s', (chart, ids) => {
    expect(
      offered(charts[chart])
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
  });

  test('says what it does and what becomes of the picture', () => {
    expect(offered(charts.decimals).map(({ label, picture: words }) => `${label}: ${words}`)).toEqual([
      'Drop 1 name that no legend shows: same; generated alternative text loses them',
      'Round 5 numbers to 2 decimals: points move by up to a pixel',
      'Round 5 numbers to 3 decimals: points move by less than one can see',
    ]);
  });

  test('leaves everything else as it was typed', () => {
    const text = '{"type":"line",\n\n "data": {"labels":["a" ,"b"], "datasets":[{"data":[1.23456 , 2.5]}]} }';
    const value: unknown = JSON.parse(text);
    const [saving] = savings(text, value, specOf(value), 'chart-output').filter(({ id }) => id === 'round-3');
    expect(applyEdits(text, saving?.edits() ?? [])).toBe(text.replace('1.23456', '1.235'));
  });
});

test('hidden series that would take their colours along are told', () => {
  const chart = {
    type: 'bar',
    data: {
      labels: ['a'],
      datasets: [
        { label: 'off', data: [1], hidden: true },
        { label: 'on', data: [2] },
      ],
    },
  };
  const [saving] = offered(chart).filter(({ id }) => id === 'hidden');
  expect(saving?.picture).toBe('their struck-out names leave the legend, colours move on');
});

test.each<[labels: string[], after: string[]]>([
  [
    ['2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z'],
    ['01-05', '01-06'],
  ],
  [
    ['2025-12-31', '2026-01-01'],
    ['2025-12-31', '2026-01-01'],
  ],
  [
    ['2026-01-05T08:00:00Z', '2026-01-05T09:00:00Z'],
    ['2026-01-05T08:00:00Z', '2026-01-05T09:00:00Z'],
  ],
])('dates %j', (labels, after) => {
  const chart = { type: 'bar', data: { labels, datasets: [{ data: [1, 2] }] } };
  const [saving] = offered(chart).filter(({ id }) => id === 'dates');
  expect((JSON.parse(saving?.after ?? JSON.stringify(chart)) as typeof chart).data.labels).toEqual(after);
});

test('a long line can be thinned, and what no saving can help is left alone', () => {
  const many = Array.from({ length: 1000 }, (_, i) => Math.round(Math.sin(i / 50) * 1000));
  const long = (series: number) => ({
    type: 'line',
    data: {
      labels: many.map((_, i) => `${i}`),
      datasets: Array.from({ length: series }, () => ({ data: many })),
    },
  });
  const thin = offered(long(2)).find(({ id }) => id === 'thin');
  const after = JSON.parse(thin?.after ?? '') as ReturnType<typeof long>;
  expect(after.data.labels.slice(0, 3)).toEqual(['0', '2', '4']);
  expect(after.data.datasets.map(({ data }) => data.length)).toEqual([500, 500]);
  expect(offered(long(20))).toEqual([]);
});
