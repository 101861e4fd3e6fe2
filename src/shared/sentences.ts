// In: an issue of zod. Out: the sentence a person reads, the same in the editor, in the form and in the server's reply.
import type { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;
export type Path = (string | number)[];
export type Issue = { path: Path; message: string };

const shown = 7;

/** `'a' | 'b' | 'c'`, at most seven values and then `…`. */
const listed = (values: readonly unknown[]) =>
  values
    .slice(0, shown)
    .map((v) => (typeof v === 'string' ? `'${v}'` : String(v)))
    .join(' | ') + (values.length > shown ? ' | …' : '');

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number' && Number.isNaN(value)) return 'nan';
  return typeof value;
};

const echo = (value: unknown): string => {
  const text = typeof value === 'string' ? `'${value}'` : kindOf(value);
  return text.length > 42 ? `${text.slice(0, 40)}…'` : text;
};

/**
 * The wording of every rule. The two sentences that the vendor documents (`Number must be less than or equal to 4000`,
 * `At least 1 label is required`) set the tone; rules with a sentence of their own in the schema win over this table.
 */
export function sentence(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Required';
      if (issue.expected === 'int') return 'Expected integer, received float';
      if (typeof issue.input === 'number' && !Number.isFinite(issue.input)) return 'Number must be finite';
      return `Expected ${issue.expected === 'record' ? 'object' : issue.expected}, received ${kindOf(issue.input)}`;
    case 'invalid_value': {
      if (issue.input === undefined) return 'Required';
      const near = nearest(issue.input, issue.values);
      return `Invalid value. Expected ${listed(issue.values)}, received ${echo(issue.input)}${near ? `. Did you mean '${near}'?` : ''}`;
    }
    case 'too_big':
      return sized(
        issue.origin,
        issue.maximum,
        issue.inclusive === false ? 'less than' : 'less than or equal to',
        'at most',
      );
    case 'too_small':
      return sized(
        issue.origin,
        issue.minimum,
        issue.inclusive === false ? 'greater than' : 'greater than or equal to',
        'at least',
      );
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'This key is not allowed here';
    case 'invalid_union':
      return unionSentence(issue.errors, issue.input);
    default:
      return issue.message ?? 'Invalid input';
  }
}

function sized(origin: string, bound: number | bigint, numberWords: string, countWords: string): string {
  if (origin === 'array') return `Array must contain ${countWords} ${bound} element${bound === 1 ? '' : 's'}`;
  if (origin === 'string')
    return `String must contain ${countWords} ${bound} character${bound === 1 ? '' : 's'}`;
  return `Number must be ${numberWords} ${bound}`;
}

/** A union says only "invalid input": name what would have fitted instead. */
function unionSentence(branches: readonly (readonly z.core.$ZodIssue[])[], input: unknown): string {
  const types = branches.flatMap((b) =>
    b.filter((i) => i.code === 'invalid_type' && i.path.length === 0).map((i) => i.message),
  );
  const rule = brokenRule(branches);
  if (rule) return rule.message;
  const plain = types.find((t) => !t.startsWith('Expected'));
  if (plain) return plain;
  const wanted = types.map((t) => /^Expected (\w+)/.exec(t)?.[1]).filter((t) => t !== undefined);
  return wanted.length > 0
    ? `Expected ${[...new Set(wanted)].join(' or ')}, received ${kindOf(input)}`
    : 'Invalid input';
}

/** The first issue of a branch that had the right kind of value and failed on a rule: that rule is the news. */
const brokenRule = (branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue | undefined =>
  branches.filter((b) => !b.some((i) => i.code === 'invalid_type' && i.path.length === 0)).flat()[0];

/** Turns the issues of one parse into flat ones: every unknown key gets its own path, so that it can be underlined. */
export function flatIssues(
  issues: readonly z.core.$ZodIssue[],
  known: (path: Path) => readonly string[],
): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const path = issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p));
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known(path)) }));
    return [{ path: deepest(issue, path), message: issue.message }];
  });
}

/** In a union the place of the fault lies inside the branch that came closest, as deep as unions stand in each other. */
function deepest(issue: z.core.$ZodIssue, path: Path): Path {
  if (issue.code !== 'invalid_union') return path;
  const inner = brokenRule(issue.errors);
  if (!inner) return path;
  return deepest(inner, [...path, ...inner.path.map((p) => (typeof p === 'symbol' ? String(p) : p))]);
}

export function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `Unrecognized key "${key.slice(0, 60)}"${near ? `. Did you mean "${near}"?` : ''}`;
}

/** The candidate at most a third of its letters away (Levenshtein, with neighbours changed over as one step), or none. */
export function nearest(value: unknown, candidates: readonly unknown[]): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue;
    const distance = editDistance(value.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance && distance <= Math.max(1, Math.floor(candidate.length / 3))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let before: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      // Two neighbours in the wrong order, as in "widht", are one slip of the hand.
      const turned = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : swap;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap, turned));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
