// In: nothing. Out: one axis of `options.scales` and what its parts may hold, made of the vocabulary. Keys that stand nowhere here
// are accepted as plain data, still held to the vocabulary by their name, and not drawn.
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { colour, perPoint, pick, pixels, said, words } from './option-words.ts';
import { scalarText } from './scalar-text.ts';

const lines = z.union([z.string(), z.array(z.string()).max(LIMITS.textLines)]);
export const side = z.enum(['top', 'left', 'bottom', 'right', 'center']);

export const title = z.object({
  ...pick('display', 'align', 'color', 'font', 'fullSize', 'padding'),
  text: said(lines, 'The text, or one string per line').optional(),
  position: side.optional(),
});

const axisTypes = ['linear', 'logarithmic', 'category', 'radialLinear'] as const;
const edge = z.union([z.number(), z.string()]);

export const axis = z.object({
  ...pick(
    'beginAtZero',
    'bounds',
    'display',
    'grace',
    'reverse',
    'stack',
    'stackWeight',
    'stacked',
    'startAngle',
    'time',
    'adapters',
  ),
  type: said(
    z.enum(axisTypes, {
      error: (issue) =>
        /^time/.test(scalarText(issue.input))
          ? 'Time axes are not available: send the dates as text in data.labels'
          : undefined,
    }),
    'Kind of axis',
  ).optional(),
  axis: z.enum(['x', 'y', 'r']).optional(),
  position: z.union([side, z.record(z.string(), z.number())]).optional(),
  min: said(edge, 'Lowest value shown').optional(),
  max: said(edge, 'Highest value shown').optional(),
  suggestedMin: said(z.number(), 'Lowest value shown, unless the data goes below it').optional(),
  suggestedMax: said(z.number(), 'Highest value shown, unless the data goes above it').optional(),
  offset: z.boolean().optional(),
  weight: z.number().min(-1000).max(1000).optional(),
  labels: z.array(z.string()).max(LIMITS.labels).optional(),
  title: title.optional(),
  ticks: z
    .object({
      ...pick(
        'align',
        'autoSkip',
        'autoSkipPadding',
        'backdropPadding',
        'callback',
        'color',
        'count',
        'display',
        'font',
        'format',
      ),
      ...pick(
        'includeBounds',
        'labelOffset',
        'maxRotation',
        'maxTicksLimit',
        'minRotation',
        'mirror',
        'precision',
      ),
      ...pick('sampleSize', 'showLabelBackdrop', 'stepSize', 'textStrokeWidth'),
      backdropColor: perPoint(colour).optional(),
      padding: pixels.optional(),
      textStrokeColor: perPoint(colour).optional(),
      z: pixels.optional(),
      align: z.enum(['start', 'center', 'end', 'inner']).optional(),
      crossAlign: z.enum(['near', 'center', 'far']).optional(),
      major: z.object({ enabled: z.boolean().optional() }).optional(),
    })
    .optional(),
  grid: z
    .object({
      ...pick(
        'circular',
        'color',
        'display',
        'drawTicks',
        'lineWidth',
        'tickBorderDash',
        'tickLength',
        'tickWidth',
      ),
      ...pick('tickBorderDashOffset'),
      drawOnChartArea: z.boolean().optional(),
      offset: z.boolean().optional(),
      tickColor: perPoint(colour).optional(),
      z: pixels.optional(),
    })
    .optional(),
  border: z
    .object({
      ...pick('color', 'display'),
      dash: words.borderDash.optional(),
      dashOffset: words.borderDashOffset.optional(),
      width: perPoint(z.number().min(0).max(1000)).optional(),
    })
    .optional(),
  angleLines: z
    .object({ ...pick('borderDash', 'borderDashOffset', 'color', 'display', 'lineWidth') })
    .optional(),
  pointLabels: z
    .object({
      ...pick('backdropPadding', 'borderRadius', 'callback', 'color', 'display', 'font'),
      backdropColor: perPoint(colour).optional(),
      centerPointLabels: z.boolean().optional(),
      padding: pixels.optional(),
    })
    .optional(),
});

/** Ids begin with a letter: `__proto__` and its kin are no axis. */
export const axisId = z.string().regex(/^[A-Za-z][\w-]{0,40}$/, {
  error: 'An axis id is letters, digits, "-" and "_", at most 41, a letter first',
});
