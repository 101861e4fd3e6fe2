// In: any JSON value. Out: the issues that make it unsafe to draw, whatever key they hide under: forbidden names, numbers at
// the edges of a double, too deep, too long, too many. Runs before and beside the schema, so that no option slips past it.
import { LIMITS } from './limits.ts';
import type { Issue, Path } from './sentences.ts';

/**
 * Names that reach into an object's prototype, or that pass for an array, a promise or a private option of the chart library.
 * The list is every function-valued name of Object.prototype, plus those three.
 */
const forbidden = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'length']);

/** True for a key that no chart may carry. */
export const forbiddenKey = (key: string) => forbidden.has(key) || key.startsWith('_') || key.startsWith('$');

/** Most issues one answer lists: enough to see the pattern, short enough for a header and a screen. */
export const MOST_ISSUES = 100;

const { number: bounds } = LIMITS;

function numberIssue(value: number): string | undefined {
  if (!Number.isFinite(value)) return 'Number must be finite';
  if (Math.abs(value) > bounds.largest)
    return `Number must be between -${bounds.largest} and ${bounds.largest}`;
  if (value !== 0 && Math.abs(value) < bounds.tiniest)
    return `Number must be 0 or at least ${bounds.tiniest} away from it`;
  return undefined;
}

function textIssue(value: string): string | undefined {
  if (value.length > LIMITS.textCharacters)
    return `String must contain at most ${LIMITS.textCharacters} characters`;
  if (value.split('\n', LIMITS.textLines + 1).length > LIMITS.textLines)
    return `Text must have at most ${LIMITS.textLines} lines`;
  return undefined;
}

export type KeyRule = (key: string, value: unknown, path: Path) => readonly Issue[];

/**
 * Walks a value without recursion (deep nesting must not end the walker) and reports at most `MOST_ISSUES` issues.
 * `rule` is asked for every key of every object: it knows what an option of that name may hold.
 */
export function plainDataIssues(root: unknown, rule: KeyRule): Issue[] {
  const issues: Issue[] = [];
  const say = (path: Path, message: string) => {
    if (issues.length < MOST_ISSUES) issues.push({ path, message });
  };
  const stack: { value: unknown; path: Path }[] = [{ value: root, path: [] }];
  let nodes = 0;
  let text = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, path } = next;
    if (++nodes > LIMITS.nodes) {
      say([], `A chart may hold at most ${LIMITS.nodes} values`);
      break;
    }
    if (typeof value === 'number') {
      const message = numberIssue(value);
      if (message) say(path, message);
    } else if (typeof value === 'string') {
      text += value.length;
      const message = textIssue(value);
      if (message) say(path, message);
    } else if (typeof value === 'object' && value !== null) {
      if (path.length >= LIMITS.depth) say(path, `Nesting must be at most ${LIMITS.depth} levels deep`);
      else pushChildren(value, path, say, stack, rule, issues);
    }
  }
  if (text > LIMITS.textInAll)
    say([], `All texts together must contain at most ${LIMITS.textInAll} characters`);
  return issues;
}

function pushChildren(
  value: object,
  path: Path,
  say: (path: Path, message: string) => void,
  stack: { value: unknown; path: Path }[],
  rule: KeyRule,
  issues: Issue[],
): void {
  if (Array.isArray(value)) {
    if (value.length > LIMITS.arrayItems)
      say(path, `Array must contain at most ${LIMITS.arrayItems} elements`);
    // Backwards, because the stack turns the order round again: issues come in the order of the document.
    else for (let i = value.length - 1; i >= 0; i--) stack.push({ value: value[i], path: [...path, i] });
    return;
  }
  for (const [key, child] of Object.entries(value).reverse()) {
    const at = [...path, key];
    if (forbiddenKey(key)) say(at, `The key "${key.slice(0, 40)}" is not allowed in a chart`);
    else if (key.length > LIMITS.keyCharacters)
      say([...path, key], `A key must contain at most ${LIMITS.keyCharacters} characters`);
    else {
      if (issues.length < MOST_ISSUES) issues.push(...rule(key, child, at));
      stack.push({ value: child, path: at });
    }
  }
}
