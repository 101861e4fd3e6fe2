// In: two colours in hex. Out: how far apart they look, to most people and to those who cannot tell red from green.
import { luminanceOf } from '#shared/chart-look.ts';

type Triple = [number, number, number];

const channels = (hex: string): Triple =>
  [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Triple;
const linear = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);

/** WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminanceOf(one) ?? 0, luminanceOf(other) ?? 0].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const deuteranopia = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
] as const;

const asSeenWithout = (rgb: Triple): Triple =>
  deuteranopia.map((row) =>
    Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])),
  ) as Triple;

function oklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const apart = (one: Triple, other: Triple) =>
  100 * Math.hypot(...oklab(one).map((value, i) => value - (oklab(other)[i] ?? 0)));

/** Distance in OKLab × 100, the smaller of both kinds of sight; black to white is 100. */
export function farApart(one: string, other: string): number {
  const [a, b] = [channels(one), channels(other)];
  return Math.min(apart(a, b), apart(asSeenWithout(a), asSeenWithout(b)));
}
