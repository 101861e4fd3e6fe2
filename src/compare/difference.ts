// In: two pictures as RGBA. Out: how they differ: how many pixels, by how much, where, and a picture of it. Pure, and slow enough
// for a worker: about 25 ms for a million pixels.

import type { Pixels } from '../pixels.ts';

/** A rectangle of pixels, `right` and `bottom` exclusive. */
export type Box = { left: number; top: number; right: number; bottom: number };

export type Difference = {
  /** Pixels that differ by more than the tolerance. */
  count: number;
  /** Pixels that differ at all. */
  any: number;
  total: number;
  /** Largest distance in one channel, 0–255. */
  largest: number;
  /** Where they lie, joined where they are near each other; the largest first, at most 24. */
  boxes: Box[];
};

/** Side of the squares in which differences are gathered before they are joined, in pixels. */
const CELL = 16;
const MOST_BOXES = 24;

/**
 * @param tolerance largest distance in one channel that does not count, 0–255: 0 finds everything, 26 (a tenth) what people see
 */
export function difference(a: Pixels, b: Pixels, tolerance: number): Difference {
  const { width, height } = a;
  const columns = Math.ceil(width / CELL);
  const cells = new Uint8Array(columns * Math.ceil(height / CELL));
  let count = 0;
  let any = 0;
  let largest = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const far = distance(a.data, b.data, (y * width + x) * 4);
      if (far === 0) continue;
      any++;
      if (far > largest) largest = far;
      if (far <= tolerance) continue;
      count++;
      cells[Math.floor(y / CELL) * columns + Math.floor(x / CELL)] = 1;
    }
  return { count, any, total: width * height, largest, boxes: boxesOf(cells, columns, width, height) };
}

/** Largest distance in one channel, over white, so that what is transparent on both sides is equal. */
export function distance(a: Uint8ClampedArray, b: Uint8ClampedArray, at: number): number {
  const alphaA = a[at + 3] ?? 0;
  const alphaB = b[at + 3] ?? 0;
  let most = 0;
  for (let channel = 0; channel < 3; channel++) {
    const first = 255 + (((a[at + channel] ?? 0) - 255) * alphaA) / 255;
    const second = 255 + (((b[at + channel] ?? 0) - 255) * alphaB) / 255;
    most = Math.max(most, Math.abs(first - second));
  }
  // Transparent and white look alike on a white page, and are not the same picture.
  return Math.round(Math.max(most, Math.abs(alphaA - alphaB)));
}

/** Cells that touch make one box. */
function boxesOf(cells: Uint8Array, columns: number, width: number, height: number): Box[] {
  const rows = cells.length / columns;
  const boxes: Box[] = [];
  for (let start = 0; start < cells.length; start++) {
    if (cells[start] !== 1) continue;
    let [left, right, top, bottom] = [columns, 0, rows, 0];
    const open = [start];
    cells[start] = 2;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const x = cell % columns;
      const y = Math.floor(cell / columns);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (const [nextX, nextY] of around(x, y, columns, rows)) {
        const next = nextY * columns + nextX;
        if (cells[next] !== 1) continue;
        cells[next] = 2;
        open.push(next);
      }
    }
    boxes.push({
      left: left * CELL,
      top: top * CELL,
      right: Math.min(width, (right + 1) * CELL),
      bottom: Math.min(height, (bottom + 1) * CELL),
    });
  }
  return boxes.sort((a, b) => areaOf(b) - areaOf(a)).slice(0, MOST_BOXES);
}

function around(x: number, y: number, columns: number, rows: number): [number, number][] {
  const places: [number, number][] = [];
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++)
      if (x + dx >= 0 && x + dx < columns && y + dy >= 0 && y + dy < rows) places.push([x + dx, y + dy]);
  return places;
}

export const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

/**
 * A picture of the difference: what is equal in pale grey, what differs from orange (little) to violet (much): two hues that
 * people with any colour vision tell apart.
 */
export function heatMap(a: Pixels, b: Pixels, tolerance: number): Pixels {
  const data = new Uint8ClampedArray(a.data.length);
  for (let at = 0; at < data.length; at += 4) {
    const far = distance(a.data, b.data, at);
    if (far <= tolerance) {
      const grey = 0.3 * (a.data[at] ?? 0) + 0.59 * (a.data[at + 1] ?? 0) + 0.11 * (a.data[at + 2] ?? 0);
      const pale = 255 - (255 - grey) * 0.18 * ((a.data[at + 3] ?? 0) / 255);
      data.set([pale, pale, pale, 255], at);
    } else {
      const much = Math.min(1, far / 160);
      data.set([230 - 130 * much, 120 - 100 * much, 20 + 150 * much, 255], at);
    }
  }
  return { width: a.width, height: a.height, data };
}
