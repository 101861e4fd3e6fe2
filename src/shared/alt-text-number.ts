// In: a chart and one of its datasets. Out: how to say a value of it: as its axis writes it, in so few digits as tell it.
import { axisLetter } from './chart-cross-checks.ts';
import type { ChartSpec } from './chart-spec.ts';
import { type Bag, isBag } from './merged.ts';

type Dataset = ChartSpec['data']['datasets'][number];

export function numberWords(spec: ChartSpec, dataset: Dataset): (value: number) => string {
  const format = formatOf(spec, dataset);
  const numbers = formatter({ maximumSignificantDigits: 4, ...(format ? unrounded(format) : {}) });
  // Four digits of a year or of 12,345 orders would be wrong: only what lies behind the point is cut.
  const whole = formatter({ maximumFractionDigits: 0, ...format });
  return (value) => (Math.abs(value) >= 1000 ? whole : numbers).format(value);
}

function formatOf(spec: ChartSpec, dataset: Dataset): Intl.NumberFormatOptions | undefined {
  const scales = spec.options?.scales ?? {};
  const horizontal = spec.options?.indexAxis === 'y';
  const letter = spec.type === 'radar' || spec.type === 'polarArea' ? 'r' : horizontal ? 'x' : 'y';
  const id =
    (letter === 'x' ? dataset.xAxisID : dataset.yAxisID) ??
    Object.keys(scales).find((name) => axisLetter(name, scales[name] as Bag) === letter);
  const ticks = id === undefined ? undefined : scales[id]?.ticks;
  const format = isBag(ticks) ? ticks.format : undefined;
  return isBag(format) ? format : undefined;
}

/** The digits that the axis asks for are for its ticks; a value between them needs its own. */
const unrounded = (format: Intl.NumberFormatOptions): Intl.NumberFormatOptions => {
  const { minimumFractionDigits: _, maximumFractionDigits: __, ...rest } = format;
  return rest;
};

/** A format that Intl refuses is none. */
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat('en-US', options);
  } catch {
    return new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });
  }
}
