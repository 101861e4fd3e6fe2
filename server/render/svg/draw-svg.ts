// In: a chart to be an SVG. Out: the bytes of the file, at the chart's own size; undefined when nothing would be seen.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { isBlank } from '../bitmap.ts';
import { chartOn } from '../chart-on.ts';
import { SvgContext } from './svg-context.ts';

/** The same chart gives the same bytes. @throws whatever Chart.js throws */
export function drawSvg(spec: ChartSpec): Buffer | undefined {
  const page = { width: spec.width, height: spec.height, getContext: () => context };
  const context = new SvgContext(page, titleOf(spec));
  const { svg, surelySeen } = chartOn(page, spec, () => context.end());
  // Most charts prove that they are seen; the others are drawn once more to look at their pixels.
  return surelySeen || !isBlank(spec) ? Buffer.from(svg) : undefined;
}

function titleOf({ options, header }: ChartSpec): string {
  if (header?.title) return header.title;
  const title = options?.plugins?.title;
  return title && title.display === true ? [title.text ?? ''].flat().join(' ') : '';
}
