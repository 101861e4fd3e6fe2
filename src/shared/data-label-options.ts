// In: nothing. Out: what `datalabels` may hold, for the whole chart and for one dataset: the numbers written on bars, points and
// slices. chartjs-plugin-datalabels draws them; in place of its functions stand `content`, `format`, `prefix` and `suffix`.
import { z } from 'zod';
import { colour, insets, perPoint, pick, said, words } from './option-words.ts';

const sides = ['center', 'start', 'end', 'right', 'bottom', 'left', 'top'] as const;
const width = z.number().min(0).max(200);
const affix = z.string().max(40);

export const dataLabels = said(
  z.union([
    z.object({
      ...pick('backgroundColor', 'borderColor', 'color', 'font', 'formatter', 'rotation', 'textAlign'),
      align: said(
        perPoint(z.union([z.enum(sides), z.number().min(-360).max(360)])),
        'Side of the anchor on which a label stands, or an angle in degrees',
      ).optional(),
      anchor: said(
        perPoint(z.enum(['center', 'start', 'end'])),
        'Place on the bar, point or slice',
      ).optional(),
      borderRadius: perPoint(width).optional(),
      borderWidth: perPoint(width).optional(),
      clamp: said(perPoint(z.boolean()), 'Keep the anchor in the plot').optional(),
      clip: said(perPoint(z.boolean()), 'Cut off what stands out of the plot').optional(),
      content: said(
        z.enum(['value', 'share', 'label']),
        'What to write: the number, its share of the series, or the label of the point',
      ).optional(),
      display: said(
        perPoint(z.union([z.boolean(), z.literal('auto')])),
        'Show labels or not; "auto" leaves out those that would overlap',
      ).optional(),
      format: said(
        words.format,
        'Number format: the options of Intl.NumberFormat, e.g. {"notation":"compact"} for 1.2K',
      ).optional(),
      offset: said(perPoint(z.number().min(-200).max(200)), 'Distance from the anchor in px').optional(),
      opacity: perPoint(z.number().min(0).max(1)).optional(),
      padding: said(insets, 'Space around the text in px').optional(),
      prefix: said(affix, 'Text before every number, e.g. "$"').optional(),
      suffix: said(affix, 'Text after every number, e.g. " pts"').optional(),
      textStrokeColor: perPoint(colour).optional(),
      textStrokeWidth: perPoint(width).optional(),
    }),
    z.literal(false),
  ]),
  'Numbers written on bars, points and slices; false for none',
);

export type DataLabels = z.output<typeof dataLabels>;
