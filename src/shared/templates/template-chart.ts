// In: a template, and what a caller brings to it. Out: the chart as JSON, in the order in which one reads it. The page's gallery
// and the server's render address both take it from here, so that what is opened is what was seen.
import type { Figures, Template } from './template.ts';

/** Templates are drawn for sharp screens unless asked otherwise. */
export const TEMPLATE_RATIO = 2;

export type Brought = {
  figures?: Figures;
  title?: string;
  /** Over the template's own: size, format, kit and the like. */
  fields?: Record<string, unknown>;
};

export function templateChart(template: Template, brought: Brought = {}): Record<string, unknown> {
  const { figures, title, fields } = brought;
  const { type, data, header, legend, kpiStrip, options, ...rest } = template.chart(
    figures ?? template.sample,
  );
  const { note } = template;
  const chart = {
    type,
    data,
    header: title === undefined ? header : { ...header, title },
    legend,
    kpiStrip,
    // A note tells where the sample's figures come from, which is true of no others.
    footer: figures || !note ? undefined : note,
    options,
    ...rest,
    devicePixelRatio: TEMPLATE_RATIO,
    ...fields,
  };
  return withoutGaps(chart) as Record<string, unknown>;
}

/** Keys that hold nothing must not stand in JSON that people read. */
const withoutGaps = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
