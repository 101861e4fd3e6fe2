// In: a chart's theme. Out: the colours and defaults that make a bare chart look finished, the same on page and server.
import type { ChartSpec } from './chart-spec.ts';

/** The one bundled family (400, 600, 700). Every text is set in it, so that the preview and the picture agree to the pixel. */
export const FONT_FAMILY = 'Inter';

const palette = ['#3b6ef6', '#12a594', '#f2a31b', '#e5484d', '#8b5cf6', '#0e9bd8', '#7aa116', '#d6409f'];

const modes = {
  light: { background: '#ffffff', primary: '#16202e', secondary: '#586474', grid: '#e6e9ee' },
  dark: { background: '#0f141c', primary: '#f2f5f9', secondary: '#a3afbf', grid: '#273140' },
};

export type Look = {
  palette: readonly string[];
  background: string;
  primary: string;
  secondary: string;
  grid: string;
  fontSize: number;
};

/** Explicit fields win over the theme, the theme over our own defaults. */
export function lookOf(spec: ChartSpec): Look {
  const theme = spec.theme ?? {};
  const { color, font } = spec.options ?? {};
  const mode = modes[theme.mode ?? 'light'];
  return {
    palette: theme.palette ?? palette,
    background: spec.backgroundColor ?? theme.backgroundColor ?? mode.background,
    primary: theme.textPrimary ?? mode.primary,
    secondary: (typeof color === 'string' ? color : undefined) ?? theme.textSecondary ?? mode.secondary,
    grid: theme.gridColor ?? mode.grid,
    fontSize: font?.size ?? theme.fontSize ?? 12,
  };
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
