// In: shapes with their looks, in the order they are painted. Out: the text of an SVG file.
import { createHash } from 'node:crypto';
import { FONT_FAMILY } from '#shared/chart-look.ts';
import type { FillRule } from './clip.ts';
import { escaped } from './xml-text.ts';

/** One element. The looks are whole attributes, each with a space before it; SVG hands them down, so that a group can hold them. */
export interface Shape {
  /** Name and the attributes that are its own: `path d="…"`. */
  element: string;
  fill?: string | undefined;
  stroke?: string | undefined;
  font?: string | undefined;
  /** The id of its clip. */
  clip?: string | undefined;
  /** Not escaped. */
  text?: string | undefined;
}

/**
 * Font policy: texts name the family and carry no font. Whoever has Inter sees the PNG's letters. Everyone else gets the system's
 * font: every text still begins, ends or is centred where the PNG's is, because its anchor is written and not its left edge; it
 * is a little narrower or wider. `textLength` would force the width by stretching the gaps, which looks worse than that. Inter is
 * 111 kB a weight, and a file shown by `<img>` may load nothing from outside.
 */
const FAMILIES = `${FONT_FAMILY}, system-ui, sans-serif`;

export class SvgDocument {
  readonly #parts: string[] = [];
  readonly #clips = new Set<string>();
  #last: Shape | undefined;
  #run: string[] = [];
  #runLook = '';

  /** @param title read out by screen readers, shown on hover; empty for none */
  constructor(width: number, height: number, title: string) {
    const named = title !== '';
    this.#parts.push(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
      // A canvas cuts mitres at 10 times the line's width, SVG at 4.
      ` fill="none" stroke-miterlimit="10" font-family="${FAMILIES}"${named ? ' role="img"' : ''}>\n`,
      named ? `<title>${escaped(title)}</title>\n` : '',
    );
  }

  add(shape: Shape) {
    const last = this.#last;
    // SVG paints the line over the fill, as a canvas does that is told in this order.
    const outlines =
      last?.element === shape.element && last.clip === shape.clip && !last.stroke && !shape.fill;
    if (outlines) last.stroke = shape.stroke;
    else {
      this.#toRun();
      this.#last = { ...shape };
    }
  }

  /** Ids come from what they stand for: two charts in one page share an id only for the same clip. */
  define(data: string, rule: FillRule, outer: string | undefined): string {
    const inside = outer === undefined ? '' : ` clip-path="url(#${outer})"`;
    const by = rule === 'evenodd' ? ' clip-rule="evenodd"' : '';
    const id = `c${createHash('sha256').update(`${data}${by}${inside}`).digest('hex').slice(0, 8)}`;
    if (!this.#clips.has(id))
      this.#parts.push(`<clipPath id="${id}"${inside}><path d="${data}"${by}/></clipPath>\n`);
    this.#clips.add(id);
    return id;
  }

  end(): string {
    this.#toRun();
    this.#endRun();
    return `${this.#parts.join('')}</svg>\n`;
  }

  /** Shapes of one look, one after the other, share a group that says it once. */
  #toRun() {
    if (!this.#last) return;
    const { element, fill = '', stroke = '', font = '', clip, text } = this.#last;
    const look = fill + stroke + font + (clip === undefined ? '' : ` clip-path="url(#${clip})"`);
    if (look !== this.#runLook) this.#endRun();
    this.#runLook = look;
    const [name] = element.split(' ', 1);
    this.#run.push(`<${element}`, text === undefined ? '/>\n' : `>${escaped(text)}</${name}>\n`);
    this.#last = undefined;
  }

  #endRun() {
    const [open = '', rest = ''] = this.#run;
    if (this.#run.length === 2) this.#parts.push(open, this.#runLook, rest);
    else if (this.#run.length > 2) this.#parts.push(`<g${this.#runLook}>\n`, ...this.#run, '</g>\n');
    this.#run = [];
  }
}
