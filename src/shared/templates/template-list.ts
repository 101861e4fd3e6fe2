// In: an origin. Out: every template as the API lists it: what it is, what may be brought to it, and the chart itself.
import { DEFAULTS } from '../chart-spec.ts';
import type { Template } from './template.ts';
import { TEMPLATE_RATIO, templateChart } from './template-chart.ts';
import { templateParameters } from './template-spec.ts';
import { templates } from './templates.ts';

export const TEMPLATES_PATH = '/api/v1/templates';

/** Path of the picture; a query may follow. */
export const templateRenderPath = (id: string): string => `${TEMPLATES_PATH}/${id}/render`;

export const templateList = (origin: string) => templates.map((template) => entry(template, origin));

function entry(template: Template, origin: string) {
  const { id, name, description, category, sample } = template;
  const chart = templateChart(template);
  const { width, height, brandKitId, header } = chart;
  return {
    id,
    name,
    description,
    category,
    /** What `data` means, in its order. */
    series: sample.series.map(({ label }) => label),
    parameters: templateParameters,
    defaults: {
      labels: sample.labels,
      data: sample.series.map(({ data }) => data),
      title: (header as { title: string }).title,
      width,
      height,
      format: DEFAULTS.format,
      brandKitId,
      devicePixelRatio: TEMPLATE_RATIO,
    },
    renderUrl: origin + templateRenderPath(id),
    chart,
  };
}
