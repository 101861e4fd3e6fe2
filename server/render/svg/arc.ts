// In: an arc of an ellipse. Out: points on it, near enough to each other for SVG.
import type { Point } from './box.ts';

/** Longer arcs are cut: an SVG arc is told by its ends, and rounding those moves a half circle by a px, a quarter by nothing. */
const LONGEST_PIECE = Math.PI / 2 + 1e-9;

export interface Arc {
  x: number;
  y: number;
  radiusX: number;
  radiusY: number;
  /** Of the ellipse itself, in radians. */
  turn: number;
  /** Radians, clockwise from the ellipse's own x axis; `sweep` below 0 runs back. */
  start: number;
  sweep: number;
}

/** Where each piece of the arc ends. */
export function pieceEnds(arc: Arc): Point[] {
  const pieces = Math.ceil(Math.abs(arc.sweep) / LONGEST_PIECE);
  return Array.from({ length: pieces }, (_, i) => pointOn(arc, arc.start + (arc.sweep * (i + 1)) / pieces));
}

export function pointOn({ x, y, radiusX, radiusY, turn }: Arc, angle: number): Point {
  const along = radiusX * Math.cos(angle);
  const across = radiusY * Math.sin(angle);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [x + along * cos - across * sin, y + along * sin + across * cos];
}
