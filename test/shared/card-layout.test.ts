// In: cards of every size with every piece, long and short, to the left and to the right. Out: that nothing leaves the picture,
// nothing lies on anything else, the plot keeps its room, and that what gives way does so in the documented order.
import { describe, expect, test } from 'vitest';
import { cardLayout } from '#shared/card-layout.ts';
import type { Mark, Measure } from '#shared/card-marks.ts';
import { lookOf } from '#shared/chart-look.ts';
import { smallChart, specOf } from '../fixtures/charts.ts';
import fc, { runs } from '../support/properties.ts';

/** Near enough to Inter, and the same everywhere. */
const measure: Measure = (text, { size }) => [...text].length * size * 0.56;
const entries = ['This year', 'Last year'].map((name) => ({
  name,
  colour: '#123456',
  swatch: 'line' as const,
}));

const layoutOf = (chart: object, legend = entries) => {
  const spec = specOf({ ...smallChart(), ...chart });
  return { ...cardLayout(spec, lookOf(spec), legend, measure), spec };
};
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
const words = (chart: object) => texts(layoutOf(chart).marks).map(({ text }) => text);

const full = {
  width: 800,
  height: 480,
  header: {
    eyebrow: 'Revenue',
    title: 'Monthly recurring revenue',
    subtitle: 'All plans',
    badge: { text: '+18%' },
  },
  legend: {},
  kpiStrip: [
    { label: 'MRR', value: '$96,000' },
    { label: 'Growth', value: '+9.1%' },
  ],
  footer: { left: 'Source', right: 'Today', borderTop: true },
};

/** The box around a text, as tall as its letters. */
function boxOf(mark: Mark & { kind: 'text' }) {
  const width = measure(mark.text, mark.face) + (mark.face.spacing ?? 0) * [...mark.text].length;
  const left = mark.align === 'left' ? mark.x : mark.align === 'right' ? mark.x - width : mark.x - width / 2;
  return { left, right: left + width, top: mark.y - mark.face.size * 0.73, bottom: mark.y };
}
type Box = ReturnType<typeof boxOf>;
const overlap = (a: Box, b: Box) =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom && b.top < a.bottom;

describe('any card', () => {
  const text = fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.lorem({ maxCount: 60 }).map((words) => words.slice(0, 1500)),
    fc.constant('הכנסות חודשיות חוזרות'),
    fc.constant('W'.repeat(900)),
  );
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const card = fc.record({
    width: fc.integer({ min: 100, max: 2000 }),
    height: fc.integer({ min: 100, max: 2000 }),
    header: some(fc.record({ eyebrow: text, title: text, subtitle: text, badge: some(fc.record({ text })) })),
    legend: some(
      fc.record({ fontSize: fc.integer({ min: 8, max: 16 }), gap: fc.integer({ min: 0, max: 40 }) }),
    ),
    kpiStrip: some(fc.array(fc.record({ label: text, value: text }), { maxLength: 6 })),
    footer: some(fc.record({ left: text, right: text, borderTop: fc.boolean() })),
    border: some(fc.record({ width: fc.integer({ min: 0, max: 64 }) })),
    borderRadius: some(fc.integer({ min: 0, max: 64 })),
    padding: some(fc.oneof(fc.constantFrom('email', 'slack'), fc.integer({ min: 0, max: 200 }))),
  });
  const legends = fc.array(
    fc.record({
      name: text,
      colour: fc.constant('red'),
      swatch: fc.constantFrom('line', 'dashed', 'square'),
    }),
    { maxLength: 20 },
  );

  test('stays in the picture, lies beside itself, and leaves room for a plot', () => {
    fc.assert(
      fc.property(card, legends, (chart, legend) => {
        const { marks, plot, spec } = layoutOf(chart, legend as typeof entries);
        const boxes = texts(marks).map(boxOf);
        for (const { left, right, top, bottom } of boxes) {
          expect(left).toBeGreaterThanOrEqual(-0.01);
          expect(right).toBeLessThanOrEqual(spec.width + 0.01);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(spec.height);
        }
        for (const [i, box] of boxes.entries())
          expect(boxes.slice(i + 1).filter((other) => overlap(box, other))).toEqual([]);
        expect(spec.height - plot.top - plot.bottom).toBeGreaterThanOrEqual(28);
        expect(spec.width - plot.left - plot.right).toBeGreaterThanOrEqual(28);
        // The texts keep out of the plot.
        const inside = boxes.filter(
          ({ bottom, top }) => bottom > plot.top && top < spec.height - plot.bottom,
        );
        expect(inside).toEqual([]);
      }),
      runs(400),
    );
  });
});

