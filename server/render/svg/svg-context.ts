// In: the calls that Chart.js makes on a canvas context. Out: the same drawing as SVG. The last of three layers: painting.
//
// What no chart can ask for is not here (images, gradients, patterns, shadows, Path2D: each needs a value that JSON cannot hold).
// Such a call would throw, and a refusal is better than a picture that lacks something.
import { around, type Box, common, grown, isEmpty, overlaps } from './box.ts';
import { CanvasPath } from './canvas-path.ts';
import { clipId, clipped, type FillRule } from './clip.ts';
import type { Colour } from './colours.ts';
import { fillLook, strokeLook, textLook } from './looks.ts';
import { short } from './numbers.ts';
import { PathData } from './path-data.ts';
import { type Shape, SvgDocument } from './svg-document.ts';
import { type Kind, Witness } from './witness.ts';
import { drawable } from './xml-text.ts';

const MITRE_LIMIT = 10;
/** Letters that the bundled font certainly has ink for, and a size at which that shows. */
const LEGIBLE = { letters: /[A-Za-z0-9]/, px: 6 };

export class SvgContext extends CanvasPath {
  /** Chart.js reads the size of the picture from here. */
  readonly canvas: { width: number; height: number };
  readonly #document: SvgDocument;
  readonly #witness: Witness;
  readonly #picture: Box;

  /** @param title any text; empty for none */
  constructor(canvas: { width: number; height: number }, title: string) {
    super();
    const { width, height } = canvas;
    this.canvas = canvas;
    this.#document = new SvgDocument(width, height, drawable(title).trim());
    this.#witness = new Witness(width, height);
    this.#picture = { left: 0, top: 0, right: width, bottom: height };
  }

  /** Call once, when all is drawn. `surelySeen` false says nothing: the drawing may be blank or not. */
  end(): { svg: string; surelySeen: boolean } {
    return { svg: this.#document.end(), surelySeen: this.#witness.certain };
  }

  clip(rule: FillRule = 'nonzero') {
    this.now.clip = clipped(this.now.clip, this.path, rule);
  }

  fill(rule: FillRule = 'nonzero') {
    this.#fill(this.path, rule);
  }

  stroke() {
    this.#stroke(this.path);
  }

  fillRect(x: number, y: number, width: number, height: number) {
    const path = new PathData();
    this.addRectangle(path, x, y, width, height);
    this.#fill(path, 'nonzero');
  }

  strokeRect(x: number, y: number, width: number, height: number) {
    const path = new PathData();
    this.addRectangle(path, x, y, width, height);
    this.#stroke(path);
  }

  /** Chart.js clears before the drawing, when nothing is there yet, and after it, when it has been read. */
  clearRect() {}

  measureText(text: string) {
    return this.typesetting.measure(text, this.now);
  }

  fillText(text: string, x: number, y: number, maxWidth = Infinity) {
    const colour = this.#visible(this.now.fill);
    this.#text(text, x, y, maxWidth, colour, { fill: fillLook(colour, 'nonzero') });
  }

  strokeText(text: string, x: number, y: number, maxWidth = Infinity) {
    const colour = this.#visible(this.now.stroke);
    this.#text(text, x, y, maxWidth, colour, { stroke: strokeLook(colour, this.now) });
  }

  #fill(path: PathData, rule: FillRule) {
    const colour = this.#visible(this.now.fill);
    const kind = path.rectangle ? 'rectangle' : 'shape';
    this.#paint({ element: elementOf(path), fill: fillLook(colour, rule) }, path.box, colour, kind);
  }

  #stroke(path: PathData) {
    const colour = this.#visible(this.now.stroke);
    const { lineWidth, lineJoin } = this.now;
    const sharp = path.cornered && lineJoin === 'miter' && !path.circle;
    // A square cap reaches further than half the width: to the corner of a square.
    const box = grown(path.box, (lineWidth / 2) * (sharp ? MITRE_LIMIT : Math.SQRT2));
    this.#paint({ element: elementOf(path), stroke: strokeLook(colour, this.now) }, box, colour, 'shape');
  }

  #text(text: string, x: number, y: number, maxWidth: number, colour: Colour, look: Partial<Shape>) {
    const written = drawable(text);
    if (written.trim() === '' || !Number.isFinite(x + y) || !(maxWidth > 0)) return;
    const { font, spacing, place } = this.now;
    const size = this.measureText(text);
    const spaced = Math.max(0, spacing) * written.length;
    const [left, right] = [x - size.actualBoundingBoxLeft - spaced, x + size.actualBoundingBoxRight + spaced];
    const [top, bottom] = [y - size.actualBoundingBoxAscent, y + size.actualBoundingBoxDescent];
    const ink = around(
      this.at(left, top),
      this.at(right, top),
      this.at(right, bottom),
      this.at(left, bottom),
    );
    // Room for another font, and for an outline.
    const box = grown(ink, font.px / 2 + (look.stroke ? this.now.lineWidth * MITRE_LIMIT : 0));
    const [atX, atY] = this.at(x, y - size.alphabeticBaseline).map(short);
    const narrowed = size.width > maxWidth;
    const attributes = [
      `text x="${atX}" y="${atY}"`,
      place.angle === 0 ? '' : ` transform="rotate(${short((place.angle * 180) / Math.PI)} ${atX} ${atY})"`,
      narrowed ? ` textLength="${short(maxWidth)}" lengthAdjust="spacingAndGlyphs"` : '',
      /^ | $| {2}/.test(written) ? ' xml:space="preserve"' : '',
    ];
    const legible = !narrowed && font.px >= LEGIBLE.px && LEGIBLE.letters.test(written) && look.fill;
    const shape = { ...look, element: attributes.join(''), font: textLook(font, this.now), text: written };
    this.#paint(shape, box, colour, legible ? 'word' : 'shape');
  }

  /** @param box not smaller than what is painted */
  #paint(shape: Shape, box: Box, colour: Colour, kind: Kind) {
    const room = common(this.now.clip.box, this.#picture);
    if (colour.alpha === 0 || isEmpty(room) || !overlaps(room, box)) return;
    const clip = clipId(this.now.clip, common(box, this.#picture), (...outline) =>
      this.#document.define(...outline),
    );
    this.#witness.painted(box, colour, clip === undefined ? kind : 'shape');
    this.#document.add({ ...shape, clip });
  }

  #visible(colour: Colour): Colour {
    const { globalAlpha } = this.now;
    return globalAlpha === 1 ? colour : { ...colour, alpha: colour.alpha * globalAlpha };
  }
}

function elementOf({ circle, data }: PathData): string {
  if (!circle) return `path d="${data}"`;
  return `circle cx="${short(circle.x)}" cy="${short(circle.y)}" r="${short(circle.radius)}"`;
}
