// In: a text with a caret (|). Out: what is offered there and what the text becomes when the first one is taken.
import { describe, expect, it } from 'vitest';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import { chartTypes, readSpec } from '#shared/chart-spec.ts';
import { completions } from '../../src/editor/complete.ts';
import type { Schema } from '../../src/editor/schema-at.ts';

const schema = chartJsonSchema() as Schema;
const offered = (marked: string) => {
  const offset = marked.indexOf('|');
  return completions(marked.replace('|', ''), offset, schema);
};
const labels = (marked: string) => offered(marked).map((item) => item.label);
const plain = (snippet: string) =>
  snippet.replaceAll(/\$\{0:([^}]*)\}|\$0/g, '$1').replaceAll(/\\(.)/g, '$1');
const taken = (marked: string, label: string) => {
  const item = offered(marked).find((one) => one.label === label);
  expect(item).toBeDefined();
  const text = marked.replace('|', '');
  return item ? text.slice(0, item.start) + plain(item.insert) + text.slice(item.end) : '';
};

describe('keys', () => {
  it('offers the required ones first, and only those that are missing', () => {
    expect(labels('{|}').slice(0, 2)).toEqual(['type', 'data']);
    expect(labels('{"type":"bar",|}')).not.toContain('type');
    expect(labels('{"type":"bar",|}')[0]).toBe('data');
  });

  it('goes on offering the key that is being typed', () => {
    expect(labels('{"ty|"}')).toContain('type');
    expect(labels('{ty|}')).toContain('type');
  });

  it('replaces the whole word, quotes included', () => {
    expect(taken('{"ty|"}', 'type')).toBe('{"type": ""}');
    expect(taken('{ty|}', 'width')).toBe('{"width": 100}');
    expect(taken('{"|": 5}', 'width')).toBe('{"width": 5}');
  });

  it('eats nothing behind a quote that is still open', () => {
    expect(taken('{"type": "|, "width": 300}', '"bar"')).toBe('{"type": "bar", "width": 300}');
  });

  it('shows the choices of a key and says that their list comes next', () => {
    const [type, data] = offered('{|}');
    expect(type).toMatchObject({ label: 'type', detail: 'line | bar | pie …', choices: true });
    expect(data?.choices).toBeUndefined();
    expect(offered('{"ty|": "bar"}')[0]?.choices).toBeUndefined();
  });

  it('adds the comma that the next key needs', () => {
    expect(taken('{| "type":"bar"}', 'returnUrl')).toBe('{"returnUrl": true, "type":"bar"}');
  });

  it('knows what a dataset and an axis hold, and which axes a type has', () => {
    expect(labels('{"data":{"datasets":[{|}]}}')).toEqual(
      expect.arrayContaining(['data', 'label', 'tension']),
    );
    expect(labels('{"options":{"scales":{"y":{|}}}}')).toContain('beginAtZero');
    expect(labels('{"type":"radar","options":{"scales":{|}}}')).toEqual(['r']);
    expect(labels('{"type":"line","options":{"scales":{|}}}')).toEqual(['x', 'y']);
  });

  it('never offers what would be refused', () => {
    expect(labels('{"options":{|}}')).not.toContain('onClick');
  });
});

describe('values', () => {
  it('offers enumerations and booleans', () => {
    expect(labels('{"type":|}')).toEqual(chartTypes.map((type) => `"${type}"`));
    expect(taken('{"type":"b|"}', '"bar"')).toBe('{"type":"bar"}');
    expect(labels('{"returnUrl":|}')).toEqual(['true', 'false']);
    expect(taken('{"returnUrl":| "type":"bar"}', 'true')).toBe('{"returnUrl":true, "type":"bar"}');
  });

  it('offers nothing that the judge would refuse', () => {
    const chart = { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] } };
    for (const key of ['format', 'brandKitId', 'returnUrl'])
      for (const { label } of offered(`{"${key}":|}`))
        expect(readSpec({ ...chart, [key]: JSON.parse(label) })).toMatchObject({ ok: true });
  });
});

it('is silent where the schema is, and never throws', () => {
  expect(labels('{"nothing":{|}}')).toEqual([]);
  expect(labels('{}|')).toEqual([]);
  expect(completions('['.repeat(100_000), 500, schema)).toEqual([]);
  const text = '{"type":"bar","data":{"labels":["a",],"datasets":[{"data":[1,2';
  for (let offset = 0; offset <= text.length; offset++)
    expect(Array.isArray(completions(text, offset, schema))).toBe(true);
});
