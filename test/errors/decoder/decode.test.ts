// In: the corpus. Out: whether every text gives its row, or says honestly that it is none.
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/errors/decoder/decode.ts';
import { looksLikeAnswer } from '../../../src/errors/decoder/looks-like-answer.ts';
import { pastedCode } from '../../../src/errors/decoder/pasted-words.ts';
import { corpus, NOW } from './corpus.ts';

describe('the corpus', () => {
  it('has at least 40 texts with names of their own', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(40);
  });

  it.each(corpus.map((sample) => [sample.name, sample] as const))('%s', (_name, sample) => {
    const decoded = decode(sample.text, NOW);
    const { verdict, wait } = decoded;
    const facts = 'facts' in verdict ? verdict.facts : undefined;
    const seen = {
      code: pastedCode(decoded),
      kind: decoded.kind,
      dialect: decoded.dialect,
      wait: wait.kind,
      ends: 'endsAtMs' in wait ? new Date(wait.endsAtMs).toISOString() : undefined,
      paths: facts?.details.map(({ path }) => path),
      removed: decoded.removed,
    };
    const { name: _n, text: _t, chart = '', saw = '', ...expected } = sample;
    expect(seen).toMatchObject(expected);
    expect(decoded.chart?.text ?? '').toContain(chart);
    expect(decoded.saw.join(' ')).toContain(saw);
    expect(JSON.stringify(decoded)).not.toContain('S3cr3t');
  });

  it('tells the samples it would offer to decode from charts and prose', () => {
    const offered = corpus.filter(({ text }) => looksLikeAnswer(text)).map(({ kind }) => kind);
    expect(new Set(offered)).toEqual(
      new Set([
        'http',
        'curl-verbose',
        'curl-command',
        'fetch',
        'headers',
        'json-body',
        'har',
        'json-log',
        'network-failure',
      ]),
    );
    for (const text of ['{"type":"bar"}', '', 'curling is a sport', '{ "data": {} }', '* a list'])
      expect(looksLikeAnswer(text)).toBe(false);
    for (const text of ['curl ', 'HTTP/2 429', '{"error":"x"}', '*   Trying 1.2.3.4:80...', '< HTTP/1.1 200'])
      expect(looksLikeAnswer(text)).toBe(true);
  });
});
