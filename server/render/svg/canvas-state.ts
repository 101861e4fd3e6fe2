// In: what is set on a canvas context. Out: the same by the canvas's own rules: a wrong value changes nothing, and `save` and
// `restore` bring back all of it. The first of three layers: state, path, painting.
import { EVERYWHERE } from './box.ts';
import type { Clip } from './clip.ts';
import { type Colour, createColours } from './colours.ts';
import { moved, type Placement, turned, UNMOVED } from './placement.ts';
import { type Align, type Baseline, FIRST_FONT, Typesetting } from './typesetting.ts';

const CAPS = ['butt', 'round', 'square'] as const;
const JOINS = ['miter', 'round', 'bevel'] as const;
const ALIGNS: readonly Align[] = ['start', 'left', 'center', 'right', 'end'];
const BASELINES: readonly Baseline[] = ['alphabetic', 'top', 'hanging', 'middle', 'bottom', 'ideographic'];
const BLACK: Colour = { hex: '#000000', alpha: 1 };

const fresh = {
  fillStyle: BLACK.hex,
  fill: BLACK,
  strokeStyle: BLACK.hex,
  stroke: BLACK,
  lineWidth: 1,
  lineCap: 'butt' as (typeof CAPS)[number],
  lineJoin: 'miter' as (typeof JOINS)[number],
  dash: [] as readonly number[],
  dashOffset: 0,
  globalAlpha: 1,
  font: FIRST_FONT,
  textAlign: 'start' as Align,
  textBaseline: 'alphabetic' as Baseline,
  /** Between letters, in px. */
  spacing: 0,
  rtl: false,
  place: UNMOVED as Placement,
  clip: { box: EVERYWHERE } as Clip,
};

export type Settings = typeof fresh;

export class CanvasState {
  protected now: Settings = { ...fresh };
  protected readonly typesetting = new Typesetting();
  readonly #colourOf = createColours();
  readonly #saved: Settings[] = [];

  save() {
    this.#saved.push({ ...this.now });
  }

  restore() {
    this.now = this.#saved.pop() ?? this.now;
  }

  translate(x: number, y: number) {
    this.now.place = moved(this.now.place, x, y);
  }

  rotate(angle: number) {
    this.now.place = turned(this.now.place, angle);
  }

  resetTransform() {
    this.now.place = UNMOVED;
  }

  /** Chart.js scales by the pixel ratio and by nothing else, and a drawing without pixels has ratio 1. @throws RangeError otherwise */
  setTransform(...matrix: number[]) {
    if (matrix.join() !== '1,0,0,1,0,0') throw new RangeError(`transform ${matrix.join()}`);
    this.resetTransform();
  }

  set fillStyle(css: string) {
    const fill = this.#colourOf(css);
    if (fill) Object.assign(this.now, { fillStyle: css, fill });
  }
  get fillStyle(): string {
    return this.now.fillStyle;
  }

  set strokeStyle(css: string) {
    const stroke = this.#colourOf(css);
    if (stroke) Object.assign(this.now, { strokeStyle: css, stroke });
  }
  get strokeStyle(): string {
    return this.now.strokeStyle;
  }

  set lineWidth(px: number) {
    if (px > 0 && px < Infinity) this.now.lineWidth = px;
  }
  get lineWidth(): number {
    return this.now.lineWidth;
  }

  set lineCap(cap: Settings['lineCap']) {
    if (CAPS.includes(cap)) this.now.lineCap = cap;
  }
  get lineCap() {
    return this.now.lineCap;
  }

  set lineJoin(join: Settings['lineJoin']) {
    if (JOINS.includes(join)) this.now.lineJoin = join;
  }
  get lineJoin() {
    return this.now.lineJoin;
  }

  setLineDash(dash: readonly number[]) {
    if (!dash.every((px) => px >= 0 && px < Infinity)) return;
    this.now.dash = dash.length % 2 === 0 ? [...dash] : [...dash, ...dash];
  }
  getLineDash(): readonly number[] {
    return this.now.dash;
  }

  set lineDashOffset(px: number) {
    if (Number.isFinite(px)) this.now.dashOffset = px;
  }
  get lineDashOffset(): number {
    return this.now.dashOffset;
  }

  set globalAlpha(alpha: number) {
    if (alpha >= 0 && alpha <= 1) this.now.globalAlpha = alpha;
  }
  get globalAlpha(): number {
    return this.now.globalAlpha;
  }

  set font(css: string) {
    this.now.font = this.typesetting.font(css) ?? this.now.font;
  }
  get font(): string {
    return this.now.font.css;
  }

  set textAlign(align: Align) {
    if (ALIGNS.includes(align)) this.now.textAlign = align;
  }
  get textAlign(): Align {
    return this.now.textAlign;
  }

  set direction(way: 'ltr' | 'rtl') {
    this.now.rtl = way === 'rtl';
  }
  get direction() {
    return this.now.rtl ? 'rtl' : 'ltr';
  }

  set letterSpacing(css: string) {
    const px = Number(/^(-?[\d.]+)px$/.exec(css)?.[1]);
    if (Number.isFinite(px)) this.now.spacing = px;
  }
  get letterSpacing(): string {
    return `${this.now.spacing}px`;
  }

  set textBaseline(baseline: Baseline) {
    if (BASELINES.includes(baseline)) this.now.textBaseline = baseline;
  }
  get textBaseline(): Baseline {
    return this.now.textBaseline;
  }
}
