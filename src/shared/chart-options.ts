// In: nothing. Out: the tree of `options` and of one dataset, made of the vocabulary: what the editor completes and what the
// server checks. Keys that stand nowhere here pass as plain data, still held to the vocabulary by their name.
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { perPoint, pick, said, words } from './option-words.ts';

const lines = z.union([z.string(), z.array(z.string()).max(LIMITS.textLines)]);
const side = z.enum(['top', 'left', 'bottom', 'right', 'center']);

const title = z.looseObject({
  ...pick('display', 'align', 'color', 'font', 'fullSize', 'padding'),
  text: said(lines, 'The text, or one string per line').optional(),
  position: side.optional(),
});

const legend = z.looseObject({
  ...pick('display', 'align', 'fullSize', 'maxHeight', 'maxWidth', 'reverse', 'rtl', 'textDirection'),
  position: said(z.enum(['top', 'left', 'bottom', 'right', 'chartArea']), 'Side of the picture').optional(),
  labels: z
    .looseObject({
      ...pick(
        'boxHeight',
        'boxWidth',
        'color',
        'filter',
        'font',
        'generateLabels',
        'padding',
        'pointStyle',
        'sort',
        'textAlign',
      ),
      ...pick('useBorderRadius', 'usePointStyle', 'borderRadius'),
    })
    .optional(),
  title: title.optional(),
});

const axisTypes = ['linear', 'logarithmic', 'category', 'radialLinear'] as const;
const edge = z.union([z.number(), z.string()]);

export const axis = z.looseObject({
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
        /^time/.test(String(issue.input))
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
    .looseObject({
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
        'padding',
        'precision',
      ),
      ...pick('sampleSize', 'stepSize', 'textStrokeWidth'),
      align: z.enum(['start', 'center', 'end', 'inner']).optional(),
      crossAlign: z.enum(['near', 'center', 'far']).optional(),
      major: z.looseObject({ enabled: z.boolean().optional() }).optional(),
    })
    .optional(),
  grid: z
    .looseObject({
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
    })
    .optional(),
  border: z
    .looseObject({
      ...pick('color', 'display'),
      dash: words.borderDash.optional(),
      dashOffset: words.borderDashOffset.optional(),
      width: perPoint(z.number().min(0).max(1000)).optional(),
    })
    .optional(),
  angleLines: z
    .looseObject({ ...pick('borderDash', 'borderDashOffset', 'color', 'display', 'lineWidth') })
    .optional(),
  pointLabels: z
    .looseObject({
      ...pick('backdropPadding', 'borderRadius', 'callback', 'color', 'display', 'font', 'padding'),
    })
    .optional(),
});

/** Ids begin with a letter: `__proto__` and its kin are no axis. */
export const axisId = z.string().regex(/^[A-Za-z][\w-]{0,40}$/, {
  error: 'An axis id is letters, digits, "-" and "_", at most 41, a letter first',
});

const element = z.looseObject({
  ...pick(
    'backgroundColor',
    'borderColor',
    'borderDash',
    'borderRadius',
    'borderSkipped',
    'borderWidth',
    'pointStyle',
    'radius',
    'tension',
  ),
});

/** Drawn by a plugin that is not part of the server: said at once, instead of being left out of the picture. */
const noAnnotation = z.never({ error: () => 'Annotations are not available' });

export const chartOptions = z
  .looseObject({
    ...pick(
      'aspectRatio',
      'circumference',
      'cutout',
      'devicePixelRatio',
      'indexAxis',
      'locale',
      'onClick',
      'onHover',
      'rotation',
    ),
    ...pick(
      'backgroundColor',
      'borderColor',
      'color',
      'font',
      'radius',
      'spacing',
      'barPercentage',
      'categoryPercentage',
      'showLine',
      'spanGaps',
    ),
    elements: z
      .looseObject({ arc: element, bar: element, line: element, point: element })
      .partial()
      .optional(),
    layout: z.looseObject({ ...pick('padding'), autoPadding: z.boolean().optional() }).optional(),
    plugins: z
      .strictObject({
        legend: said(z.union([legend, z.literal(false)]), 'The legend').optional(),
        title: said(z.union([title, z.literal(false)]), 'The title above the chart').optional(),
        subtitle: said(z.union([title, z.literal(false)]), 'A second line below the title').optional(),
        filler: z
          .looseObject({ propagate: z.boolean().optional(), drawTime: z.string().max(40).optional() })
          .optional(),
        tooltip: said(z.unknown(), 'Has no effect in a picture').optional(),
        colors: z.unknown().optional(),
        datalabels: z.unknown().optional(),
        annotation: noAnnotation.optional(),
      })
      .optional(),
    scales: said(z.record(axisId, axis), 'The axes by id: x and y, or r for radar and polar area').optional(),
  })
  .meta({ description: 'Options of Chart.js, as plain JSON' });

export const dataset = z.looseObject({
  label: said(z.string(), 'Name of the series, shown in the legend').optional(),
  data: said(
    z
      .array(z.union([z.number(), z.null()]))
      .max(LIMITS.points, { error: `At most ${LIMITS.points} data points per dataset are allowed` }),
    'One number per label; null is a gap',
  ),
  ...pick(
    'backgroundColor',
    'barPercentage',
    'barThickness',
    'borderColor',
    'borderDash',
    'borderRadius',
    'borderSkipped',
    'borderWidth',
  ),
  ...pick(
    'categoryPercentage',
    'circumference',
    'cubicInterpolationMode',
    'cutout',
    'grouped',
    'hidden',
    'indexAxis',
    'maxBarThickness',
  ),
  ...pick(
    'minBarLength',
    'pointRadius',
    'pointStyle',
    'rotation',
    'showLine',
    'spacing',
    'spanGaps',
    'stack',
    'stepped',
    'tension',
  ),
  fill: said(
    z.union([z.boolean(), z.number(), z.string().max(20), z.looseObject({})]),
    'Fill the area: true, "origin", "start", "end", "-1" for the dataset before',
  ).optional(),
  order: said(z.number(), 'Drawing order: a lower one lies on top').optional(),
  offset: perPoint(z.number().min(-1000).max(1000)).optional(),
  pointBackgroundColor: perPoint(z.string().max(LIMITS.colourCharacters)).optional(),
  pointBorderColor: perPoint(z.string().max(LIMITS.colourCharacters)).optional(),
  pointBorderWidth: perPoint(z.number().min(0).max(1000)).optional(),
  pointRotation: perPoint(z.number().min(-360).max(360)).optional(),
  weight: z.number().min(0).max(1000).optional(),
  xAxisID: axisId.optional(),
  yAxisID: axisId.optional(),
  rAxisID: axisId.optional(),
});
