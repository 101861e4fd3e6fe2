// In: a text that was pasted. Out: whether it looks like a table rather than a piece of a chart or of a letter. Cheap: reads the
// first lines; what reads the whole decides in the end.

const looked = 12;
const marks = ['\t', ';', '|', ','];
const number = /^[^\p{L}\d]{0,4}\d[\d.,'’\s]*(?:e[+-]?\d+)?[^\p{L}\d]{0,3}(?:EUR|USD|GBP|CHF)?$/iu;
/** Lines of JSON end with a comma or a bracket, or name their value; those of a program begin with a word of it. */
const other = /[^,],\s*$|[[{]\s*$|"\s*:|^\s*(?:const|let|var|import|export|function|return|if|for)\b|\);\s*$/;
/** `|---|` and `+---+` only draw. */
const rule = /^[\s|+:=-]+$/;

export function looksLikeTable(text: string): boolean {
  const start = text.slice(0, 4000).replaceAll('\0', '').trim();
  if (/^\[\s*[[{]/.test(start)) return true;
  if (/^[[{]/.test(start)) return /^\{.*\}\n\s*\{.*\}/.test(start);
  const lines = start
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '' && !rule.test(line))
    .slice(0, looked);
  if (lines.length < 2 || lines.filter((line) => other.test(line)).length > lines.length / 3) return false;
  return (lines.length > 2 && lines.slice(1).every((line) => number.test(line.trim()))) || parted(lines);
}

/** Most lines hold one mark equally often, and some of what it parts are numbers. */
function parted(lines: readonly string[]): boolean {
  return marks.some((mark) => {
    const rows = lines.map((line) => line.replace(/"([^"\n]*)"/g, quoted).split(mark));
    const counts = rows.map(({ length }) => length);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1;
    const agreeing = counts.filter((count) => count === usual).length;
    const numbers = rows.filter((cells) => cells.some((cell) => number.test(cell.trim()))).length;
    return usual > 1 && agreeing >= lines.length * 0.6 && numbers >= lines.length / 3;
  });
}

/** What is quoted parts nothing; a number in quotes is still one. */
const quoted = (_: string, inside: string) => inside.replace(/[\t;|,]/g, '');
