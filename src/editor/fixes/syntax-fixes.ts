// In: text that is no JSON, and one thing that is wrong with it. Out: the edit that mends this one place, and the one that makes
// JSON of the whole.
import { applyEdits } from '../edit-value.ts';
import type { Problem } from '../problem.ts';
import { readSyntax } from '../syntax.ts';
import type { Fix } from './fixes.ts';
import { type JsonEdit, type JsonEditKind, jsonEdits } from './json-edits.ts';

const titles: Readonly<Record<JsonEditKind, string>> = {
  around: 'Take the statement around it away',
  bracket: 'Close the bracket',
  colon: 'Put a colon',
  comment: 'Remove the comment',
  comma: 'Remove the comma',
  function: 'Remove the function',
  key: 'Put the key into double quotes',
  'missing-comma': 'Insert a comma',
  number: 'Write the number as JSON does',
  text: 'Use double quotes',
  word: 'Write it as JSON does',
};

export function syntaxFixes(text: string, problem: Problem): Fix[] {
  const edits = jsonEdits(text);
  if (!edits) return [];
  const here = nearestEdit(edits, problem);
  const one =
    here && edits.length > 1 && helps(text, here) ? [{ title: titles[here.kind], edits: [here] }] : [];
  const [only] = edits;
  const title = edits.length === 1 && only ? titles[only.kind] : `Convert to JSON (${edits.length} changes)`;
  const whole = { title, edits };
  // Somebody who pasted another language wants all of it mended.
  return edits.length > 3 ? [whole, ...one] : [...one, whole];
}

/** What stands in the problem's range, or just beside it. */
function nearestEdit(edits: readonly JsonEdit[], { range }: Problem): JsonEdit | undefined {
  const gap = ({ offset, length }: JsonEdit) =>
    Math.max(0, offset - range.end, range.start - (offset + length));
  const sorted = edits.toSorted((a, b) => gap(a) - gap(b));
  return sorted[0] && gap(sorted[0]) <= 2 ? sorted[0] : undefined;
}

/** Fewer problems than before, or the first one lies further on. */
function helps(text: string, edit: JsonEdit): boolean {
  const before = readSyntax(text).problems;
  const after = readSyntax(applyEdits(text, [edit])).problems;
  return after.length < before.length || (after[0]?.range.start ?? 0) > (before[0]?.range.start ?? 0);
}
