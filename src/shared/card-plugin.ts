// In: a chart with card pieces and its datasets as they are drawn. Out: the plugin that makes room for the pieces and paints them:
// one canvas, one chart, so that the plot is laid out in what is left.
import type { ChartDataset, Plugin } from 'chart.js';
import { toPadding } from 'chart.js/helpers';
import { type CardLayout, cardLayout } from './card-layout.ts';
import { legendEntries } from './card-legend-entries.ts';
import { measureOn, type Pen, paintCard } from './card-paint.ts';
import type { Look } from './chart-look.ts';
import type { ChartSpec } from './chart-spec.ts';

export function cardPlugin(spec: ChartSpec, look: Look, datasets: readonly ChartDataset[]): Plugin {
  let card: CardLayout | undefined;
  return {
    id: 'card',
    beforeLayout: ({ ctx, options }) => {
      card = cardLayout(spec, look, legendEntries(spec, datasets), measureOn(ctx as unknown as Pen));
      const { plot } = card;
      const own = toPadding((spec.options?.layout?.padding ?? 0) as number);
      options.layout = {
        ...options.layout,
        padding: {
          top: plot.top + own.top,
          right: plot.right + own.right,
          bottom: plot.bottom + own.bottom,
          left: plot.left + own.left,
        },
      };
    },
    beforeDraw: ({ ctx }) => {
      if (card) paintCard(ctx as unknown as Pen, card, look.background, spec);
    },
  };
}
