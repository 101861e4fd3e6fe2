// In: a card's header and the room for it. Out: eyebrow, title and subtitle from the left, the badge at the right. Pure.
import { baseline, type Mark, type Measure, type Piece } from './card-marks.ts';
import type { CardSizes } from './card-sizes.ts';
import { faceFor, fitted, onOneLine, runsLeft, widthOf, wrapped } from './card-text.ts';
import { faded, type Look } from './chart-look.ts';
import type { ChartSpec } from './chart-spec.ts';

export type Header = NonNullable<ChartSpec['header']>;
export type Room = { width: number; sizes: CardSizes; look: Look; measure: Measure };
/** How much of a header is shown where height is short. */
export type HeaderCut = { titleLines: number; subtitleLines: number; eyebrow: boolean };

/** The badge takes at most this share of a line. */
const BADGE_SHARE = 0.4;
const BADGE_PADDING = 10;
const BADGE_GAP = 16;

export function headerPiece(header: Header, cut: HeaderCut, room: Room): Piece {
  const { sizes, look, measure } = room;
  const badge = badgeOf(header, room);
  const width = room.width - (badge ? badge.width + BADGE_GAP : 0);
  const rows = [
    {
      text: cut.eyebrow ? (header.eyebrow ?? '').toUpperCase() : '',
      ...sizes.eyebrow,
      weight: 600 as const,
      spacing: sizes.eyebrow.size * 0.08,
      colour: look.secondary,
      most: 1,
    },
    {
      text: header.title ?? '',
      ...sizes.title,
      weight: 600 as const,
      spacing: sizes.title.size * -0.012,
      colour: look.primary,
      most: cut.titleLines,
    },
    {
      text: header.subtitle ?? '',
      ...sizes.subtitle,
      weight: 400 as const,
      colour: look.secondary,
      most: cut.subtitleLines,
    },
  ];
  const marks: Mark[] = [];
  let y = 0;
  for (const { text, size, line, colour, most, ...style } of rows) {
    if (most === 0) continue;
    const face = faceFor(text, { size, ...style });
    const lines = wrapped(text, face, width, most, measure);
    if (lines.length > 0 && marks.length > 0) y += 4;
    for (const part of lines) {
      marks.push({
        kind: 'text',
        text: part,
        x: 0,
        y: baseline(y, line, size),
        align: 'left',
        face,
        colour,
        rtl: runsLeft(text),
      });
      y += line;
    }
  }
  return { height: Math.max(y, badge?.height ?? 0), marks: [...marks, ...(badge?.marks ?? [])] };
}

function badgeOf(
  { badge }: Header,
  { width, sizes, look, measure }: Room,
): (Piece & { width: number }) | undefined {
  const text = onOneLine(badge?.text ?? '');
  if (!badge || text === '') return undefined;
  const { size, line } = sizes.badge;
  const face = { size, weight: 600 } as const;
  const shown = fitted(text, face, width * BADGE_SHARE - 2 * BADGE_PADDING, measure);
  if (shown === '') return undefined;
  const wide = Math.ceil(widthOf(shown, face, measure)) + 2 * BADGE_PADDING;
  const accent = look.palette[0] ?? look.secondary;
  const marks: Mark[] = [
    {
      kind: 'box',
      x: width - wide,
      y: 0,
      width: wide,
      height: line,
      radius: Math.min(badge.borderRadius ?? line / 2, line / 2),
      colour: badge.backgroundColor ?? faded(accent, 0.16),
    },
    {
      kind: 'text',
      text: shown,
      x: width - wide / 2,
      y: baseline(0, line, size),
      align: 'center',
      face,
      colour: badge.color ?? look.primary,
      rtl: runsLeft(text),
    },
  ];
  return { width: wide, height: line, marks };
}
