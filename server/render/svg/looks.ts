// In: how a canvas would paint. Out: the same as SVG attributes, each with a space before it, left out where they say nothing.
import type { Settings } from './canvas-state.ts';
import type { FillRule } from './clip.ts';
import type { Colour } from './colours.ts';
import { short } from './numbers.ts';
import type { Font } from './typesetting.ts';

/** SVG has no left and right; for a line that runs to the right they are start and end. */
const ANCHORS: Partial<Record<Settings['textAlign'], string>> = {
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** For a line that runs to the left, start is on the right. */
const RTL_ANCHORS: typeof ANCHORS = { center: 'middle', left: 'end', end: 'end' };

const unless = (usual: string, name: string, value: string) => (value === usual ? '' : ` ${name}="${value}"`);

const paint = (name: 'fill' | 'stroke', { hex, alpha }: Colour) =>
  ` ${name}="${hex}"${unless('1', `${name}-opacity`, short(alpha))}`;

export const fillLook = (colour: Colour, rule: FillRule): string =>
  paint('fill', colour) + unless('nonzero', 'fill-rule', rule);

export function strokeLook(colour: Colour, settings: Settings): string {
  const { lineWidth, lineCap, lineJoin, dash, dashOffset } = settings;
  const dashed = dash.some((px) => px > 0);
  return [
    paint('stroke', colour),
    unless('1', 'stroke-width', short(lineWidth)),
    unless('butt', 'stroke-linecap', lineCap),
    unless('miter', 'stroke-linejoin', lineJoin),
    dashed ? ` stroke-dasharray="${dash.map(short).join(' ')}"` : '',
    dashed ? unless('0', 'stroke-dashoffset', short(dashOffset)) : '',
  ].join('');
}

export const textLook = (
  { px, weight, italic }: Font,
  { textAlign, spacing, rtl }: Pick<Settings, 'textAlign' | 'spacing' | 'rtl'>,
): string =>
  [
    ` font-size="${short(px)}"`,
    unless('400', 'font-weight', String(weight)),
    italic ? ' font-style="italic"' : '',
    unless('0', 'letter-spacing', short(spacing)),
    rtl ? ' direction="rtl"' : '',
    unless('start', 'text-anchor', (rtl ? RTL_ANCHORS : ANCHORS)[textAlign] ?? 'start'),
  ].join('');
