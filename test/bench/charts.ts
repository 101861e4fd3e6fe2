// In: nothing. Out: the two charts that are typed into, as text, and the places in it where the keys go. Always the same.
import { formatJson } from '../../src/editor/format.ts';
import { type Dice, diceOf } from '../fixtures/dice.ts';

/** Line and column, both from 0, of a caret. */
export type Place = { line: number; column: number };

export type BenchChart = {
  name: string;
  text: string;
  /** Right after a number of the first dataset. */
  atNumber: Place;
  /** Right after the width: one more digit makes it too large. */
  atWidth: Place;
};

export const benchCharts = (): BenchChart[] => [
  benchChart({ series: 3, points: 12, type: 'bar' }),
  benchChart({ series: 20, points: 1000, type: 'line' }),
];

function benchChart({ series, points, type }: { series: number; points: number; type: string }): BenchChart {
  const dice = diceOf(series);
  const datasets = Array.from({ length: series }, (_, index) => ({
    label: `Series ${index + 1}`,
    data: walk(dice, points),
  }));
  const labels = Array.from({ length: points }, (_, index) => `Day ${index + 1}`);
  // The data stands before the labels, so that the place of the keys is on the screen without scrolling.
  const formatted = formatJson(JSON.stringify({ type, width: 800, height: 400, data: { datasets, labels } }));
  if (!formatted.ok) throw new Error('The chart to type into is not JSON');
  const { text } = formatted;
  return {
    name: `${series} x ${points}`,
    text,
    atNumber: caretAfter(text, /"data": \[\s*\d+(\.\d)?/),
    atWidth: caretAfter(text, /"width": \d+/),
  };
}

/** A series as measured ones are: each value near the one before, with one digit after the point. */
function walk(dice: Dice, points: number): number[] {
  let tenths = 2000 + dice.below(6000);
  return Array.from({ length: points }, () => {
    tenths = Math.max(1000, tenths + dice.below(401) - 200);
    return tenths / 10;
  });
}

function caretAfter(text: string, pattern: RegExp): Place {
  const found = pattern.exec(text);
  if (!found) throw new Error(`${pattern} is not in the chart to type into`);
  const before = text.slice(0, found.index + found[0].length).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}
