// In: answers that keep or break what is documented. Out: whether the lab says so, point by point.
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#shared/errors.ts';
import { catalogueRows } from '#shared/errors.ts';
import { judge } from '../../../src/errors/lab/contract.ts';
import { simulated } from '../../../src/errors/lab/simulate.ts';

const NOW = Date.UTC(2026, 10, 22, 7);
const kinds = (...args: Parameters<typeof judge>) => judge(...args).map(({ kind }) => kind);

describe('an answer against the catalogue', () => {
  const rows = catalogueRows().map(({ code }) => code as ErrorCode);

  it.each(rows)('%s: its simulation matches', (code) => {
    const { result } = simulated(code, NOW);
    const findings = result.kind === 'answer' ? kinds(code, result) : ['matches'];
    expect(findings).toEqual(['matches']);
  });

  const limited = {
    status: 429,
    headers: {
      'retry-after': '9',
      'x-ratelimit-limit': '1',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-11-22T07:00:09.000Z',
    },
    body: '{"error":"Rate limit exceeded","retryAfter":9}',
  };

  it.each([
    ['as documented', limited, ['matches']],
    [
      'with one field more',
      { ...limited, body: '{"error":"Rate limit exceeded","retryAfter":9,"x":1}' },
      ['extra-field'],
    ],
    ['without a field', { ...limited, body: '{"error":"Rate limit exceeded"}' }, ['wrong-field']],
    [
      'with a field of another type',
      { ...limited, body: '{"error":"Rate limit exceeded","retryAfter":"9"}' },
      ['wrong-field'],
    ],
    [
      'without its headers',
      { ...limited, headers: { 'retry-after': '9' } },
      ['missing-header', 'missing-header', 'missing-header'],
    ],
    ['as HTML', { ...limited, body: '<h1>429</h1>' }, ['not-json']],
    [
      'as another error',
      { ...limited, status: 500, body: '{"error":"Internal server error"}' },
      ['other-error'],
    ],
    ['as nothing known', { ...limited, status: 418, body: '{}' }, ['undocumented']],
    ['as a success', { status: 200, headers: {}, body: null }, ['other-error']],
  ] as const)('%s', (_, answer, expected) => {
    expect(kinds('rate_limited', answer)).toEqual(expected);
  });
});
