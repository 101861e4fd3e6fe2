// In: nothing. Out: what a card is painted with: texts, boxes and rules in px of the picture, and how one side becomes the other.

export type Face = { size: number; weight: 400 | 600 | 700; spacing?: number };

export type Mark =
  /** `y` is the base line. */
  | {
      kind: 'text';
      text: string;
      x: number;
      y: number;
      align: Align;
      face: Face;
      colour: string;
      rtl: boolean;
    }
  | { kind: 'box'; x: number; y: number; width: number; height: number; radius: number; colour: string }
  /** From left to right, or down when it has a height. */
  | { kind: 'rule'; x: number; y: number; width: number; height: number; colour: string; thickness: number };

export type Align = 'left' | 'right' | 'center';

/** Width of a text in px, without the spacing of its letters. */
export type Measure = (text: string, face: Face) => number;

/** One piece of a card, laid out from `y` 0 down. */
export type Piece = { height: number; marks: readonly Mark[] };

export const lowered = (marks: readonly Mark[], by: number): Mark[] =>
  marks.map((mark) => ({ ...mark, y: mark.y + by }));

const otherSide = { left: 'right', right: 'left', center: 'center' } as const;

/** As in a mirror of the given width, for scripts that run to the left. The letters themselves stay as they are. */
export const mirrored = (marks: readonly Mark[], width: number): Mark[] =>
  marks.map((mark) =>
    mark.kind === 'text'
      ? { ...mark, x: width - mark.x, align: otherSide[mark.align] }
      : { ...mark, x: width - mark.x - mark.width },
  );

/** Inter's ascent less its descent, halved: what lies between the middle of a line and its base line, as a share of the size. */
const MIDDLE_TO_BASE = 0.364;

export const baseline = (top: number, lineHeight: number, size: number): number =>
  Math.round(top + lineHeight / 2 + size * MIDDLE_TO_BASE);