test('the pieces come in the order of the protocol, from the top', () => {
  const seen = texts(layoutOf(full).marks).toSorted((a, b) => a.y - b.y || a.x - b.x);
  expect(seen.map(({ text }) => text)).toEqual([
    'REVENUE',
    '+18%',
    'Monthly recurring revenue',
    'All plans',
    'This year',
    'Last year',
    'MRR',
    'Growth',
    '$96,000',
    '+9.1%',
    'Source',
    'Today',
  ]);
});

test('missing pieces take no room', () => {
  const { plot, marks } = layoutOf({ header: {}, legend: {}, kpiStrip: [], footer: {}, padding: 30 }, []);
  expect([plot, marks]).toEqual([{ top: 30, right: 30, bottom: 30, left: 30 }, []]);
});

test.each([
  ['email', 32],
  ['slack', 16],
  [0, 0],
  [50, 50],
  [200, 80],
])('padding %s is %i px of a picture 400 px high', (padding, px) => {
  expect(layoutOf({ padding }).plot.left).toBe(px);
});

test('a frame adds its width, and round corners cut nothing off', () => {
  expect(layoutOf({ padding: 10, border: { width: 4 } }).plot.left).toBe(14);
  expect(layoutOf({ padding: 0, borderRadius: 60 }).plot.left).toBe(18);
});

test('what gives way when height is short: footer, eyebrow, subtitle, figures, legend, title', () => {
  const shown = (height: number) => {
    const seen = words({ ...full, height });
    return ['Source', 'REVENUE', 'All plans', 'MRR', 'This year', 'Monthly recurring revenue'].map((word) =>
      seen.includes(word),
    );
  };
  const steps = Array.from({ length: 380 }, (_, i) => JSON.stringify(shown(480 - i)));
  // In the end nothing is left: the first that is shown is beyond the last.
  const gone = [...new Set(steps)].map((step) => `${step}true`.indexOf('true'));
  expect(gone).toEqual(gone.toSorted((a, b) => a - b));
  expect(gone.length).toBeGreaterThanOrEqual(4);
});

test('a long title takes three lines and ends with an ellipsis', () => {
  const title = 'The quick brown fox jumps over the lazy dog '.repeat(9).trim();
  const lines = texts(layoutOf({ ...full, header: { title } }).marks).filter(({ face }) => face.size === 20);
  expect(lines).toHaveLength(3);
  expect(lines.map(({ text }) => text.endsWith('…'))).toEqual([false, false, true]);
});

test('a title that runs to the left turns the card round, but not the ends of the footer', () => {
  const header = { eyebrow: 'הכנסות', title: 'הכנסות חודשיות', badge: { text: '+18%' } };
  const marks = texts(layoutOf({ ...full, header }).marks);
  const of = (text: string) => marks.find((mark) => mark.text === text);
  expect(of('הכנסות חודשיות')).toMatchObject({ align: 'right', x: 776, rtl: true });
  expect(of('הכנסות')?.face.spacing).toBeUndefined();
  expect(of('+18%')?.x).toBeLessThan(100);
  expect(of('Source')).toMatchObject({ align: 'left', x: 24 });
  expect(of('Today')).toMatchObject({ align: 'right', x: 776 });
});

test.each([
  [800, 6, 1],
  [390, 6, 2],
  [320, 4, 2],
  [320, 3, 1],
  [200, 5, 3],
])('on %i px, %i figures stand in %i rows', (width, count, rows) => {
  const kpiStrip = Array.from({ length: count }, (_, i) => ({ label: `Name ${i}`, value: `${i}` }));
  const labels = texts(layoutOf({ width, height: 800, kpiStrip }).marks).filter(({ text }) =>
    text.startsWith('Name'),
  );
  expect(new Set(labels.map(({ y }) => y)).size).toBe(rows);
});

test('a legend that is too long says how many names are missing', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({
    name: `Series ${i}`,
    colour: 'red',
    swatch: 'line' as const,
  }));
  const seen = texts(layoutOf({ width: 320, height: 600, legend: {} }, many).marks).map(({ text }) => text);
  expect(seen.at(-1)).toBe(`+${20 - (seen.length - 1)}`);
});
