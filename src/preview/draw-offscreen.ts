// In: a chart. Out: a canvas that is on no page, with the picture that the preview shows: for thumbnails, comparisons and copies.
import { Chart, type ChartItem } from 'chart.js';
import { chartConfig } from '#shared/chart-config.ts';
import { chartParts } from '#shared/chart-parts.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { loadExtras } from './extras.ts';
import { fontsLoaded } from './fonts.ts';

Chart.register(...chartParts);

/**
 * Draws at the chart's own size in px, so that the layout is the picture's; `ratio` (pixels per px, the chart's own if left out)
 * makes a smaller or larger bitmap of it. Takes as long as the preview does, on the main thread.
 *
 * @throws whatever Chart.js throws
 */
export async function drawOffscreen(
  spec: ChartSpec,
  ratio = spec.devicePixelRatio,
): Promise<HTMLCanvasElement> {
  const [extras] = await Promise.all([loadExtras(spec), fontsLoaded()]);
  const drawing = document.createElement('canvas');
  drawing.width = spec.width;
  drawing.height = spec.height;
  try {
    new Chart(drawing as ChartItem, chartConfig({ ...spec, format: 'png', devicePixelRatio: ratio }, extras));
    // Taking the chart down wipes its canvas.
    const copy = document.createElement('canvas');
    copy.width = drawing.width;
    copy.height = drawing.height;
    copy.getContext('2d')?.drawImage(drawing, 0, 0);
    return copy;
  } finally {
    Chart.getChart(drawing)?.destroy();
  }
}
