// In: problems, keys and texts on their way. Out: the lines of the list, the next problem, and which texts are only an echo.
import { describe, expect, it } from 'vitest';
import { collapsed, shownPath } from '../../src/editor/collapse.ts';
import { echoFilter, editorText } from '../../src/editor/echo.ts';
import { drawn, nextProblem } from '../../src/editor/markers.ts';
import type { Problem } from '../../src/editor/problem.ts';

const problem = (path: Problem['path'], start = 0, more: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  source: 'schema',
  path,
  message: 'Expected number',
  range: { start, end: start + 1 },
  line: 1,
  column: start + 1,
  ...more,
});

describe('the list', () => {
  it('makes one line of the same sentence about siblings', () => {
    const problems = Array.from({ length: 5000 }, (_, i) => problem(['data', 'datasets', 0, 'data', i]));
    expect(collapsed(problems)).toEqual([
      { problem: problems[0], where: 'data[0], data[1] … (4,998 more)', count: 5000 },
    ]);
  });

  it('keeps apart what differs in sentence, list, source or age', () => {
    const apart = [
      problem(['a', 0]),
      problem(['b', 0]),
      problem(['a', 1], 0, { message: 'Other' }),
      problem(['a', 1], 0, { source: 'server' }),
      problem(['a', 1], 0, { source: 'server', stale: true }),
    ];
    expect(collapsed(apart)).toHaveLength(5);
    expect(shownPath(['data', 'datasets', 0, 'data', 3])).toBe('data.datasets[0].data[3]');
  });

  it('collapses the same key of sibling objects', () => {
    const both = [problem(['data', 'datasets', 0, 'label']), problem(['data', 'datasets', 1, 'label'])];
    expect(collapsed(both)[0]?.where).toBe('datasets[0].label, datasets[1].label');
  });
});

describe('marks', () => {
  it('draws the worst hundred and nothing stale', () => {
    const hints = Array.from({ length: 150 }, (_, i) => problem(['a'], i, { severity: 'info' }));
    const all = drawn([...hints, problem(['b'], 500), problem(['c'], 600, { stale: true })]);
    expect(all).toHaveLength(100);
    expect(all[0]?.path).toEqual(['b']);
    expect(all.some((p) => p.stale)).toBe(false);
  });

  it('walks both ways, round the ends', () => {
    const three = [problem(['b'], 20), problem(['a'], 10), problem(['c'], 30)];
    const at = (caret: number, direction: 1 | -1) => nextProblem(three, caret, direction)?.range.start;
    expect([at(0, 1), at(10, 1), at(30, 1)]).toEqual([10, 20, 10]);
    expect([at(30, -1), at(10, -1)]).toEqual([20, 30]);
    expect(nextProblem([], 0, 1)).toBeUndefined();
  });
});

describe('echoes', () => {
  it('ignores texts from a few keys ago and takes real changes', () => {
    const echo = echoFilter();
    for (const text of ['a', 'ab', 'abc']) echo.sending(text);
    expect(echo.isEcho('ab')).toBe(true);
    expect(echo.isEcho('abc')).toBe(true);
    // Overtaken by one that came back later: setting it again is meant.
    expect(echo.isEcho('a')).toBe(false);
    expect(echo.isEcho('abc')).toBe(false);
  });

  it('holds texts as the editors do', () => {
    expect(editorText('\uFEFFa\r\nb\rc\n')).toBe('a\nb\nc\n');
  });
});
