// In: nothing. Out: the tree of `options` and of one dataset, made of the vocabulary: what the editor completes and what the
// server checks. Keys that stand nowhere here pass as plain data, held to the vocabulary by their name, and go no further: what
// has no range here never reaches the drawing library, which trusts every option to be of the right type.
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { colour, perPoint, pick, pixels, pointSize, said, words } from './option-words.ts';

const lines = z.union([z.string(), z.array(z.string()).max(LIMITS.textLines)]);
const side = z.enum(['top', 'left', 'bottom', 'right', 'center']);

const title = z.object({
  ...pick('display', 'align', 'color', 'font', 'fullSize', 'padding'),
  text: said(lines, 'The text, or one string per line').optional(),
  position: side.optional(),
});

const legend = z.object({
  ...pick('display', 'align', 'fullSize', 'maxHeight', 'maxWidth', 'reverse', 'rtl'),
  position: said(z.enum(['top', 'left', 'bottom', 'right', 'chartArea']), 'Side of the picture').optional(),
  labels: z
    .object({
      ...pick(
        'boxHeight',
        'boxWidth',
        'color',
        'filter',
        'font',
        'generateLabels',
        'pointStyle',
        'sort',
        'textAlign',
      ),
      ...pick('useBorderRadius', 'usePointStyle'),
      borderRadius: z.number().min(0).max(1000).optional(),
      padding: pixels.optional(),
      pointStyleWidth: z.number().min(0).max(1000).optional(),
    })
    .optional(),
  title: title.optional(),
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

/** Towards the centre an arc would end up with a negative radius, which the canvas refuses. */
const arcOffset = perPoint(z.number().min(0).max(1000));

const fillTarget = z.union([z.boolean(), z.number(), z.string().max(20), z.object({ value: z.number() })]);
const fill = said(
  z.union([
    fillTarget,
    z.object({
      // Filling a shape knows no above and below, and the library throws when it is given them.
      target: fillTarget.refine((target) => target !== 'shape', {
        error: 'A shape is filled with one colour',
      }),
      above: colour.optional(),
      below: colour.optional(),
    }),
  ]),
  'Fill the area: true, "origin", "start", "end", "-1" for the dataset before',
);

const element = z.object({
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
  ...pick(
    'borderAlign',
    'borderCapStyle',
    'borderDashOffset',
    'borderJoinStyle',
    'capBezierPoints',
    'circular',
  ),
  ...pick('cubicInterpolationMode', 'inflateAmount', 'rotation', 'spacing', 'stepped'),
  fill: fill.optional(),
  offset: arcOffset.optional(),
});
/** Only a bar has four sides with a border each; anywhere else the library expects one number. */
const roundElement = element.extend({ borderWidth: perPoint(z.number().min(0).max(1000)).optional() });
const pointElement = element.extend({
  borderWidth: perPoint(pointSize).optional(),
  radius: words.pointRadius.optional(),
});

/** Drawn by a plugin that is not part of the server: said at once, instead of being left out of the picture. */
const noAnnotation = z.never({ error: () => 'Annotations are not available' });

export const chartOptions = z
  .object({
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
      .object({ arc: roundElement, bar: element, line: roundElement, point: pointElement })
      .partial()
      .optional(),
    layout: z.object({ ...pick('padding'), autoPadding: z.boolean().optional() }).optional(),
    plugins: z
      .strictObject({
        legend: said(z.union([legend, z.literal(false)]), 'The legend').optional(),
        title: said(z.union([title, z.literal(false)]), 'The title above the chart').optional(),
        subtitle: said(z.union([title, z.literal(false)]), 'A second line below the title').optional(),
        filler: z
          .object({ propagate: z.boolean().optional(), drawTime: z.string().max(40).optional() })
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

export const dataset = z.object({
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
  ...pick('base', 'borderAlign', 'borderCapStyle', 'borderDashOffset', 'borderJoinStyle', 'capBezierPoints'),
  ...pick('inflateAmount', 'radius', 'skipNull'),
  clip: z.union([z.literal(false), pixels]).optional(),
  fill: fill.optional(),
  order: said(z.number(), 'Drawing order: a lower one lies on top').optional(),
  offset: arcOffset.optional(),
  pointBackgroundColor: perPoint(colour).optional(),
  pointBorderColor: perPoint(colour).optional(),
  pointBorderWidth: perPoint(pointSize).optional(),
  pointRotation: perPoint(z.number().min(-360).max(360)).optional(),
  weight: z.number().min(0).max(1000).optional(),
  xAxisID: axisId.optional(),
  yAxisID: axisId.optional(),
  rAxisID: axisId.optional(),
});
