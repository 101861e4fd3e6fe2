// In: nothing. Out: one dataset, and the elements (bars, lines, points, arcs) that share its keys, made of the vocabulary.
import { z } from 'zod';
import { axisId } from './axis-options.ts';
import { dataLabels } from './data-label-options.ts';
import { LIMITS } from './limits.ts';
import { colour, perPoint, pick, pixels, pointSize, said, words } from './option-words.ts';

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

export const elements = z
  .object({ arc: roundElement, bar: element, line: roundElement, point: pointElement })
  .partial();

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
  datalabels: dataLabels.optional(),
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
