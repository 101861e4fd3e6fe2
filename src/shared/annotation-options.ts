// In: nothing. Out: what `options.plugins.annotation` may hold: lines, boxes, texts and shapes drawn over the plot by
// chartjs-plugin-annotation. Contents are text: no images, no functions, no shadows, no curves, which not every format can hold.
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { colour, insets, pick, pixels, said, words } from './option-words.ts';

const kinds = ['line', 'box', 'label', 'point', 'ellipse', 'polygon', 'doughnutLabel'] as const;
const drawTimes = ['beforeDatasetsDraw', 'afterDatasetsDraw', 'afterDraw'] as const;
const thickness = z.number().min(0).max(200);
const length = z.number().min(0).max(1000);
const angle = z.number().min(-360).max(360);
const percentage = z.string().regex(/^-?\d{1,4}(\.\d{1,4})?%$/, {
  error: 'Expected a percentage such as "50%"',
});
const along = z.union([z.enum(['start', 'center', 'end']), percentage]);
const place = z.union([along, z.object({ x: along.optional(), y: along.optional() })]);
/** A value of a counting axis, or a label of the other one. */
const value = z.union([
  z.number(),
  z
    .string()
    .max(LIMITS.keyCharacters)
    // A counting axis reads texts as numbers, and would reach for infinity.
    .refine((text) => !(Math.abs(Number(text)) > LIMITS.number.largest), {
      error: 'Expected a number in range, or a label',
    }),
]);
const axis = z.string().max(41);
const lines = z.union([z.string(), z.array(z.string()).max(LIMITS.textLines)]);

const stroke = {
  ...pick('borderDash', 'borderDashOffset', 'borderCapStyle', 'display'),
  borderColor: said(colour, 'Line colour').optional(),
  borderJoinStyle: z.enum(['bevel', 'round', 'miter']).optional(),
  borderWidth: said(thickness, 'Line width in px').optional(),
};
const text = {
  backgroundColor: said(colour, 'Fill colour').optional(),
  borderRadius: said(length, 'Rounded corners in px').optional(),
  color: said(colour, 'Text colour').optional(),
  content: said(lines, 'The text, or one string per line').optional(),
  font: words.font.optional(),
  opacity: z.number().min(0).max(1).optional(),
  padding: said(insets, 'Space around the text in px').optional(),
  position: said(place, 'Where it sits: "start", "center", "end" or a percentage').optional(),
  rotation: said(z.union([angle, z.literal('auto')]), 'Angle in degrees; "auto" follows a line').optional(),
  textAlign: words.textAlign.optional(),
  textStrokeColor: colour.optional(),
  textStrokeWidth: thickness.optional(),
  xAdjust: said(pixels, 'Moved right by px').optional(),
  yAdjust: said(pixels, 'Moved down by px').optional(),
  z: pixels.optional(),
  callout: z
    .object({
      ...stroke,
      margin: length.optional(),
      position: z.enum(['auto', 'left', 'top', 'right', 'bottom']).optional(),
      side: length.optional(),
      start: z.union([length, percentage]).optional(),
    })
    .optional(),
};
const end = {
  ...stroke,
  backgroundColor: colour.optional(),
  fill: z.boolean().optional(),
  width: length.optional(),
};

const annotated = z.object({
  ...stroke,
  ...text,
  type: said(z.enum(kinds), 'Kind of annotation').optional(),
  adjustScaleRange: said(z.boolean(), 'Make room on the axes for it').optional(),
  arrowHeads: z.object({ ...end, end: z.object(end).optional(), start: z.object(end).optional() }).optional(),
  autoFit: z.boolean().optional(),
  autoHide: z.boolean().optional(),
  drawTime: said(z.enum(drawTimes), 'Under or over the series').optional(),
  endValue: said(value, 'Where a line ends').optional(),
  label: said(z.object({ ...stroke, ...text }), 'Text on a line, in a box or an ellipse').optional(),
  pointStyle: z.enum(['circle', 'cross', 'rect', 'rectRounded', 'rectRot', 'star', 'triangle']).optional(),
  radius: said(length, 'Size of a point or polygon in px').optional(),
  scaleID: said(axis, 'Axis that the value of a line is on').optional(),
  sides: said(z.int().min(1).max(64), 'Corners of a polygon').optional(),
  spacing: length.optional(),
  value: said(value, 'Where a line stands').optional(),
  xMin: said(value, 'Left edge').optional(),
  xMax: said(value, 'Right edge').optional(),
  yMin: said(value, 'Lower edge').optional(),
  yMax: said(value, 'Upper edge').optional(),
  xValue: said(value, 'Place along x').optional(),
  yValue: said(value, 'Place along y').optional(),
  xScaleID: axis.optional(),
  yScaleID: axis.optional(),
});

const many = `At most ${LIMITS.annotations} annotations are allowed`;
const name = z.string().max(LIMITS.keyCharacters);

export const annotation = said(
  z.union([
    z.object({
      annotations: said(
        z.union([
          z.array(annotated).max(LIMITS.annotations, { error: many }),
          z
            .record(name, annotated)
            .refine((all) => Object.keys(all).length <= LIMITS.annotations, { error: many }),
        ]),
        'The annotations: a list, or one under each name',
      ).optional(),
      clip: said(z.boolean(), 'Cut off what stands out of the plot').optional(),
    }),
    z.literal(false),
  ]),
  'Lines, boxes and texts over the plot',
);

export type Annotated = z.output<typeof annotated>;
