// In: a chart and what a usual one may spend. Out: what this one may spend.
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { Budget } from './budget.ts';

const MEGAPIXEL = 1_000_000;
/** Up to here the encoder hides in the budget that every chart has. */
const USUAL_MEGAPIXELS = 4;
/** Measured: 57 for flat areas, 90 for a picture full of lines. No quality or lossless setting is cheaper. */
const WEBP_MS_A_MEGAPIXEL = 120;
/** A vector format may be drawn a second time, as a bitmap, to see that it is not blank. The wall stays: it has room for both. */
const SECOND_DRAWING_MS = 2000;
/** What the wall has over the CPU at least. No more: with 5 s of waiting, the whole must end within the 12 s of a drain. */
const WALL_OVER_CPU_MS = 500;

/**
 * What a format costs beyond the drawing itself. WebP costs several times what PNG and JPEG do: the largest picture that is
 * allowed takes it 4.4 s, which is over the usual CPU budget. Without the extra a chart would be refused for its format alone.
 */
export function budgetFor(
  { format, width, height, devicePixelRatio }: ChartSpec,
  { cpuMs, wallMs, rssBytes }: Budget,
): Budget {
  const megapixels = (width * height * devicePixelRatio ** 2) / MEGAPIXEL;
  const extraMs = extraMsFor(format, megapixels);
  if (extraMs === 0) return { cpuMs, wallMs, rssBytes };
  const moreCpuMs = cpuMs + extraMs;
  return { cpuMs: moreCpuMs, wallMs: Math.max(wallMs, moreCpuMs + WALL_OVER_CPU_MS), rssBytes };
}

function extraMsFor(format: ChartSpec['format'], megapixels: number): number {
  if (format === 'svg' || format === 'pdf') return SECOND_DRAWING_MS;
  return format === 'webp' ? Math.max(0, megapixels - USUAL_MEGAPIXELS) * WEBP_MS_A_MEGAPIXEL : 0;
}
