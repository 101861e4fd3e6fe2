// In: nothing. Out: what a template is: a sample, and a function from figures of its shape to a finished chart.
import type { z } from 'zod';
import type { chartSpec } from '../chart-spec.ts';

/** A chart as a person writes it: nothing filled in yet. */
export type ChartInput = z.input<typeof chartSpec>;

export const categories = ['Revenue', 'Growth', 'Customers', 'Marketing', 'Sales', 'Operations'] as const;
export type Category = (typeof categories)[number];

export type Numbers = readonly (number | null)[];
export type Series = { label: string; data: Numbers };
export type Figures = { labels: readonly string[]; series: readonly Series[] };

export type Template = {
  /** Part of URLs: never changes. */
  id: string;
  name: string;
  description: string;
  category: Category;
  /** Believable, and made up. The series say how many a caller may bring, and in which order. */
  sample: Figures;
  /** True of the sample only: left out as soon as a caller brings figures or labels. */
  note?: { left: string; right?: string };
  /**
   * Whatever the picture says in words and figures is computed from what is given. A caller may bring fewer series than the
   * sample has, but always one. No colours of series stand in it: they come from the brand kit.
   */
  chart: (figures: Figures) => ChartInput;
};
