// In: a text that was pasted. Out: whether it looks like a table rather than a piece of a chart. Cheap: reads the first lines; what
// reads the whole decides in the end.

const looked = 12;

export function looksLikeTable(text: string): boolean {
  const start = text.slice(0, 4000).trim();
  if (/^\[\s*[[{]/.test(start)) return true;
  if (/^[[{]/.test(start) && !/^[^\n]*\}\s*\n\s*\{/.test(start)) return false;
  const lines = start
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, looked);
  if (lines.length < 2 || !/\d/.test(start)) return false;
  // Lines of JSON end with a comma or a bracket, or name their value.
  if (lines.filter((line) => /[,[{]\s*$|"\s*:/.test(line)).length > lines.length / 3) return false;
  const number = /^[^\p{L}\d]{0,3}\d[\d.,'’\s]*\D{0,3}$/u;
  if (lines.length > 2 && lines.slice(1).every((line) => number.test(line.trim()))) return true;
  return ['\t', ';', '|', ','].some((mark) => {
    const counts = lines.map((line) => line.split(mark).length);
    const usual = Math.max(...counts);
    return usual > 1 && counts.filter((count) => count === usual).length >= lines.length * 0.6;
  });
}
