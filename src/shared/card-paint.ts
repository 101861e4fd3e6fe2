// In: a card as it was laid out, and a canvas context. Out: the card on it, all but the plot. Boxes, lines and texts only, so that
// a context that writes SVG or PDF makes vectors and real text of it.
import type { CardLayout } from './card-layout.ts';
import type { Align, Face, Mark, Measure } from './card-marks.ts';
import { FONT_FAMILY } from './chart-look.ts';

/** What is used of a canvas context. The room that is shared knows no DOM, so it says so itself. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: Align | 'start' | 'end';
  textBaseline: string;
  direction: string;
  letterSpacing: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
}

const fontOf = ({ size, weight }: Face) => `${weight} ${size}px ${FONT_FAMILY}`;

/** Measures with the same font as it is painted with. Leaves the context as it was. */
export const measureOn =
  (pen: Pen): Measure =>
  (text, face) => {
    pen.save();
    pen.font = fontOf(face);
    const { width } = pen.measureText(text);
    pen.restore();
    return width;
  };

type Size = { width: number; height: number };

export function paintCard(pen: Pen, card: CardLayout, background: string, { width, height }: Size): void {
  const { radius, border } = card;
  pen.save();
  pen.fillStyle = background;
  if (radius > 0) {
    rounded(pen, 0, 0, width, height, radius);
    pen.fill();
  } else pen.fillRect(0, 0, width, height);
  if (border) {
    const half = border.width / 2;
    pen.strokeStyle = border.colour;
    pen.lineWidth = border.width;
    rounded(pen, half, half, width - border.width, height - border.width, Math.max(0, radius - half));
    pen.stroke();
  }
  for (const mark of card.marks) paintMark(pen, mark);
  pen.restore();
}

function paintMark(pen: Pen, mark: Mark): void {
  if (mark.kind === 'text') paintText(pen, mark);
  else if (mark.kind === 'box') {
    pen.fillStyle = mark.colour;
    rounded(pen, mark.x, mark.y, mark.width, mark.height, mark.radius);
    pen.fill();
  } else {
    pen.strokeStyle = mark.colour;
    pen.lineWidth = mark.thickness;
    pen.beginPath();
    pen.moveTo(mark.x, mark.y);
    pen.lineTo(mark.x + mark.width, mark.y + mark.height);
    pen.stroke();
  }
}

function paintText(pen: Pen, { text, x, y, align, face, colour, rtl }: Mark & { kind: 'text' }): void {
  pen.fillStyle = colour;
  pen.font = fontOf(face);
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
  pen.direction = rtl ? 'rtl' : 'ltr';
  pen.letterSpacing = `${face.spacing ?? 0}px`;
  pen.fillText(text, x, y);
}

function rounded(pen: Pen, x: number, y: number, width: number, height: number, wanted: number): void {
  const radius = Math.min(wanted, width / 2, height / 2);
  const [left, top, right, bottom] = [x + radius, y + radius, x + width - radius, y + height - radius];
  const quarter = Math.PI / 2;
  pen.beginPath();
  pen.moveTo(left, y);
  pen.lineTo(right, y);
  if (radius > 0) pen.arc(right, top, radius, -quarter, 0);
  pen.lineTo(x + width, bottom);
  if (radius > 0) pen.arc(right, bottom, radius, 0, quarter);
  pen.lineTo(left, y + height);
  if (radius > 0) pen.arc(left, bottom, radius, quarter, Math.PI);
  pen.lineTo(x, top);
  if (radius > 0) pen.arc(left, top, radius, Math.PI, 3 * quarter);
  pen.closePath();
}
