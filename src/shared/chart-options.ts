// In: nothing. Out: the tree of `options`, made of the vocabulary: what the editor completes and what the
// server checks. Keys that stand nowhere here pass as plain data, held to the vocabulary by their name, and go no further: what
// has no range here never reaches the drawing library, which trusts every option to be of the right type.
import { z } from 'zod';
import { annotation } from './annotation-options.ts';
import { axis, axisId, title } from './axis-options.ts';
import { dataLabels } from './data-label-options.ts';
import { elements } from './dataset-options.ts';
import { pick, pixels, said } from './option-words.ts';

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
    elements: elements.optional(),
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
        datalabels: dataLabels.optional(),
        annotation: annotation.optional(),
      })
      .optional(),
    scales: said(z.record(axisId, axis), 'The axes by id: x and y, or r for radar and polar area').optional(),
  })
  .meta({ description: 'Options of Chart.js, as plain JSON' });
