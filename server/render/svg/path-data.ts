// In: points and arcs in px of the picture. Out: the data of an SVG path, and the box around it.
import { type Arc, pieceEnds, pointOn } from './arc.ts';
import type { Box, Point } from './box.ts';
import { fromHundredths, hundredths, short } from './numbers.ts';

/** One canvas path: `M` absolute, every step relative to the rounded end of the one before. */
export class PathData {
  data = '';
  /** Set while the path is one full circle, and nothing else. */
  circle: { x: number; y: number; radius: number } | undefined;
  /** True while the path is one upright rectangle, which is its box. */
  rectangle = false;
  /** Whether a stroke has corners that a mitre can stick out of. */
  cornered = false;
  readonly box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  #x = 0;
  #y = 0;
  #start: { x: number; y: number } | undefined;
  /** A move is written with the first step from it: many of Chart.js's moves lead nowhere. */
  #moveWritten = false;
  #steps = 0;
  #letter = '';

  get empty(): boolean {
    return this.data === '';
  }

  moveTo(x: number, y: number) {
    this.#x = hundredths(x);
    this.#y = hundredths(y);
    this.#start = { x: this.#x, y: this.#y };
    this.#moveWritten = false;
  }

  lineTo(x: number, y: number) {
    if (!this.#start) return this.moveTo(x, y);
    const right = hundredths(x) - this.#x;
    const down = hundredths(y) - this.#y;
    if (right === 0 && down === 0 && this.#moveWritten) return;
    this.#begin();
    this.#reach(x, y);
    if (down === 0) this.#write('h', [right]);
    else if (right === 0) this.#write('v', [down]);
    else this.#write('l', [right, down]);
    this.#goTo(x, y);
  }

  /** `points`: the control points, one or two, and the end, as x, y, x, y … */
  curveTo(...points: number[]) {
    if (!this.#start) this.moveTo(points[0] ?? 0, points[1] ?? 0);
    this.#begin();
    for (let i = 0; i < points.length; i += 2) this.#reach(points[i] ?? 0, points[i + 1] ?? 0);
    const offsets = points.map((at, i) => hundredths(at) - (i % 2 === 0 ? this.#x : this.#y));
    this.#write(points.length === 4 ? 'q' : 'c', offsets);
    this.#goTo(points.at(-2) ?? 0, points.at(-1) ?? 0);
  }

  arc(arc: Arc) {
    const alone = !this.#start;
    const [x, y] = pointOn(arc, arc.start);
    if (alone) this.moveTo(x, y);
    else this.lineTo(x, y);
    for (const end of pieceEnds(arc)) this.#arcTo(arc, end);
    const round = arc.radiusX === arc.radiusY && arc.sweep === 2 * Math.PI;
    // A dash begins where the arc does, and in a circle element that is on the right.
    if (alone && round && arc.start + arc.turn === 0)
      this.circle = { x: arc.x, y: arc.y, radius: arc.radiusX };
  }

  /** Four corners in a row, closed. */
  corners(...[first, second, third, last]: [Point, Point, Point, Point]) {
    const alone = this.empty;
    const upright = first[1] === second[1] && first[0] === last[0];
    this.moveTo(...first);
    this.lineTo(...second);
    this.lineTo(...third);
    this.lineTo(...last);
    this.close();
    this.rectangle = alone && upright && !this.empty;
  }

  close() {
    if (!this.#start || !this.#moveWritten) return;
    if (this.#letter !== 'z') this.data += 'z';
    this.#letter = 'z';
    this.cornered = this.#steps > 1;
    this.#x = this.#start.x;
    this.#y = this.#start.y;
  }

  #arcTo({ radiusX, radiusY, turn, sweep, x, y }: Arc, [toX, toY]: Point) {
    this.#begin();
    const most = Math.max(radiusX, radiusY);
    this.#reach(x - most, y - most);
    this.#reach(x + most, y + most);
    const right = hundredths(toX) - this.#x;
    const down = hundredths(toY) - this.#y;
    if (right === 0 && down === 0) return;
    this.#write('a', [hundredths(radiusX), hundredths(radiusY)]);
    this.data += ` ${short((turn * 180) / Math.PI)} 0 ${sweep > 0 ? 1 : 0}`;
    this.data += signed(right) + signed(down);
    this.#goTo(toX, toY);
  }

  #begin() {
    this.circle = undefined;
    this.rectangle = false;
    this.#steps += 1;
    if (this.#steps > 1) this.cornered = true;
    if (this.#moveWritten) return;
    this.#moveWritten = true;
    this.#steps = 1;
    this.data += `M${fromHundredths(this.#x)}${signed(this.#y)}`;
    this.#letter = 'M';
    this.#reach(this.#x / 100, this.#y / 100);
  }

  #reach(x: number, y: number) {
    const { box } = this;
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }

  #goTo(x: number, y: number) {
    this.#x = hundredths(x);
    this.#y = hundredths(y);
  }

  /** `counts` of hundredths; a letter that was written last need not be written again. */
  #write(letter: string, counts: readonly number[]) {
    const [first = 0, ...rest] = counts;
    this.data += letter === this.#letter ? signed(first) : letter + fromHundredths(first);
    for (const count of rest) this.data += signed(count);
    this.#letter = letter;
  }
}

/** A number after another one: its sign parts them, or a space does. */
const signed = (count: number): string => (count < 0 ? fromHundredths(count) : ` ${fromHundredths(count)}`);
