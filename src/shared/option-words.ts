// In: nothing. Out: the vocabulary of Chart.js options that a chart may carry: one schema per name, with its range and the
// sentence shown on hover. A name means the same wherever it stands, so the walker holds unknown corners to it as well.
//
// The ranges close every way in which plain data made the chart library hang: tick counts and sampling (endless loops),
// full turns of an arc (drawn one by one), text where a size belongs (layout never settles), arrays that only claim a length.
import { z } from 'zod';
import { LIMITS } from './limits.ts';

const between = (min: number, max: number) => z.number().min(min).max(max);
const whole = (min: number, max: number) => z.int().min(min).max(max);
const said = <S extends z.ZodType>(schema: S, description: string): S => schema.meta({ description }) as S;

const functionsAreNotData = 'Functions cannot be sent as JSON. To format numbers, use "format"';
const noFunction = z.never({ error: () => functionsAreNotData });
const noTime = z.never({ error: () => 'Time axes are not available: send the dates as text in data.labels' });
const serverOwned = (instead: string) => z.never({ error: () => instead });

/** One item, or one per point. */
const perPoint = <S extends z.ZodType>(item: S) => z.union([item, z.array(item).max(LIMITS.arrayItems)]);

export const colour = z.string().max(LIMITS.colourCharacters);
const length = between(0, 1000);
/** A thousand points of 1000 px, painted one over the other, take longer than any budget. */
export const pointSize = between(0, 200);
export const pixels = between(-1000, 1000);
const degrees = between(-360, 360);
/** Inside a box with round corners: below 0 the corners would have a negative radius, which a canvas refuses. */
const inset = between(0, 200).optional();
export const insets = z.union([
  between(0, 200),
  z.object({ top: inset, right: inset, bottom: inset, left: inset, x: inset, y: inset }),
]);
/** Dashes under a pixel look like a solid line and cost seconds: every one of them is cut out and painted on its own. */
const dash = z
  .array(
    between(0, 1000).refine((px) => px === 0 || px >= 1, {
      error: 'A dash or a gap must be 0 or at least 1 px long',
    }),
  )
  .max(LIMITS.dashItems);
const percentOr = (number: z.ZodType) =>
  z.union([
    number,
    z.string().regex(/^\d{1,4}(\.\d{1,4})?%$/, { error: 'Expected a percentage such as "50%"' }),
  ]);

const corners = z.object({
  topLeft: length.optional(),
  topRight: length.optional(),
  bottomLeft: length.optional(),
  bottomRight: length.optional(),
});
const sides = z.object({
  top: pixels.optional(),
  right: pixels.optional(),
  bottom: pixels.optional(),
  left: pixels.optional(),
  x: pixels.optional(),
  y: pixels.optional(),
  start: pixels.optional(),
  end: pixels.optional(),
});
const sideWidths = z.object({
  top: length.optional(),
  right: length.optional(),
  bottom: length.optional(),
  left: length.optional(),
});

const pointStyles = [
  'circle',
  'cross',
  'crossRot',
  'dash',
  'line',
  'rect',
  'rectRounded',
  'rectRot',
  'star',
  'triangle',
] as const;
const pointStyle = z.union([z.enum(pointStyles), z.literal(false)]);

/** Intl.NumberFormat's own options; a free object here would make the process remember a formatter for every new one. */
const numberFormat = z
  .strictObject({
    style: z.enum(['decimal', 'currency', 'percent', 'unit']).optional(),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/, { error: 'Expected a currency code such as "EUR"' })
      .optional(),
    currencyDisplay: z.enum(['symbol', 'narrowSymbol', 'code', 'name']).optional(),
    unit: z.string().max(40).optional(),
    unitDisplay: z.enum(['short', 'narrow', 'long']).optional(),
    notation: z.enum(['standard', 'scientific', 'engineering', 'compact']).optional(),
    compactDisplay: z.enum(['short', 'long']).optional(),
    signDisplay: z.enum(['auto', 'always', 'never', 'exceptZero']).optional(),
    useGrouping: z.boolean().optional(),
    minimumIntegerDigits: whole(1, 21).optional(),
    minimumFractionDigits: whole(0, 20).optional(),
    maximumFractionDigits: whole(0, 20).optional(),
    minimumSignificantDigits: whole(1, 21).optional(),
    maximumSignificantDigits: whole(1, 21).optional(),
  })
  .refine(isNumberFormat, {
    error: 'These options do not make a number format: check style, currency, unit and digits',
  })
  .transform(bothDigits);

