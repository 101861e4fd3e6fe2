// In: the templates and the examples. Out: one list to choose from, those of it that are meant by a category and typed words, and the
// chart of each in any kit and on either ground. Pure.
import { brandKits, type ChartType } from '#shared/chart-spec.ts';
import { type Category, categories } from '#shared/templates/template.ts';
import { templateChart } from '#shared/templates/template-chart.ts';
import { templateRenderPath } from '#shared/templates/template-list.ts';
import { templates } from '#shared/templates/templates.ts';
import { examples } from '../examples.ts';

export type BrandKit = (typeof brandKits)[number];

/** What all charts are seen in; nothing of it leaves each as it was designed. */
export type Dress = { kit?: BrandKit; mode?: 'light' | 'dark' };

export const shelves = [...categories, 'Basics'] as const;
export type Shelf = Category | 'Basics';

export type Entry = {
  id: string;
  name: string;
  description: string;
  shelf: Shelf;
  chart: (dress: Dress) => Record<string, unknown>;
  /** Path of the picture on the server; the simplest charts have none. */
  path?: (dress: Dress) => string;
};

const typeNames: Record<ChartType, string> = {
  bar: 'Bars',
  line: 'Lines',
  pie: 'Pie',
  doughnut: 'Ring',
  radar: 'Radar',
  polarArea: 'Polar area',
};

const fieldsOf = ({ kit, mode }: Dress): Record<string, unknown> => ({
  ...(kit ? { brandKitId: kit } : {}),
  ...(mode ? { theme: { mode } } : {}),
});

const queryOf = ({ kit, mode }: Dress): string => {
  const query = new URLSearchParams({ ...(kit ? { brandKitId: kit } : {}), ...(mode ? { mode } : {}) });
  return query.size > 0 ? `?${query}` : '';
};

export const entries: readonly Entry[] = [
  ...templates.map(
    (template): Entry => ({
      id: template.id,
      name: template.name,
      description: template.description,
      shelf: template.category,
      chart: (dress) => templateChart(template, { fields: fieldsOf(dress) }),
      path: (dress) => templateRenderPath(template.id) + queryOf(dress),
    }),
  ),
  ...examples.map(
    ({ type, name, chart }): Entry => ({
      id: type,
      name,
      description: typeNames[type],
      shelf: 'Basics',
      chart: (dress) => ({ ...chart, ...fieldsOf(dress) }),
    }),
  ),
];

/** Every word must begin a word of the entry; no words and no shelf give all. */
export function meant(typed: string, shelf: Shelf | undefined): readonly Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (shelf !== undefined && entry.shelf !== shelf) return false;
    const text = ` ${entry.name} ${entry.description} ${entry.shelf} ${entry.id}`.toLowerCase();
    return words.every((word) => startsIn(text, word));
  });
}

/** After a space, a hyphen or a bracket. */
const startsIn = (text: string, word: string) =>
  [' ', '-', '('].some((before) => text.includes(before + word));

export const kitNames: readonly { kit: BrandKit; name: string }[] = brandKits.map((kit) => ({
  kit,
  name: kit.charAt(0).toUpperCase() + kit.slice(1),
}));
