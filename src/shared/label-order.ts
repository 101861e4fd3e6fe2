// In: the labels of a chart. Out: whether they follow one another, as days and quarters do, so that from first to last is a way;
// or stand side by side, as cities do. Pure.

const cycles = [
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'mon tue wed thu fri sat sun',
  'spring summer autumn winter',
].map((words) => words.split(' '));

/** True for steps of a calendar, of a clock, and for rising numbers with the same words around them. */
export function inOrder(labels: readonly string[]): boolean {
  if (labels.length < 2) return false;
  return cycles.some((words) => follows(labels, words)) || rises(labels.map(steps));
}

function follows(labels: readonly string[], words: readonly string[]): boolean {
  const places = labels.map((label) => words.indexOf(beginning(label)));
  return places.every(
    (place, i) => place >= 0 && (i === 0 || place === ((places[i - 1] ?? 0) + 1) % words.length),
  );
}

/** `January 2026` → `jan`; `autumn` as it is. */
const beginning = (label: string): string => {
  const word = /^\p{L}+/u.exec(label.trim())?.[0].toLowerCase() ?? '';
  return /^(?:spring|summer|autumn|winter|fall)$/.test(word)
    ? word.replace('fall', 'autumn')
    : word.slice(0, 3);
};

type Steps = { words: string; numbers: number[] };

const steps = (label: string): Steps => ({
  words: label.replace(/\d+/g, '#').trim().toLowerCase(),
  numbers: (label.match(/\d+/g) ?? []).map(Number),
});

/** `Q1 2026` counts by the year first, `2026-W03` as it stands: either way of reading that rises all along will do. */
function rises(all: readonly Steps[]): boolean {
  const words = all[0]?.words;
  if (all.some((step) => step.numbers.length === 0 || step.words !== words)) return false;
  const rising = (read: (numbers: number[]) => number[]): boolean =>
    all.every(({ numbers }, i) => i === 0 || compare(read(all[i - 1]?.numbers ?? []), read(numbers)) < 0);
  return rising((numbers) => numbers) || rising((numbers) => [...numbers].reverse());
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
