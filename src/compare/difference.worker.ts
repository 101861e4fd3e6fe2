// In: two pictures. Out: how they differ, with a picture of it. In a worker, so that a large one stops nobody's typing.
import type { Pixels } from '../pixels.ts';
import { type Difference, difference, heatMap } from './difference.ts';

export type Question = { a: Pixels; b: Pixels; tolerance: number };
export type Reply = { found: Difference; map: Pixels };

self.onmessage = ({ data: { a, b, tolerance } }: MessageEvent<Question>) => {
  const reply: Reply = { found: difference(a, b, tolerance), map: heatMap(a, b, tolerance) };
  self.postMessage(reply, { transfer: [reply.map.data.buffer] });
};