/** The library sets both digit counts of its own, and one given alone may contradict the other: a RangeError while drawing. */
function bothDigits<F extends Digits>(format: F): F {
  const { minimumFractionDigits: min, maximumFractionDigits: max } = format;
  if (min === undefined && max === undefined) return format;
  return { ...format, minimumFractionDigits: min ?? 0, maximumFractionDigits: max ?? Math.max(min ?? 0, 3) };
}
type Digits = { minimumFractionDigits?: number | undefined; maximumFractionDigits?: number | undefined };

function isNumberFormat(options: object): boolean {
  try {
    new Intl.NumberFormat('en', options);
    return true;
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const font = z.object({
  family: said(
    z.string().max(200),
    'Font family. Pictures are drawn with the bundled Inter; other names fall back to it',
  ).optional(),
  size: said(between(LIMITS.fontSize.min, LIMITS.fontSize.max), 'Font size in px').optional(),
  style: said(z.enum(['normal', 'italic', 'oblique']), 'Font style').optional(),
  weight: said(
    z.union([between(1, 1000), z.enum(['normal', 'bold', 'lighter', 'bolder'])]),
    'Font weight: 400, 600 and 700 are bundled',
  ).optional(),
  lineHeight: said(percentOr(between(0.1, 10)), 'Line height as a multiple of the size').optional(),
});

export const words = {
  align: said(z.enum(['start', 'center', 'end', 'inner']), 'Where along its side it sits'),
  aspectRatio: serverOwned('The size is set by width and height at the top level'),
  autoSkip: said(z.boolean(), 'Leave out labels that would overlap'),
  autoSkipPadding: between(0, 1000),
  backdropPadding: z.union([pixels, sides]),
  backgroundColor: said(perPoint(colour), 'Fill colour, or one per point'),
  barPercentage: said(between(0, 10), 'Width of a bar as a share of its slot'),
  barThickness: z.union([length, z.literal('flex')]),
  base: z.number(),
  beginAtZero: said(z.boolean(), 'Make the axis include 0'),
  borderAlign: perPoint(z.enum(['center', 'inner'])),
  borderCapStyle: z.enum(['butt', 'round', 'square']),
  borderColor: said(perPoint(colour), 'Line colour, or one per point'),
  borderDash: said(dash, 'Lengths of dashes and gaps in px, e.g. [6, 4]'),
  borderDashOffset: pixels,
  borderJoinStyle: perPoint(z.enum(['bevel', 'round', 'miter'])),
  borderRadius: said(z.union([perPoint(length), corners]), 'Rounded corners of bars or arcs in px'),
  borderSkipped: perPoint(
    z.union([z.boolean(), z.enum(['start', 'end', 'middle', 'left', 'right', 'top', 'bottom'])]),
  ),
  borderWidth: said(z.union([perPoint(length), sideWidths]), 'Line width in px'),
  bounds: said(z.enum(['ticks', 'data']), 'Whether the axis ends at a tick or at the data'),
  boxHeight: length,
  boxPadding: pixels,
  boxWidth: length,
  callback: noFunction,
  capBezierPoints: z.boolean(),
  categoryPercentage: said(between(0, 10), 'Width of a category as a share of the axis'),
  circular: z.boolean(),
  circumference: said(degrees, 'Sweep of all arcs together in degrees'),
  color: said(perPoint(colour), 'Text or line colour'),
  count: said(whole(2, LIMITS.ticks), 'Number of ticks'),
  cubicInterpolationMode: z.enum(['default', 'monotone']),
  cutout: said(percentOr(between(0, 4000)), 'Size of the hole, in px or as "50%"'),
  devicePixelRatio: serverOwned('Set devicePixelRatio at the top level, beside width and height'),
  display: said(z.union([z.boolean(), z.literal('auto')]), 'Show it or not'),
  drawTicks: z.boolean(),
  filter: noFunction,
  font,
  format: said(
    numberFormat,
    'Number format: the options of Intl.NumberFormat, e.g. {"style":"currency","currency":"EUR"}',
  ),
  formatter: noFunction,
  fullSize: z.boolean(),
  generateLabels: noFunction,
  grace: percentOr(between(0, LIMITS.number.largest)),
  grouped: z.boolean(),
  hidden: z.boolean(),
  hitRadius: perPoint(length),
  includeBounds: z.boolean(),
  indexAxis: said(z.enum(['x', 'y']), '"y" makes bars lie and lines climb'),
  inflateAmount: z.union([length, z.literal('auto')]),
  labelOffset: pixels,
  lineWidth: perPoint(length),
  locale: said(
    z.string().max(35).refine(isLocale, { error: 'Expected a language tag such as "en" or "de-CH"' }),
    'Language of number formats',
  ),
  maxBarThickness: length,
  maxHeight: between(0, 4000),
  maxRotation: degrees,
  maxTicksLimit: said(whole(1, LIMITS.ticks), 'Most ticks to show'),
  maxWidth: between(0, 4000),
  minBarLength: length,
  minRotation: degrees,
  mirror: z.boolean(),
  onClick: noFunction,
  onHover: noFunction,
  onLeave: noFunction,
  padding: said(z.union([pixels, sides]), 'Space around it in px, or {"top": …, "left": …}'),
  pointRadius: said(perPoint(pointSize), 'Radius of the points in px, 0 hides them'),
  pointStyle: said(perPoint(pointStyle), 'Shape of the points'),
  precision: whole(0, 20),
  radius: perPoint(percentOr(length)),
  reverse: z.boolean(),
  rotation: perPoint(degrees),
  rtl: z.boolean(),
  sampleSize: whole(1, LIMITS.labels),
  showLabelBackdrop: z.boolean(),
  showLine: z.boolean(),
  size: said(between(LIMITS.fontSize.min, LIMITS.fontSize.max), 'Font size in px'),
  skipNull: z.boolean(),
  sort: noFunction,
  spacing: perPoint(length),
  spanGaps: said(z.union([z.boolean(), z.number()]), 'Draw the line across null values'),
  stack: said(z.string().max(100), 'Datasets with the same stack are put on top of each other'),
  stackWeight: between(0, 1000),
  stacked: said(z.union([z.boolean(), z.literal('single')]), 'Put datasets on top of each other'),
  startAngle: degrees,
  stepSize: said(z.number().positive(), 'Distance between ticks'),
  stepped: z.union([z.boolean(), z.enum(['before', 'after', 'middle'])]),
  tension: said(between(-10, 10), 'Curve of the line: 0 is straight, 0.4 is smooth'),
  textAlign: z.enum(['left', 'center', 'right', 'start', 'end']),
  textDirection: z.enum(['ltr', 'rtl']),
  textStrokeWidth: length,
  tickBorderDash: dash,
  tickBorderDashOffset: pixels,
  tickLength: pixels,
  tickWidth: perPoint(length),
  time: noTime,
  adapters: noTime,
  useBorderRadius: z.boolean(),
  usePointStyle: z.boolean(),
} as const satisfies Record<string, z.ZodType>;

export type Word = keyof typeof words;

/** A shape made of words, every one optional. */
export const pick = <W extends Word>(...names: W[]) =>
  Object.fromEntries(names.map((n) => [n, words[n].optional()])) as {
    [K in W]: z.ZodOptional<(typeof words)[K]>;
  };
export { perPoint, said };
