// In: the text of the editor. Out: the chart it describes, or every problem with its place. Pure, and never throws.
import type { Node } from 'jsonc-parser';
import { type ChartSpec, readSpec } from '#shared/chart-spec.ts';
import { ignoredOptions } from './ignored-options.ts';
import { placeOf, placeOfIssue } from './places.ts';
import { type Problem, problemMaker } from './problem.ts';
import { readSyntax } from './syntax.ts';
import { warnings } from './warnings.ts';

export type Draft = {
  /** No error; warnings and hints do not count. */
  ok: boolean;
  /** The chart with its defaults, exactly when `ok`. */
  spec?: ChartSpec;
  /** What `JSON.parse` makes of the text, whenever it is JSON at all. */
  value?: unknown;
  /** In the order of the text. */
  problems: Problem[];
  /** Texts, numbers, booleans and nulls that were looked at. */
  values: number;
};

/** Reads a draft. About 20 ms for 100 KB; the place of every problem comes from the parser's tree. */
export function readDraft(text: string): Draft {
  const { root, problems } = readSyntax(text);
  if (!root || problems.length > 0) return { ok: false, problems, values: root ? leaves(root) : 0 };
  const parsed = strictly(text);
  if (!parsed) return { ok: false, problems: [notJson(text)], values: leaves(root) };
  const reading = readSpec(parsed.value);
  const problem = problemMaker(text);
  const errors = reading.ok
    ? []
    : reading.issues.map(({ path, message }) => {
        const range = placeOfIssue(root, path, message);
        return problem({ severity: 'error', source: 'schema', path, message, range });
      });
  const hints = warnings(text, root, parsed.value);
  const named = new Set(hints.map(({ path }) => path.join('.')));
  const ignored = (reading.ok ? ignoredOptions(parsed.value, reading.spec) : [])
    .filter(({ path }) => !named.has(path.join('.')))
    .map(({ path, message }) =>
      problem({ severity: 'warning', source: 'schema', path, message, range: placeOf(root, path, 'key') }),
    );
  const all = [...errors, ...hints, ...ignored];
  all.sort((a, b) => a.range.start - b.range.start);
  return {
    ok: reading.ok,
    ...(reading.ok ? { spec: reading.spec } : {}),
    value: parsed.value,
    problems: all,
    values: leaves(root),
  };
}

/** The server reads with `JSON.parse`: where the tolerant parser lets something pass, that one decides. */
function strictly(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function notJson(text: string): Problem {
  // The one known difference: blanks of Unicode between the values, such as a no-break space from a web page.
  const stray = /"(?:[^"\\]|\\.)*"|([^\S \t\r\n]|\uFEFF)/g;
  let start = 0;
  for (let hit = stray.exec(text); hit; hit = stray.exec(text))
    if (hit[1]) {
      start = hit.index;
      break;
    }
  return problemMaker(text)({
    severity: 'error',
    source: 'syntax',
    path: [],
    message: 'This character is not allowed between the values of JSON: use a plain space',
    range: { start, end: start + 1 },
  });
}

function leaves(root: Node): number {
  let count = 0;
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'property') {
      if (node.children?.[1]) stack.push(node.children[1]);
    } else if (node.children) for (const child of node.children) stack.push(child);
    else count++;
  }
  return count;
}
