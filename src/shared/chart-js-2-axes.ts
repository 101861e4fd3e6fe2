// In: the axes of a Chart.js 2 chart: `scales.xAxes[]`, `scales.yAxes[]`, `scale`. Out: the same as `scales` by id, and under which
// id each axis is found now. Pure.
import { or, present, textPart, withFont } from './chart-js-2-fonts.ts';
import { type Bag, isBag } from './merged.ts';

/** Bar widths stood on the axis in version 2 and stand in the datasets now. */
const barKeys = ['barPercentage', 'barThickness', 'categoryPercentage', 'maxBarThickness', 'minBarLength'];

export type Axes = {
  scales: Bag;
  /** Old id → new id, for the datasets. */
  ids: ReadonlyMap<unknown, string>;
  /** Settings of bars that an axis held. */
  bars: Bag;
};

/**
 * The first axis of a direction becomes `x` or `y`, every further one `x2`, `y2`, `y3` …: those ids are always valid, and no empty
 * axis appears beside them. Axes that already stand under an id stay, unless an old one takes their place.
 */
export function axesOf(scales: unknown): Axes {
  if (!isBag(scales)) return { scales: {}, ids: new Map(), bars: {} };
  const { xAxes, yAxes, ...named } = scales;
  const ids = new Map<unknown, string>();
  let bars: Bag = {};
  const entries = Object.entries(named);
  for (const [letter, given] of [
    ['x', xAxes],
    ['y', yAxes],
  ] as const) {
    const list = given === undefined ? [] : Array.isArray(given) ? given : [given];
    for (const [index, axis] of list.entries()) {
      const id = index === 0 ? letter : `${letter}${index + 1}`;
      ids.set(`${letter}-axis-${index}`, id);
      if (isBag(axis)) {
        if (axis.id !== undefined) ids.set(axis.id, id);
        bars = { ...present(Object.fromEntries(barKeys.map((key) => [key, axis[key]]))), ...bars };
      }
      entries.push([id, isBag(axis) ? axisOf(axis) : axis]);
    }
  }
  return { scales: Object.fromEntries(entries), ids, bars };
}

/** One axis, straight or round; one that is of version 4 already comes out as it was. */
export function axisOf(axis: Bag): Bag {
  const { id: _, gridLines, scaleLabel, ticks, pointLabels, ...rest } = axis;
  for (const key of barKeys) delete rest[key];
  const grid = gridOf(gridLines);
  return present({
    ...scaleTicks(ticks),
    ...rest,
    grid: or(rest.grid, grid.grid),
    border: or(rest.border, grid.border),
    title: or(rest.title, titleOf(scaleLabel)),
    pointLabels: textPart(pointLabels),
  });
}

function gridOf(gridLines: unknown): Bag {
  if (!isBag(gridLines)) return { grid: gridLines };
  const { borderDash, borderDashOffset, drawBorder, tickMarkLength, offsetGridLines, ...rest } = gridLines;
  const {
    zeroLineColor: _color,
    zeroLineWidth: _width,
    zeroLineBorderDash: _dash,
    zeroLineBorderDashOffset: _offset,
    ...grid
  } = rest;
  const border = present({ display: drawBorder, dash: borderDash, dashOffset: borderDashOffset });
  return {
    // Whoever styles the lines of version 2 sees them, without asking.
    grid: present({ display: true, tickLength: tickMarkLength, offset: offsetGridLines, ...grid }),
    border: Object.keys(border).length > 0 ? border : undefined,
  };
}

function titleOf(scaleLabel: unknown): unknown {
  if (!isBag(scaleLabel)) return scaleLabel;
  const { labelString, ...rest } = scaleLabel;
  return withFont(present({ text: labelString, ...rest }));
}

/** Range and direction belong to the axis now; how a tick looks stays with the ticks. */
function scaleTicks(ticks: unknown): Bag {
  if (!isBag(ticks)) return { ticks };
  const { beginAtZero, min, max, suggestedMin, suggestedMax, reverse, ...looks } = ticks;
  const {
    fixedStepSize,
    backdropPaddingX,
    backdropPaddingY,
    minor: _minor,
    source: _source,
    ...rest
  } = looks;
  const backdrop = present({ x: backdropPaddingX, y: backdropPaddingY });
  const shown = withFont(
    present({
      stepSize: fixedStepSize,
      backdropPadding: Object.keys(backdrop).length > 0 ? backdrop : undefined,
      ...rest,
    }),
  );
  return present({
    beginAtZero,
    min,
    max,
    suggestedMin,
    suggestedMax,
    reverse,
    ticks: Object.keys(shown).length > 0 || Object.keys(ticks).length === 0 ? shown : undefined,
  });
}
