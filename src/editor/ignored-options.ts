// In: a chart as written and as the schema took it. Out: the options that stood in the text and went no further, because nothing
// of that name exists at that place: allowed, without effect, and most often a typing mistake. Pure.
import { words } from '#shared/option-words.ts';
import { nearest, type Path } from '#shared/sentences.ts';

/** Names that hold others; together with the vocabulary, everything an option can be called. */
const holders = [
  'angleLines',
  'border',
  'elements',
  'grid',
  'labels',
  'layout',
  'legend',
  'plugins',
  'pointLabels',
];
const known = [...holders, 'scales', 'subtitle', 'text', 'ticks', 'title', ...Object.keys(words)];

export type IgnoredOption = { path: Path; message: string };

/** Looks below `options` and into each dataset. `given` passed the schema, so it is shallow and holds plain data only. */
export function ignoredOptions(given: unknown, taken: unknown): IgnoredOption[] {
  const ignored: IgnoredOption[] = [];
  const compare = (before: unknown, after: unknown, path: Path): void => {
    if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return;
    for (const [key, value] of Object.entries(before)) {
      const at = [...path, Array.isArray(before) ? Number(key) : key];
      if (Object.hasOwn(after, key)) compare(value, (after as Record<string, unknown>)[key], at);
      else ignored.push({ path: at, message: sentenceFor(key) });
    }
  };
  const part = (chart: unknown, key: string) => (chart as Record<string, unknown> | undefined)?.[key];
  compare(part(given, 'options'), part(taken, 'options'), ['options']);
  compare(part(part(given, 'data'), 'datasets'), part(part(taken, 'data'), 'datasets'), ['data', 'datasets']);
  return ignored;
}

function sentenceFor(key: string): string {
  const near = nearest(key, known);
  return `No effect: "${key.slice(0, 60)}" is no option here${near && near !== key ? `. Did you mean "${near}"?` : ''}`;
}
