// In: the sixteen templates. Out: whether each is a chart without a word of complaint, whatever figures are brought to it, and
// whether what it says in words follows the figures.
import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { categories, type Figures, type Template } from '#shared/templates/template.ts';
import { templateChart } from '#shared/templates/template-chart.ts';
import { templates } from '#shared/templates/templates.ts';
import { warnings } from '../../../src/editor/warnings.ts';
import fc, { runs } from '../../support/properties.ts';

const ids = [
  'mrr-trend',
  'signups-bar',
  'weekly-volume-rate',
  'plan-distribution',
  'funnel-conversion',
  'nps-trend',
  'churn-rate',
  'mrr-growth',
  'email-performance',
  'ad-spend-roi',
  'csat-breakdown',
  'support-volume',
  'pipeline-stages',
  'win-rate-trend',
  'quota-attainment',
  'ltv-cac',
];

const issuesOf = (chart: unknown) => {
  const reading = readSpec(chart);
  return reading.ok ? [] : reading.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

/** Every text in the picture that is not a name of a series. */
const saidIn = ({ header, kpiStrip, footer, options }: Record<string, unknown>) =>
  [header, kpiStrip, footer, options].map((part) => JSON.stringify(part ?? '')).join('\n');

it('are the sixteen that the protocol names, each in a category, with names and words of their own', () => {
  expect(templates.map(({ id }) => id)).toEqual(ids);
  expect(new Set(templates.map(({ name }) => name)).size).toBe(16);
  expect(new Set(templates.map(({ description }) => description)).size).toBe(16);
  expect(new Set(templates.map(({ category }) => category))).toEqual(new Set(categories));
});

it('use every kind of kit', () => {
  const kits = templates.map((template) => templateChart(template).brandKitId);
  expect(new Set(kits)).toEqual(new Set(['obsidian', 'linen', 'polar', 'studio', 'ember', 'harbor']));
});

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('passes the schema', () => {
    expect(issuesOf(templateChart(template))).toEqual([]);
  });

  it('gives the editor nothing to warn of', () => {
    const chart = templateChart(template);
    const text = JSON.stringify(chart);
    const tree = parseTree(text) ?? expect.fail('no tree');
    const told = warnings(text, tree, chart).map(({ message }) => message);
    expect(told).toEqual([]);
  });

  it('leaves its colours to the kit, but for greys', () => {
    const colours = JSON.stringify(templateChart(template)).match(/#[0-9a-f]{6}/g) ?? [];
    expect(new Set([...colours, '#8a94a6'])).toEqual(new Set(['#8a94a6']));
  });

  it('has as many points as labels in every series', () => {
    const { labels, series } = template.sample;
    expect(new Set(series.map(({ data }) => data.length))).toEqual(new Set([labels.length]));
  });

  it('is a chart for any figures, without a hole in what it says', () => {
    fc.assert(
      fc.property(figuresFor(template), (figures) => {
        const chart = templateChart(template, { figures });
        expect(issuesOf(chart)).toEqual([]);
        expect(saidIn(chart)).not.toMatch(/NaN|Infinity|∞|undefined|null/);
        expect(chart.footer).toBeUndefined();
      }),
      runs(60),
    );
  });

  it('says other things of other figures', () => {
    const sample = template.sample;
    const series = sample.series.map(({ label, data }) => ({
      label,
      data: data.map((value) => Math.round((value ?? 0) * 0.37)),
    }));
    const figures = { labels: sample.labels.map((label) => `${label}*`), series };
    const words = (chart: Record<string, unknown>) =>
      ((chart.kpiStrip ?? []) as { value: string }[]).map(({ value }) => value);
    const [before, after] = [templateChart(template), templateChart(template, { figures })].map(words);
    expect(before?.length).toBeGreaterThan(2);
    expect(after).not.toEqual(before);
  });
});

const figuresFor = (template: Template): fc.Arbitrary<Figures> =>
  fc
    .record({
      points: fc.integer({ min: 1, max: 15 }),
      series: fc.integer({ min: 1, max: template.sample.series.length }),
    })
    .chain(({ points, series }) =>
      fc
        .array(
          fc.array(
            fc.oneof(
              { weight: 1, arbitrary: fc.constant(null) },
              { weight: 1, arbitrary: fc.constant(0) },
              { weight: 6, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(Math.round) },
            ),
            { minLength: points, maxLength: points },
          ),
          { minLength: series, maxLength: series },
        )
        .map((lists) => ({
          labels: Array.from({ length: points }, (_, i) => `L${i}`),
          series: lists.map((data, i) => ({ label: template.sample.series[i]?.label ?? '', data })),
        })),
    );
