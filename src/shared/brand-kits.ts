// In: nothing. Out: the six brand kits and our own look: for light and for dark a ground, two text colours, a grid and the series
// colours. Of every one a test holds that texts reach 4.5:1 and series 3:1 against the ground, and that neighbours in the palette
// stay apart, also for people who see no difference between red and green.
import type { BrandKitId } from './chart-spec.ts';

type Ground = {
  background: string;
  /** Titles and figures. */
  primary: string;
  /** Ticks, legend, small print. */
  secondary: string;
  grid: string;
  palette: readonly string[];
};

/** `home` is the ground that a kit has when neither the theme nor a background asks for the other one. */
export type BrandKit = { home: 'light' | 'dark'; light: Ground; dark: Ground };

const ground = (
  background: string,
  primary: string,
  secondary: string,
  grid: string,
  palette: string,
): Ground => ({ background, primary, secondary, grid, palette: palette.split(' ') });

export const ownLook: BrandKit = {
  home: 'light',
  light: ground(
    '#ffffff',
    '#16202e',
    '#586474',
    '#e6e9ee',
    '#3b6ef6 #12a594 #d97706 #7a5af0 #e5484d #0e9bd8 #6f9a10 #c93b94',
  ),
  dark: ground(
    '#0f141c',
    '#f2f5f9',
    '#a3afbf',
    '#273140',
    '#5b86ff #1fb8a6 #f2a31b #9a7bff #f0616a #2fb4ee #9bc53d #e060b0',
  ),
};

export const kits: Record<BrandKitId, BrandKit> = {
  obsidian: {
    home: 'dark',
    light: ground(
      '#ffffff',
      '#0d1117',
      '#52606f',
      '#e4e8ed',
      '#059669 #1d4ed8 #d97706 #9d174d #0e8ca8 #3f6212 #7c5cf0 #991b1b',
    ),
    dark: ground(
      '#0d1117',
      '#f0f6fc',
      '#9aa7b8',
      '#222b36',
      '#6ee7b7 #3b82f6 #f59e0b #e879c8 #e2f5a4 #22d3ee #f87171 #a78bfa',
    ),
  },
  linen: {
    home: 'light',
    light: ground(
      '#faf6ef',
      '#2b2118',
      '#6b5d4f',
      '#e8dfd2',
      '#b4532a #2f6f73 #b37d14 #5b3f63 #6f8a3c #8c2f39 #4a7fae',
    ),
    dark: ground(
      '#1f1a15',
      '#f7f0e6',
      '#b8a995',
      '#38302a',
      '#e8926a #5fb3ac #e9c46a #b58cc2 #a8c573 #d4646c #8ab6dd',
    ),
  },
  polar: {
    home: 'light',
    light: ground(
      '#f5f8fc',
      '#0f2238',
      '#51657c',
      '#dde6f0',
      '#1f6feb #0b8f8a #5b47c9 #2b8cc4 #163a6b #a03fa0 #4f8f33 #64788f',
    ),
    dark: ground(
      '#0c1624',
      '#eaf2fb',
      '#9db1c8',
      '#1f2f45',
      '#58a6ff #2dd4bf #a79bff #e0f2fe #d067c2 #7ee0a8 #4f7fd0 #a8bccf',
    ),
  },
  studio: {
    home: 'light',
    light: ground(
      '#ffffff',
      '#171717',
      '#5c5c5c',
      '#e5e5e5',
      '#171717 #8a8a8a #2563eb #e0552b #404040 #9333ea #0f8a6a',
    ),
    dark: ground(
      '#111111',
      '#fafafa',
      '#a3a3a3',
      '#2a2a2a',
      '#fafafa #8a8a8a #60a5fa #fb923c #d4d4d4 #10b981 #c084fc',
    ),
  },
  ember: {
    home: 'light',
    light: ground(
      '#fffaf7',
      '#2a1410',
      '#745a52',
      '#f3e3dc',
      '#ea580c #7f1d1d #c47f0a #57534e #db2777 #6d28d9 #c2410c #0f766e',
    ),
    dark: ground(
      '#180f0d',
      '#fff1ea',
      '#c7a99d',
      '#38241e',
      '#fb7a3c #fcd34d #e11d48 #fda4af #8f8580 #c4b5fd #c2603a #2cb5a0',
    ),
  },
  harbor: {
    home: 'light',
    light: ground(
      '#f6f8f7',
      '#16282f',
      '#566a72',
      '#dfe6e5',
      '#2b6777 #c0764e #4f8577 #3f4f78 #8a5a6e #a67f31 #3f8aa6 #6b7a45',
    ),
    dark: ground(
      '#10191d',
      '#e9f1f0',
      '#9fb2b5',
      '#23323a',
      '#6bb3c4 #e0936a #a5dcc6 #7f90cc #e3ca86 #b8748f #b9cc82 #4a8fa8',
    ),
  },
};
