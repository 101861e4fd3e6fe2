// In: a path of a chart. Out: the words a person reads for it. Pure.
import type { Path } from '#shared/sentences.ts';

/** Where the key taken apart says too little or something else. */
const spoken: Record<string, string> = {
  autoSkip: 'Skip crowded labels',
  barPercentage: 'Bar width',
  barThickness: 'Bar thickness',
  beginAtZero: 'Begin at zero',
  borderDash: 'Dashes',
  brandKitId: 'Brand kit',
  categoryPercentage: 'Group width',
  cutout: 'Hole',
  devicePixelRatio: 'Pixel ratio',
  indexAxis: 'Direction',
  kpiStrip: 'Key figures',
  logoUrl: 'Logo',
  max: 'Maximum',
  maxTicksLimit: 'Most ticks',
  min: 'Minimum',
  pointRadius: 'Point size',
  returnUrl: 'Return a URL',
  rtl: 'Right to left',
  spanGaps: 'Join gaps',
  stepSize: 'Step',
  suggestedMax: 'At least up to',
  suggestedMin: 'At least down to',
  tension: 'Curve',
  textPrimary: 'Titles',
  textSecondary: 'Labels',
  scaleID: 'Axis',
  value: 'Value',
  xMin: 'From, across',
  xMax: 'To, across',
  yMin: 'From, upwards',
  yMax: 'To, upwards',
  xValue: 'Place across',
  yValue: 'Place upwards',
  xAxisID: 'Horizontal axis',
  yAxisID: 'Vertical axis',
  rAxisID: 'Radial axis',
};

/** `borderRadius` → `Border radius`. */
export function nameOf(key: string | number): string {
  const known = spoken[key];
  if (known) return known;
  const words = String(key)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('color', 'colour');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The objects between a part of the panel and a field: `ticks.font` → `Ticks · Font`. */
export const groupName = (steps: Path): string => steps.map(nameOf).join(' · ');

/** `['data', 'datasets', 0]` → `data.datasets.0`: how fields are found again on the page. */
export const fieldId = (path: Path): string => path.join('.');
