// In: colours, pictures. Out: how they look to people who see fewer colours, and how far apart two colours then are. Pure.
// The matrices are those of Machado, Oliveira and Fernandes (2009) at full severity, for linear light.
import type { Rgba } from '../colour.ts';

export const visions = {
  usual: { name: 'Usual vision', people: 'most people' },
  protanopia: { name: 'No red (protanopia)', people: 'about 1 in 100 men' },
  deuteranopia: { name: 'No green (deuteranopia)', people: 'about 6 in 100 men, in some degree' },
  tritanopia: { name: 'No blue (tritanopia)', people: 'about 1 in 10 000 people' },
  grey: { name: 'Greyscale', people: 'print, e-ink, very rare' },
} as const;
export type Vision = keyof typeof visions;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const matrices: Record<Exclude<Vision, 'usual'>, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});
const encoded = (light: number): number => {
  const share = Math.min(1, Math.max(0, light));
  return Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055));
};
/** Finer than a picture's 256 steps, so that the table costs nothing that is seen. */
const STEPS = 4096;
const encodedTable = Uint8ClampedArray.from({ length: STEPS + 1 }, (_, at) => encoded(at / STEPS));

const through = (matrix: Matrix, light: Triple): Triple => {
  const row = ([a, b, c]: Triple) => a * light[0] + b * light[1] + c * light[2];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

const lightOf = ({ red, green, blue }: Rgba): Triple => [
  linear[Math.round(red)] ?? 0,
  linear[Math.round(green)] ?? 0,
  linear[Math.round(blue)] ?? 0,
];

/** The same pixels as they look with that vision; alpha stays. About 20 ms for a million pixels. */
export function seenWith(vision: Vision, data: Uint8ClampedArray): Uint8ClampedArray<ArrayBuffer> {
  const seen = new Uint8ClampedArray(data);
  if (vision === 'usual') return seen;
  const matrix = matrices[vision];
  const step = (light: number) => encodedTable[Math.round(Math.min(1, Math.max(0, light)) * STEPS)] ?? 0;
  for (let at = 0; at < seen.length; at += 4) {
    const light: Triple = [
      linear[data[at] ?? 0] ?? 0,
      linear[data[at + 1] ?? 0] ?? 0,
      linear[data[at + 2] ?? 0] ?? 0,
    ];
    const [red, green, blue] = through(matrix, light);
    seen[at] = step(red);
    seen[at + 1] = step(green);
    seen[at + 2] = step(blue);
  }
  return seen;
}

/**
 * How far apart two colours look with that vision: distance in OKLab × 100, 0 for equal, 100 for black and white. Under 8 they
 * are taken for one another in a legend.
 */
export function apart(one: Rgba, other: Rgba, vision: Vision): number {
  const [a, b] = [one, other].map((colour) => {
    const light = lightOf(colour);
    return oklab(
      vision === 'usual' ? light : (through(matrices[vision], light).map(clamped) as unknown as Triple),
    );
  }) as [Triple, Triple];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const clamped = (light: number) => Math.min(1, Math.max(0, light));

/** Björn Ottosson's OKLab, from linear sRGB. */
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
