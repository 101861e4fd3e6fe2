// In: a chart and the width at which it is seen. Out: its picture as the server would draw it, drawn small instead of made small, so
// that its text stays sharp.
import { Chart as ChartJs } from 'chart.js';
import { chartConfig } from '#shared/chart-config.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';

/** @param widthPx in pixels of the screen */
export function drawThumbnail(spec: ChartSpec, widthPx: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = spec.width;
  canvas.height = spec.height;
  const copy = document.createElement('canvas');
  const config = chartConfig({ ...spec, format: 'png', devicePixelRatio: widthPx / spec.width });
  try {
    new ChartJs(canvas, config);
    copy.width = canvas.width;
    copy.height = canvas.height;
    // Destroying the chart wipes its canvas.
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
  } finally {
    ChartJs.getChart(canvas)?.destroy();
  }
  return copy;
}
