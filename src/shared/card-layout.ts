// In: a chart with card pieces, what its plot shows, and a way to measure text. Out: everything that is painted around the plot,
// and the space that it takes on each side. Pure: the same on page and server, whatever the format.
import { footerPiece } from './card-footer.ts';
import { type HeaderCut, headerPiece, type Room } from './card-header.ts';
import { kpiPiece } from './card-kpis.ts';
import { type LegendEntry, legendPiece } from './card-legend.ts';
import { lowered, type Mark, type Measure, mirrored, type Piece } from './card-marks.ts';
import { type CardSizes, cardSizes } from './card-sizes.ts';
import { runsLeft } from './card-text.ts';
import type { Look } from './chart-look.ts';
import type { ChartSpec } from './chart-spec.ts';

type Sides = { top: number; right: number; bottom: number; left: number };
export type CardLayout = {
  marks: readonly Mark[];
  plot: Sides;
  radius: number;
  border: { colour: string; width: number } | undefined;
};

/** An e-mail's column has wide margins of its own kind; a chat shows a picture small, beside a rule. */
const PLACES = { email: 32, slack: 16 } as const;
/** Share of the height that the plot keeps, as long as anything else can still give way; in px at least and at most. */
const PLOT = { share: 0.28, least: 40, most: 200 };
/** A circle in a wide picture is as large as it is high: smaller letters leave it more. */
const ROUND_SHARE = 0.42;
/** A square corner at this share of a round one's radius lies inside of it. */
const CORNER = 0.3;

type Cut = HeaderCut & { header: boolean; footer: boolean; kpis: boolean; legend: boolean };

/** What gives way first when the plot has too little height: from one line to the next, one thing more. */
const cuts: readonly Partial<Cut>[] = [
  {},
  { subtitleLines: 1 },
  { footer: false },
  { eyebrow: false },
  { subtitleLines: 0 },
  { titleLines: 1 },
  { kpis: false },
  { legend: false },
  { header: false },
];
const whole: Cut = {
  titleLines: 3,
  subtitleLines: 2,
  eyebrow: true,
  header: true,
  footer: true,
  kpis: true,
  legend: true,
};

/** Smaller letters first, then fewer pieces, until the plot has its room. */
export function cardLayout(
  spec: ChartSpec,
  look: Look,
  entries: readonly LegendEntry[],
  measure: Measure,
): CardLayout {
  const frame = frameOf(spec, look);
  const room = { spec, look, entries, measure, frame };
  const least = Math.min(PLOT.most, Math.max(PLOT.least, spec.height * PLOT.share));
  const sizes = cardSizes(spec.width, spec.height, look.fontSize);
  let laid = laidOut(sizes[0] as CardSizes, whole, room);
  const round = spec.type !== 'line' && spec.type !== 'bar';
  if (round && sizes.length > 1 && laid.free < spec.height * ROUND_SHARE) sizes.shift();
  for (const size of sizes) {
    laid = laidOut(size, whole, room);
    if (laid.free >= least) return laid.layout;
  }
  const smallest = sizes.at(-1) as CardSizes;
  let cut = whole;
  for (const step of cuts) {
    cut = { ...cut, ...step };
    laid = laidOut(smallest, cut, room);
    if (laid.free >= least) break;
  }
  return laid.layout;
}

function frameOf({ border, borderRadius = 0, width, height }: ChartSpec, look: Look) {
  const side = Math.min(width, height);
  const thick = border ? Math.min(border.width ?? 1, side / 8) : 0;
  return {
    radius: Math.min(borderRadius, side / 2),
    border: thick > 0 ? { colour: border?.color ?? look.grid, width: thick } : undefined,
  };
}

type Given = {
  spec: ChartSpec;
  look: Look;
  entries: readonly LegendEntry[];
  measure: Measure;
  frame: ReturnType<typeof frameOf>;
};

function laidOut(sizes: CardSizes, cut: Cut, { spec, look, entries, measure, frame }: Given) {
  const { header = {}, legend, kpiStrip = [], footer = {} } = spec;
  const edge = edgeOf(spec, sizes, frame);
  const room: Room = { width: Math.max(1, spec.width - 2 * edge), sizes, look, measure };
  const { gap } = sizes;
  const none: Piece = { height: 0, marks: [] };
  const left = isMirrored(spec);
  const ends = left ? { ...footer, left: footer.right, right: footer.left } : footer;
  const above = stacked(gap, [
    cut.header ? headerPiece(header, cut, room) : none,
    cut.legend && legend && legend.display !== false ? legendPiece(legend, entries, room) : none,
  ]);
  const below = stacked(gap, [
    cut.kpis ? kpiPiece(kpiStrip, room) : none,
    cut.footer ? footerPiece(ends, room) : none,
  ]);
  const top = edge + above.height + (above.height > 0 ? gap : 0);
  const bottom = edge + below.height + (below.height > 0 ? gap : 0);
  const marks = [
    ...lowered(above.marks, edge),
    ...lowered(below.marks, spec.height - edge - below.height),
  ].map((mark) => ({ ...mark, x: mark.x + edge }));
  const layout: CardLayout = {
    ...frame,
    marks: left ? mirrored(marks, spec.width) : marks,
    plot: { top, right: edge, bottom, left: edge },
  };
  return { layout, free: spec.height - top - bottom };
}

/** From the edge of the picture to what is in it: never so much that nothing else has room. */
function edgeOf({ padding, width, height }: ChartSpec, sizes: CardSizes, frame: Given['frame']): number {
  const wanted = typeof padding === 'string' ? Math.min(PLACES[padding], sizes.padding * 2) : padding;
  const most = Math.min(width, height) / 5;
  const inside = Math.max(Math.min(wanted ?? sizes.padding, most), frame.radius * CORNER);
  return Math.round(inside + (frame.border?.width ?? 0));
}

const stacked = (gap: number, pieces: readonly Piece[]): Piece =>
  pieces
    .filter(({ height }) => height > 0)
    .reduce<Piece>(
      (all, piece) => {
        const top = all.height === 0 ? 0 : all.height + gap;
        return { height: top + piece.height, marks: [...all.marks, ...lowered(piece.marks, top)] };
      },
      { height: 0, marks: [] },
    );

/** A card runs the way of its first words. */
function isMirrored({ header = {}, kpiStrip = [], footer = {} }: ChartSpec): boolean {
  const { title, subtitle, eyebrow } = header;
  const first = [title, subtitle, eyebrow, kpiStrip[0]?.label, footer.left, footer.right].find(
    (text) => text !== undefined && text.trim() !== '',
  );
  return first !== undefined && runsLeft(first);
}
