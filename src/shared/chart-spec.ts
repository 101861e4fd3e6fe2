// In: any JSON value. Out: a chart that may be drawn, with its defaults filled in, or every issue at once with its path.
// The one judge: the editor's squiggles, the server's `details` and the exported JSON Schema all come from here.
import { z } from 'zod';
import { crossIssues } from './chart-cross-checks.ts';
import { chartOptions } from './chart-options.ts';
import { dataset } from './dataset-options.ts';
import { LIMITS } from './limits.ts';
import { colour, said, type Word, words } from './option-words.ts';
import { type KeyRule, MOST_ISSUES, plainDataIssues } from './plain-data.ts';
import { flatIssues, type Issue, type Path, sentence } from './sentences.ts';

export const chartTypes = ['line', 'bar', 'pie', 'doughnut', 'radar', 'polarArea'] as const;
export const formats = ['png', 'jpeg', 'svg', 'webp', 'pdf'] as const;
export const brandKits = ['obsidian', 'linen', 'polar', 'studio', 'ember', 'harbor'] as const;
export type ChartType = (typeof chartTypes)[number];
export type Format = (typeof formats)[number];
export type BrandKitId = (typeof brandKits)[number];

/** What is drawn when the chart does not say otherwise (documented by the vendor). */
export const DEFAULTS = {
  width: 800,
  height: 400,
  format: 'png',
  devicePixelRatio: 1,
  returnUrl: false,
} as const;

const side = (word: string, usual: number) =>
  said(
    z.int().min(LIMITS.side.min).max(LIMITS.side.max),
    `${word} of the picture in px, 100–4000, ${usual} if left out`,
  );
const ratio = said(
  z.number().min(LIMITS.ratio.min).max(LIMITS.ratio.max),
  'Pixels of the bitmap per px, 1–4',
);
const hex = z.string().regex(/^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i, {
  error: 'Expected a hex colour such as "#3b82f6"',
});
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const text = z.string();

const theme = z.looseObject({
  palette: said(
    z.array(hex).min(1, { error: 'At least 1 colour is required' }).max(LIMITS.datasets),
    'Series colours, in order',
  ).optional(),
  backgroundColor: said(colour, 'Fill of the picture').optional(),
  fontFamily: said(z.string().max(200), 'Font family. Pictures are drawn with the bundled Inter').optional(),
  fontSize: z.number().min(LIMITS.fontSize.min).max(LIMITS.fontSize.max).optional(),
  gridColor: said(colour, 'Colour of grid lines and rules').optional(),
  mode: said(
    z.enum(['light', 'dark']),
    'Ground of the picture: a kit has both. Left out, it follows a background in hex',
  ).optional(),
  textPrimary: said(colour, 'Colour of titles').optional(),
  textSecondary: said(colour, 'Colour of ticks and legend').optional(),
});

const badge = z.strictObject({
  text,
  backgroundColor: colour.optional(),
  color: colour.optional(),
  borderRadius: z.number().min(0).max(64).optional(),
});
const header = z.strictObject({
  eyebrow: text.optional(),
  title: text.optional(),
  subtitle: text.optional(),
  badge: badge.optional(),
  logoUrl: z
    .string()
    .regex(/^https:\/\/[^\s/]+/, { error: 'Only https URLs are allowed' })
    .optional(),
});

const types = said(z.enum(chartTypes), 'Kind of chart');

export const chartSpec = z
  .strictObject({
    type: types,
    data: said(
      z.strictObject({
        labels: said(
          z.array(z.string()).min(1, { error: 'At least 1 label is required' }).max(LIMITS.labels),
          'One text per point or slice, 1–1000',
        ),
        datasets: said(
          z
            .array(
              dataset.extend({
                type: said(z.enum(chartTypes), 'Another kind for this series, in a mixed chart').optional(),
              }),
            )
            .min(1, { error: 'At least 1 dataset is required' })
            .max(LIMITS.datasets),
          'The series, 1–20',
        ),
      }),
      'Labels and series',
    ),
    width: side('Width', DEFAULTS.width).optional(),
    height: side('Height', DEFAULTS.height).optional(),
    format: said(
      z.enum(formats),
      'Format of the picture, png if left out. PDF needs the Pro plan',
    ).optional(),
    devicePixelRatio: ratio.optional(),
    scale: ratio.optional(),
    returnUrl: said(z.boolean(), 'Answer { "url": … } instead of the picture').optional(),
    brandKitId: said(
      z.union([
        z.enum(brandKits),
        z.string().regex(uuid, { error: `Expected ${brandKits.join(', ')} or the UUID of a saved kit` }),
      ]),
      'Brand kit: colours that go together, for light and dark. The theme and colours of the chart win over it. The UUID of a kit saved elsewhere is accepted and leaves the usual look',
    ).optional(),
    options: chartOptions.optional(),
    theme: said(theme, 'Colours and font for the whole picture').optional(),
    header: said(header, 'Lines above the plot').optional(),
    legend: said(
      z.strictObject({
        display: z.boolean().optional(),
        position: z.literal('top').optional(),
        style: z.enum(['line', 'square']).optional(),
        fontSize: words.size.optional(),
        gap: z.number().min(0).max(200).optional(),
      }),
      'Names of the series in a row under the header',
    ).optional(),
    kpiStrip: said(
      z.array(z.strictObject({ label: text, value: text, color: colour.optional() })).max(LIMITS.kpis),
      'Up to 6 figures in a row under the plot',
    ).optional(),
    footer: said(
      z.strictObject({
        left: text.optional(),
        right: text.optional(),
        borderTop: z.union([z.boolean(), colour]).optional(),
      }),
      'Small print at the bottom',
    ).optional(),
    border: said(
      z.strictObject({ color: colour.optional(), width: z.number().min(0).max(64).optional() }),
      'Frame around the picture',
    ).optional(),
    borderRadius: said(z.number().min(0).max(64), 'Rounded corners of the picture in px').optional(),
    padding: said(
      z.union([z.enum(['email', 'slack']), z.number().min(0).max(200)]),
      'Space around everything in px, or the usual one of a place',
    ).optional(),
    backgroundColor: said(colour, 'Fill behind everything').optional(),
  })
  .meta({ title: 'Chart', description: 'A chart as JSON' });

