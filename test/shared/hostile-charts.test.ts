// In: charts made to hang or break a renderer. Out: that each is refused before anything could be drawn, with a place and a
// sentence, and that nothing is left behind in the process.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { MOST_ISSUES } from '#shared/plain-data.ts';
import { readJson } from '#shared/strict-json.ts';
import { type Drawn, drawInChild } from '../fixtures/draw-in-child.ts';
import { hostileCharts } from '../fixtures/hostile-charts.ts';
import { oddCharts } from '../fixtures/odd-charts.ts';

const ownNames = () =>
  [Object.prototype, Array.prototype, Function.prototype].map(Object.getOwnPropertyNames);
const before = ownNames();
afterAll(() => expect(ownNames()).toEqual(before));

/** The issues of the text, or the reason why it is no JSON; empty when it would be drawn. */
function refusals(text: string): string[] {
  const json = readJson(text);
  if (!json.ok) return [json.reason];
  const reading = readSpec(json.value);
  return reading.ok ? [] : reading.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('refused before any drawing', () => {
  test.each(hostileCharts)('$what', ({ text }) => {
    const said = refusals(text);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(MOST_ISSUES);
    // An answer that repeats the attack would be as large as the attack.
    expect(said.join('').length).toBeLessThan(40_000);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('a million brackets are counted, not parsed', () => {
    expect(refusals('['.repeat(1_000_000))).toEqual(['too_deep']);
  });
});

describe('drawn, however odd', () => {
  const texts = Object.entries(oddCharts);

  test('each in a process of its own', async () => {
    const drawn: Drawn[] = [];
    const jobs = texts.map(([, text], id) => ({ id, chart: JSON.parse(text) as unknown }));
    await drawInChild(jobs, (one) => drawn.push(one));
    expect(drawn).toEqual(
      texts.map((_, id) => ({ id, accepted: true, cpuMs: expect.any(Number) as number })),
    );
  });
});

/** A larger collection, one entry a line, for whoever has one: `HOSTILE_CORPUS=hostile.jsonl npm test`. */
const corpus = process.env.HOSTILE_CORPUS;

type Entry = { id: string; expect: 'reject' | 'render' | 'either'; doc: string };
type Doc = { config?: unknown; request?: Record<string, unknown> };

/** The entry's configuration as one of our charts: its size, where it asks for one, beside it. */
function asChart({ doc }: Entry): { known: false } | { known: true; value: unknown } {
  const json = readJson(doc);
  if (!json.ok) return { known: false };
  const { config, request = {} } = json.value as Doc;
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    return { known: true, value: config };
  const sizes = Object.entries(request).filter(([key]) =>
    ['width', 'height', 'devicePixelRatio'].includes(key),
  );
  return { known: true, value: { ...config, ...Object.fromEntries(sizes) } };
}

function collection(file: string) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as Entry);
  const read = entries.map((entry) => ({ entry, chart: asChart(entry) }));
  const accepted = read.flatMap(({ entry, chart }) =>
    chart.known && readSpec(chart.value).ok ? [{ entry, value: chart.value }] : [],
  );

  test('nothing that must be refused is accepted', () => {
    expect(accepted.filter(({ entry }) => entry.expect === 'reject').map(({ entry }) => entry.id)).toEqual(
      [],
    );
  });

  test('whatever is accepted is drawn', async () => {
    const bad: unknown[] = [];
    const jobs = accepted.map(({ value }, id) => ({ id, chart: value }));
    await drawInChild(jobs, (drawn) => {
      const fine = !('died' in drawn) && drawn.threw === undefined && drawn.cpuMs < 1000;
      if (!fine) bad.push([accepted[drawn.id]?.entry.id, drawn]);
    });
    expect(bad).toEqual([]);
  });
}

if (corpus) describe('the larger collection', () => collection(corpus));
