// In: a chart's theme, kit and background. Out: the colours and defaults that make a bare chart look finished, the same on page and server.
import { type BrandKit, kits, ownLook } from './brand-kits.ts';
import type { BrandKitId, ChartSpec } from './chart-spec.ts';

/** The one bundled family (400, 600, 700). Every text is set in it, so that the preview and the picture agree to the pixel. */
export const FONT_FAMILY = 'Inter';

export type Look = {
  palette: readonly string[];
  background: string;
  primary: string;
  secondary: string;
  grid: string;
  fontSize: number;
};

/** Explicit fields win over the theme, the theme over the kit, the kit over our own defaults. */
export function lookOf(spec: ChartSpec): Look {
  const theme = spec.theme ?? {};
  const { color, font } = spec.options ?? {};
  const given = spec.backgroundColor ?? theme.backgroundColor;
  const kit = kitOf(spec);
  const ground = kit[theme.mode ?? modeFor(given) ?? kit.home];
  return {
    palette: theme.palette ?? ground.palette,
    background: given ?? ground.background,
    primary: theme.textPrimary ?? ground.primary,
    secondary: (typeof color === 'string' ? color : undefined) ?? theme.textSecondary ?? ground.secondary,
    grid: theme.gridColor ?? ground.grid,
    fontSize: font?.size ?? theme.fontSize ?? 12,
  };
}

/** A kit that was saved elsewhere is not known here: the chart then has our own look, and the editor says so. */
const kitOf = ({ brandKitId = '' }: ChartSpec): BrandKit =>
  Object.hasOwn(kits, brandKitId) ? kits[brandKitId as BrandKitId] : ownLook;

/** Below this luminance (WCAG 2) white stands out more than black does. */
const DARK = 0.179;

/** Texts must stand out on a background that the chart brings along; only one in hex is looked at. */
function modeFor(background: string | undefined): 'light' | 'dark' | undefined {
  const luminance = background === undefined ? undefined : luminanceOf(background);
  return luminance === undefined ? undefined : luminance < DARK ? 'dark' : 'light';
}

/** 0 for black, 1 for white; undefined for what is not written in hex. */
export function luminanceOf(colour: string): number | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/i.exec(colour);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(colour);
  const channels = (short ?? long)?.slice(1, 4).map((digits) => {
    const share = Number.parseInt(digits.length === 1 ? digits + digits : digits, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  if (!channels) return undefined;
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `#3b6ef6` at 0.16 → `#3b6ef629`; a colour that is not six hex digits is left as it is. */
export const faded = (colour: string, alpha: number): string =>
  /^#[0-9a-f]{6}$/i.test(colour)
    ? `${colour}${Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0')}`
    : colour;

export const colourAt = (look: Look, index: number): string =>
  look.palette[index % look.palette.length] ?? '#3b6ef6';

/** White or nearly black: what can be read on a fill. On a fill not written in hex it is a guess. */
export const textOn = (fill: string): string => ((luminanceOf(fill) ?? 0) > 0.3 ? '#16202e' : '#ffffff');
