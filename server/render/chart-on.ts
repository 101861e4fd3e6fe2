// In: a chart and something that looks like a canvas. Out: the chart drawn on it, and Chart.js as it was before.
import { Chart, type ChartItem } from 'chart.js';
import { allExtras } from '#shared/all-extras.ts';
import { chartConfig } from '#shared/chart-config.ts';
import { chartParts } from '#shared/chart-parts.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';

Chart.register(...chartParts);

/** What Chart.js needs of a canvas; the engine's canvases and a page of a PDF can all be one. */
export interface Surface {
  width: number;
  height: number;
  getContext(kind: '2d'): object | null;
}

/**
 * Draws and lets `read` take the result while it is there (`destroy` wipes the surface). `width` and `height` of the surface
 * are the chart's own before, and times the pixel ratio while `read` runs.
 *
 * @throws whatever Chart.js throws
 */
export function chartOn<T>(surface: Surface, spec: ChartSpec, read: () => T): T {
  const item = surface as unknown as ChartItem;
  try {
    new Chart(item, chartConfig(spec, allExtras));
    return read();
  } finally {
    // A chart that threw while it was made stays registered, with 430 KB, for ever.
    Chart.getChart(item as Parameters<typeof Chart.getChart>[0])?.destroy();
  }
}
