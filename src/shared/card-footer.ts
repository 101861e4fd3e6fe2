// In: the small print of a card and the room for it. Out: one line, or two where both ends do not fit on one. Pure.
import type { Room } from './card-header.ts';
import { rule } from './card-kpis.ts';
import { baseline, type Face, type Mark, type Piece } from './card-marks.ts';
import { fitted, onOneLine, runsLeft, widthOf } from './card-text.ts';
import type { ChartSpec } from './chart-spec.ts';

type Footer = NonNullable<ChartSpec['footer']>;

const BETWEEN = 16;

export function footerPiece(footer: Footer, { sizes, look, measure, width }: Room): Piece {
  const { size, line } = sizes.footer;
  const face: Face = { size, weight: 400 };
  const [left, right] = [onOneLine(footer.left ?? ''), onOneLine(footer.right ?? '')];
  if (left === '' && right === '') return { height: 0, marks: [] };
  const wide = (text: string) => (text === '' ? 0 : widthOf(text, face, measure));
  const stacked = left !== '' && right !== '' && wide(left) + BETWEEN + wide(right) > width;
  const ruled = footer.borderTop !== undefined && footer.borderTop !== false;
  const top = ruled ? sizes.gap * 0.75 : 0;
  const marks: Mark[] = ruled
    ? [rule(width, typeof footer.borderTop === 'string' ? footer.borderTop : look.grid)]
    : [];
  const write = (text: string, at: 'left' | 'right', row: number) => {
    const shown = fitted(text, face, width, measure);
    if (shown === '') return;
    marks.push({
      kind: 'text',
      text: shown,
      x: at === 'left' ? 0 : width,
      y: baseline(top + row * line, line, size),
      align: at,
      face,
      colour: look.secondary,
      rtl: runsLeft(text),
    });
  };
  write(left, 'left', 0);
  write(right, stacked ? 'left' : 'right', stacked ? 1 : 0);
  return { height: top + line * (stacked ? 2 : 1), marks };
}