type Parsed = z.output<typeof chartSpec>;

/** A chart that passed every rule, with the documented defaults in place and `scale` folded into `devicePixelRatio`. */
export type ChartSpec = Omit<Parsed, 'scale'> & {
  width: number;
  height: number;
  format: Format;
  devicePixelRatio: number;
  returnUrl: boolean;
};

export type SpecReading = { ok: true; spec: ChartSpec } | { ok: false; issues: Issue[] };

const rootKeys = Object.keys(chartSpec.shape);
const knownKeys = (path: Path): readonly string[] => {
  if (path.length === 0) return rootKeys;
  if (path.length === 1 && path[0] === 'data') return ['labels', 'datasets'];
  if (path.join('.') === 'options.plugins')
    return ['legend', 'title', 'subtitle', 'filler', 'tooltip', 'datalabels', 'annotation'];
  return [];
};

/** An option that the tree does not know at this place is still held to what its name may carry. */
const byName: KeyRule = (key, value, path) => {
  if (path[0] !== 'options' && path[0] !== 'data') return [];
  // These two have a vocabulary of their own, and nothing outside of it reaches them.
  if (path.includes('datalabels') || path[2] === 'annotation') return [];
  if (/[cC]olor$/.test(key) && !Object.hasOwn(words, key)) return judge(words.color, value, path);
  return Object.hasOwn(words, key) ? judge(words[key as Word], value, path) : [];
};

function judge(schema: z.ZodType, value: unknown, path: Path): Issue[] {
  const result = parsedBy(schema, value);
  return !result || result.success
    ? []
    : flatIssues(result.error.issues, () => []).map((i) => ({ ...i, path: [...path, ...i.path] }));
}

/**
 * zod asks whatever has a `length` whether it is too long, and comparing a number with `{"toString": 1}` throws. Such a value
 * carries a forbidden key, so it has its issue already, and nothing is lost when the schema has no opinion on it.
 */
function parsedBy<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> | undefined {
  try {
    return schema.safeParse(value, { error: sentence });
  } catch {
    return undefined;
  }
}

/**
 * Judges a JSON value as a chart. Never throws. Issues come in the order of the schema, then of the document, one per place,
 * at most 100; `path` holds keys and array indices, `[]` is the root.
 */
export function readSpec(value: unknown): SpecReading {
  const unsafe = plainDataIssues(value, byName);
  const parsed = parsedBy(chartSpec, value);
  const issues = onePerPlace([
    ...(!parsed || parsed.success ? [] : flatIssues(parsed.error.issues, knownKeys)),
    ...unsafe,
    ...crossIssues(value),
  ]);
  if (issues.length > 0) return { ok: false, issues };
  if (!parsed?.success) return { ok: false, issues: [{ path: [], message: 'Invalid input' }] };
  const { scale, ...spec } = parsed.data;
  const devicePixelRatio = spec.devicePixelRatio ?? scale ?? DEFAULTS.devicePixelRatio;
  return { ok: true, spec: { ...DEFAULTS, ...spec, devicePixelRatio } };
}

function onePerPlace(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues
    .filter((issue) => {
      const place = dotted(issue.path);
      if (seen.has(place)) return false;
      seen.add(place);
      return true;
    })
    .slice(0, MOST_ISSUES);
}

/** `['data','datasets',0,'data']` → `data.datasets.0.data`, the root → `""`, as the API documents it. */
export const dotted = (path: Path): string => path.join('.');
