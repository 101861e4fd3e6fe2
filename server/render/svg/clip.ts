// In: the clips of a canvas, one inside the other. Out: the id of the clip that a shape needs; none where nothing is cut off.
import { type Box, common, contains } from './box.ts';
import { PathData } from './path-data.ts';

/** Where something may show. Without an outline it is the box itself, with one it is that, inside of `within`. */
export interface Clip {
  box: Box;
  outline?: { data: string; rule: FillRule; box: Box; within: Clip };
}

export type FillRule = 'nonzero' | 'evenodd';

/** Writes a clip, itself clipped by the one with the id `outer`, and tells its id. */
export type DefineClip = (data: string, rule: FillRule, outer: string | undefined) => string;

/** A rectangle in a rectangle is a rectangle: most charts have no other clip. */
export function clipped(clip: Clip, path: PathData, rule: FillRule): Clip {
  const box = common(clip.box, path.box);
  if (path.rectangle && !clip.outline) return { box };
  return { box, outline: { data: path.data, rule, box: path.box, within: clip } };
}

/** @param visible the box around what lies in the picture of the shape that is to be clipped */
export function clipId({ box, outline }: Clip, visible: Box, define: DefineClip): string | undefined {
  if (outline) {
    const outer = clipId(outline.within, common(outline.box, visible), define);
    return define(outline.data, outline.rule, outer);
  }
  if (contains(box, visible)) return undefined;
  const { left, top, right, bottom } = box;
  const path = new PathData();
  path.corners([left, top], [right, top], [right, bottom], [left, bottom]);
  return define(path.data, 'nonzero', undefined);
}
