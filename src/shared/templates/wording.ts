// In: numbers that may be undefined. Out: the same as a person would write them in a picture, and the parts of a card that are made
// of them; what is undefined leaves no trace. Pure.
import type { ChartInput } from './template.ts';

type Maybe = number | undefined;

const written = (options: Intl.NumberFormatOptions) => {
  const format = new Intl.NumberFormat('en-US', options);
  return (value: Maybe): string | undefined => (value === undefined ? undefined : format.format(value));
};

const dollar = { style: 'currency', currency: 'USD', minimumFractionDigits: 0 } as const;
const wholeDollars = written({ ...dollar, maximumFractionDigits: 0 });
const shortDollars = written({ ...dollar, notation: 'compact', maximumFractionDigits: 1 });
/** `$148.2K`; below ten thousand every dollar is told: `$4,310`. */
export const dollars = (value: Maybe): string | undefined =>
  Math.abs(value ?? 0) < 10_000 ? wholeDollars(value) : shortDollars(value);
/** `12,480` */
export const count = written({ maximumFractionDigits: 0 });
/** `32.6%`, of 32.6 */
export const percent = written({ style: 'unit', unit: 'percent', maximumFractionDigits: 1 });
/** `+7.5%` */
export const signedPercent = written({
  style: 'unit',
  unit: 'percent',
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const points = written({ maximumFractionDigits: 1, signDisplay: 'exceptZero' });
/** `+3 pts` */
export const signedPoints = (value: Maybe): string | undefined =>
  value === undefined ? undefined : `${points(value)} pts`;
const plain = written({ maximumFractionDigits: 1 });
/** `4.3×` */
export const times = (value: Maybe): string | undefined =>
  value === undefined ? undefined : `${plain(value)}×`;
/** `+1.8×` */
export const signedTimes = (value: Maybe): string | undefined =>
  value === undefined ? undefined : `${points(value)}×`;

/** Formats of ticks and data labels; they say the same as the functions above. */
export const formats = {
  dollars: { style: 'currency', currency: 'USD', notation: 'compact', maximumFractionDigits: 1 },
  percent: { style: 'unit', unit: 'percent', maximumFractionDigits: 1 },
} as const;

/** `kpiStrip` of the pairs that have a value. */
export function kpis(
  ...pairs: readonly (readonly [label: string, value: string | undefined])[]
): Pick<ChartInput, 'kpiStrip'> {
  const kpiStrip = pairs.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
  return kpiStrip.length > 0 ? { kpiStrip } : {};
}

/** `badge` of a header; `after` follows the value. */
export const badge = (value: string | undefined, after = '') =>
  value === undefined ? {} : { badge: { text: after ? `${value} ${after}` : value } };
