// In: the size of a picture and of its font. Out: the sizes of everything on a card, on a grid of 4 px. Pure.

type Line = { size: number; line: number };

export type CardSizes = {
  padding: number;
  /** Between the pieces. */
  gap: number;
  eyebrow: Line;
  title: Line;
  subtitle: Line;
  badge: Line;
  legend: Line;
  value: Line;
  label: Line;
  footer: Line;
  /** Narrowest cell of the KPI strip. */
  cell: number;
};

const sizes = (padding: number, gap: number, cell: number, lines: readonly [number, number][]): CardSizes => {
  const [eyebrow, title, subtitle, badge, legend, value, label, footer] = lines.map(([size, line]) => ({
    size,
    line,
  })) as [Line, Line, Line, Line, Line, Line, Line, Line];
  return { padding, gap, cell, eyebrow, title, subtitle, badge, legend, value, label, footer };
};

/** From large to small; each list: eyebrow, title, subtitle, badge, legend, value and label of a figure, footer. */
const steps: readonly CardSizes[] = [
  sizes(32, 20, 136, [
    [12, 16],
    [24, 32],
    [15, 24],
    [13, 28],
    [13, 20],
    [28, 36],
    [13, 20],
    [12, 16],
  ]),
  sizes(24, 16, 104, [
    [11, 16],
    [20, 28],
    [14, 20],
    [12, 24],
    [12, 20],
    [24, 32],
    [12, 16],
    [11, 16],
  ]),
  sizes(16, 12, 72, [
    [10, 16],
    [16, 24],
    [12, 16],
    [11, 20],
    [11, 16],
    [18, 24],
    [11, 16],
    [10, 16],
  ]),
  sizes(8, 8, 64, [
    [9, 12],
    [13, 16],
    [10, 12],
    [10, 16],
    [10, 12],
    [14, 20],
    [9, 12],
    [9, 12],
  ]),
];

/** Of a font size that fits the rest of the card; at most half as large again. */
const scaled = ({ padding, gap, cell, ...lines }: CardSizes, by: number): CardSizes => ({
  padding,
  gap,
  cell: cell * by,
  ...(Object.fromEntries(
    Object.entries(lines).map(([name, { size, line }]) => [
      name,
      { size: Math.round(size * by), line: Math.ceil((line * by) / 4) * 4 },
    ]),
  ) as Omit<CardSizes, 'padding' | 'gap' | 'cell'>),
});

/** The last step is for pictures as wide as a thumb only: elsewhere less is better than too small to read. */
const SMALLEST_OF_WIDE = 3;

/** What a picture of this size begins with, and what it may fall back to. */
export function cardSizes(width: number, height: number, fontSize: number): CardSizes[] {
  const first = width < 200 ? 3 : width < 480 || height < 240 ? 2 : width < 1000 || height < 520 ? 1 : 0;
  const by = Math.min(1.5, Math.max(0.75, fontSize / 12));
  return steps
    .slice(first, Math.max(first + 1, SMALLEST_OF_WIDE))
    .map((step) => (by === 1 ? step : scaled(step, by)));
}
