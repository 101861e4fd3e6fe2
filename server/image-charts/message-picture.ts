// In: what a refusal says. Out: a picture of it: a chart of nothing but a title and lines, so that it is drawn like any other; or
// an SVG made on the spot, for when nobody is free to draw.
import { type ChartSpec, readSpec } from '#shared/chart-spec.ts';
import { IMAGE_CHARTS_SIZE } from '#shared/image-charts-query.ts';
import { drawable, escaped } from '../render/svg/xml-text.ts';

export interface Message {
  title: string;
  lines: readonly string[];
}

const MOST_LINES = 12;
const TITLE_CHARACTERS = 36;
const LINE_CHARACTERS = 62;
const INK = '#9f1d22';
const TEXT = '#3f4a59';
const PAPER = '#fff7f6';

/** Words on lines of at most so many characters; longer words are cut where the line ends. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of drawable(text).split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else for (let at = 0; at < word.length; at += most) lines.push(word.slice(at, at + most));
    if (lines.length > MOST_LINES) break;
  }
  return lines;
}

function laidOut({ title, lines }: Message) {
  const body = lines.flatMap((line) => wrapped(line, LINE_CHARACTERS));
  return {
    title: wrapped(title, TITLE_CHARACTERS).slice(0, 2),
    lines: body.length > MOST_LINES ? [...body.slice(0, MOST_LINES - 1), '…'] : body,
  };
}

/** The message as a chart; a text that cannot be one is a fault of this file. */
export function messageChart(message: Message): ChartSpec {
  const { title, lines } = laidOut(message);
  const heading = (text: readonly string[], size: number, weight: number, color: string) => ({
    display: text.length > 0,
    align: 'start',
    color,
    font: { size, weight },
    padding: { top: 0, bottom: 10 },
    text: [...text],
  });
  const hidden = { display: false };
  const reading = readSpec({
    type: 'bar',
    ...IMAGE_CHARTS_SIZE,
    backgroundColor: PAPER,
    data: { labels: [''], datasets: [{ data: [null] }] },
    options: {
      plugins: {
        legend: hidden,
        title: heading(title, 18, 600, INK),
        subtitle: heading(lines, 13, 400, TEXT),
      },
      scales: { x: hidden, y: hidden },
    },
  });
  if (!reading.ok) throw new Error(`A message is no chart: ${reading.issues[0]?.message}`);
  return reading.spec;
}

/** The same, by hand: nothing but texts and a ground. */
export function messageSvg(message: Message): string {
  const { title, lines } = laidOut(message);
  const { width, height } = IMAGE_CHARTS_SIZE;
  const text = (line: string, y: number, look: string) =>
    `<text x="20" y="${y}" ${look}>${escaped(line)}</text>`;
  const top = 38;
  const body = top + title.length * 24 + 4;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/><g font-family="Inter, system-ui, sans-serif">`,
    ...title.map((line, i) => text(line, top + i * 24, `font-size="18" font-weight="600" fill="${INK}"`)),
    ...lines.map((line, i) => text(line, body + i * 17, `font-size="13" fill="${TEXT}"`)),
    '</g></svg>',
  ].join('');
}
