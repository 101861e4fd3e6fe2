// In: the steps of a canvas path, moved and turned. Out: that path in px of the picture. The second of three layers.
import { CanvasState } from './canvas-state.ts';
import { PathData } from './path-data.ts';
import { xOf, yOf } from './placement.ts';

const FULL_TURN = 2 * Math.PI;

/** A step with a number that is none is left out, as on every canvas. */
export class CanvasPath extends CanvasState {
  protected path = new PathData();

  beginPath() {
    this.path = new PathData();
  }

  closePath() {
    this.path.close();
  }

  moveTo(x: number, y: number) {
    if (finite(x, y)) this.path.moveTo(...this.at(x, y));
  }

  lineTo(x: number, y: number) {
    if (finite(x, y)) this.path.lineTo(...this.at(x, y));
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number) {
    if (finite(cx, cy, x, y)) this.path.curveTo(...this.at(cx, cy), ...this.at(x, y));
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number) {
    if (finite(ax, ay, bx, by, x, y))
      this.path.curveTo(...this.at(ax, ay), ...this.at(bx, by), ...this.at(x, y));
  }

  arc(x: number, y: number, radius: number, start: number, end: number, back = false) {
    this.ellipse(x, y, radius, radius, 0, start, end, back);
  }

  /** Clockwise, or `back`. @throws RangeError for a negative radius, as every canvas does */
  ellipse(...[x, y, radiusX, radiusY, rotation, start, end, back = false]: EllipseArguments) {
    if (!finite(x, y, radiusX, radiusY, rotation, start, end)) return;
    if (radiusX < 0 || radiusY < 0) throw new RangeError(`radius ${Math.min(radiusX, radiusY)}`);
    const [centreX, centreY] = this.at(x, y);
    this.path.arc({
      x: centreX,
      y: centreY,
      radiusX,
      radiusY,
      turn: rotation + this.now.place.angle,
      start,
      sweep: sweep(start, end, back),
    });
  }

  rect(x: number, y: number, width: number, height: number) {
    this.addRectangle(this.path, x, y, width, height);
  }

  protected addRectangle(path: PathData, x: number, y: number, width: number, height: number) {
    if (!finite(x, y, width, height)) return;
    const [right, bottom] = [x + width, y + height];
    path.corners(this.at(x, y), this.at(right, y), this.at(right, bottom), this.at(x, bottom));
  }

  protected at(x: number, y: number): [number, number] {
    const { place } = this.now;
    return [xOf(place, x, y), yOf(place, x, y)];
  }
}

type EllipseArguments = [
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  rotation: number,
  start: number,
  end: number,
  back?: boolean,
];

const finite = (...numbers: number[]): boolean => numbers.every(Number.isFinite);

/** A full turn where the angles are that far apart, else what is left of one in the given direction. */
function sweep(start: number, end: number, back: boolean): number {
  const turn = back ? start - end : end - start;
  if (turn >= FULL_TURN) return back ? -FULL_TURN : FULL_TURN;
  const rest = ((turn % FULL_TURN) + FULL_TURN) % FULL_TURN;
  return back ? -rest : rest;
}
