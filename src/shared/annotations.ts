// In: a chart with annotations. Out: the options of the plugin that draws them, in the look of the chart. The plugin has to be
// registered for all charts; `chartConfig` switches it off for those that have none.
import { Chart } from 'chart.js';
import annotationPlugin from 'chartjs-plugin-annotation';
import type { Annotated } from './annotation-options.ts';
import { FONT_FAMILY, faded, type Look, textOn } from './chart-look.ts';
import type { ChartSpec } from './chart-spec.ts';
import { type Bag, merged } from './merged.ts';

Chart.register(annotationPlugin);
leaveOutWithoutHole();

export function annotations(spec: ChartSpec, look: Look): Bag {
  const given = spec.options?.plugins?.annotation || {};
  const named = Object.entries(given.annotations ?? {}) as [string, Annotated][];
  return {
    clip: given.clip ?? true,
    animations: false,
    annotations: Object.fromEntries(named.map(([name, one]) => [name, merged(lookOfOne(one, look), one)])),
  };
}

function lookOfOne({ type = 'line', label }: Annotated, look: Look): Bag {
  const accent = look.palette[0] ?? look.primary;
  const font = { family: FONT_FAMILY, size: Math.max(1, look.fontSize - 1), weight: 600 };
  const tag = {
    display: label?.content !== undefined,
    backgroundColor: look.primary,
    color: textOn(look.primary),
    font,
    padding: { x: 8, y: 4 },
    borderRadius: 4,
  };
  const words = { ...tag, backgroundColor: 'transparent', color: look.primary };
  switch (type) {
    case 'line':
      return {
        type,
        borderColor: look.secondary,
        borderWidth: 1.5,
        borderDash: [4, 4],
        label: { ...tag, position: 'end' },
      };
    case 'box':
      return {
        type,
        backgroundColor: faded(accent, 0.12),
        borderColor: accent,
        borderWidth: 0,
        label: { ...words, position: { x: 'center', y: 'start' } },
      };
    case 'ellipse':
    case 'polygon':
      return {
        type,
        backgroundColor: faded(accent, 0.12),
        borderColor: accent,
        borderWidth: 1.5,
        label: words,
      };
    case 'point':
      return { type, backgroundColor: accent, borderColor: look.background, borderWidth: 2, radius: 6 };
    case 'doughnutLabel':
      // A figure with small words under it, together as large as the hole of the ring allows.
      return {
        type,
        color: [look.primary, look.secondary],
        font: [
          { ...font, size: look.fontSize * 3, weight: 700 },
          { ...font, size: look.fontSize, weight: 400 },
        ],
      };
    default:
      return {
        type,
        color: look.primary,
        font,
        callout: { borderColor: look.secondary, borderWidth: 1 },
      };
  }
}

/**
 * The plugin draws a circle as large as the hole of the ring less its own border and spacing. A pie has no hole: the canvas
 * refuses the negative radius that is left. Nothing fits there, so nothing is drawn.
 */
function leaveOutWithoutHole(): void {
  const { prototype } = Chart.registry.getElement('doughnutLabelAnnotation') as unknown as {
    prototype: { draw(context: unknown): void };
  };
  const { draw } = prototype;
  prototype.draw = function (this: { _radius?: number }, context) {
    if (this._radius !== undefined && this._radius > 0) draw.call(this as never, context);
  };
}
