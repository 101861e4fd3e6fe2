// In: text that may be a statement around a chart: `const config = {…};`, `new Chart(ctx, {…})`, `export default {…}`. Out: where
// the object in it begins and ends, and the edits that take the rest away. Pure.
import type { JsonEdit } from './json-edits.ts';

/** Longer than this nothing stands before a chart that belongs to it. */
const LONGEST_HEAD = 400;
const head =
  /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:(?:export\s+default|return|module\.exports\s*=|(?:(?:const|let|var)\s+)?[\w$.]+(?:\s*:\s*[\w$.<>]+)?\s*=)\s*)?(?:(?:new\s+)?[\w$.]+\s*\((?:[^{};]*,)?\s*)?(?=\{)/;

export function aroundEdits(text: string): { start: number; end: number; edits: JsonEdit[] } {
  const found = head.exec(text.slice(0, LONGEST_HEAD + 1))?.[0] ?? '';
  const leading = /^\s*/.exec(text)?.[0].length ?? 0;
  const edits: JsonEdit[] = [];
  const words = found.replace(/\/\/[^\n]*\n|\/\*[\s\S]*?\*\//g, '').trim();
  const start = words === '' ? leading : found.length;
  if (start > leading) edits.push({ kind: 'around', offset: leading, length: start - leading, content: '' });
  const tail = /(?<=[}\]])[\s;)]*[;)][\s;)]*$/.exec(text);
  const end = tail ? tail.index : text.length;
  if (tail) edits.push({ kind: 'around', offset: end, length: tail[0].trimEnd().length, content: '' });
  return { start, end, edits };
}
