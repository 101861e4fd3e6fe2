// In: a code of the Image-Charts dialect, and what exactly is wrong. Out: the error its stations throw; and which of them anything
// that was thrown at a chart becomes.
import { imageChartsErrors } from '#shared/errors-image-charts.ts';
import { codeDescription, type Fault, type ImageChartsServedCode } from '#shared/image-charts-faults.ts';
import type { RenderFailure } from '../render/render-failure.ts';

/** `faults` may be left out: then the code's description is the one message. `cause` is for the log only. */
export class ImageChartsRefusal extends Error {
  readonly code: ImageChartsServedCode;
  readonly faults: readonly Fault[];

  constructor(code: ImageChartsServedCode, faults: readonly Fault[] = [], cause?: unknown) {
    super(imageChartsErrors[code].title, { cause });
    this.name = 'ImageChartsRefusal';
    this.code = code;
    this.faults =
      faults.length > 0
        ? faults
        : [{ message: codeDescription(code), path: [], type: 'any.custom', context: {} }];
  }

  get status(): number {
    return imageChartsErrors[this.code].status ?? 400;
  }
}

/** One sentence of our own about one place. */
export const faultAt = (path: Fault['path'], sentence: string): Fault => {
  const label = path.length > 0 ? path.map((step) => String(step).slice(0, 60)).join('.') : 'value';
  return { message: `"${label}": ${sentence}`, path, type: 'any.invalid', context: { label } };
};

const tooMuch: Partial<Record<RenderFailure['reason'], string>> = {
  cpu: 'This chart takes too long to draw. Use fewer points, datasets or ticks, or a smaller size.',
  memory: 'This chart needs too much memory to draw. Use a smaller size, or no icretina.',
  blank: 'Nothing would be visible in this picture. Check that the data holds numbers.',
  threw: codeDescription('IC_CHARTJS_RENDERING_ERROR'),
};

/** The refusal of a chart that could be read and not be drawn; undefined where the chart is not at fault. */
export function chartsFault(failure: RenderFailure): ImageChartsRefusal | undefined {
  const message = tooMuch[failure.reason];
  if (message === undefined) return undefined;
  const fault = { message, path: [], type: 'any.custom', context: {} };
  return new ImageChartsRefusal('IC_CHARTJS_RENDERING_ERROR', [fault], failure);
}
