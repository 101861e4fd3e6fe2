// In: any JSON value. Out: issues of rules that span several fields, which no single schema of a field can express.
// Reads the raw value and trusts nothing in it, so that these issues are told together with all others.
import { LIMITS } from './limits.ts';
import { scalarText } from './scalar-text.ts';
import type { Issue, Path } from './sentences.ts';

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const own = (value: Bag, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

/** Kinds that can share one picture: they use the same axes. */
const families: Record<string, string> = {
  line: 'xy',
  bar: 'xy',
  pie: 'arc',
  doughnut: 'arc',
  radar: 'radar',
  polarArea: 'polarArea',
};

/** Rules over several fields at once: bitmap size, mixed kinds, axes, sums that would overflow a tick. */
export function crossIssues(value: unknown): Issue[] {
  const chart = bag(value);
  return [
    ...bitmapIssues(chart),
    ...typeIssues(chart),
    ...axisIssues(chart),
    ...labelIssues(chart),
    ...annotationIssues(chart),
  ];
}

function bitmapIssues(chart: Bag): Issue[] {
  const side = (key: string, usual: number) => {
    const given = own(chart, key);
    return typeof given === 'number' ? given : usual;
  };
  const { devicePixelRatio, scale } = chart;
  const issues: Issue[] = [];
  if (typeof devicePixelRatio === 'number' && typeof scale === 'number' && scale !== devicePixelRatio)
    issues.push({ path: ['scale'], message: 'scale is another name of devicePixelRatio: give one of them' });
  const key = typeof devicePixelRatio === 'number' ? 'devicePixelRatio' : 'scale';
  const ratio = side(key, 1);
  const [width, height] = [side('width', 800), side('height', 400)];
  const pixels = width * height * ratio * ratio;
  // A side out of its own range is told by the schema; here it would only be the same news twice.
  const sidesFit = width <= LIMITS.side.max && height <= LIMITS.side.max && ratio <= LIMITS.ratio.max;
  if (sidesFit && pixels > LIMITS.bitmapPixels) {
    const million = Math.round(pixels / 100_000) / 10;
    issues.push({
      path: [key],
      message: `Width × height × ratio² must be at most 32 million pixels, this is ${million} million`,
    });
  }
  return issues;
}

function typeIssues(chart: Bag): Issue[] {
  const family = families[scalarText(own(chart, 'type'))];
  if (!family) return [];
  return list(own(bag(own(chart, 'data')), 'datasets')).flatMap((dataset, index): Issue[] => {
    const { type = chart.type, borderWidth } = bag(dataset);
    const path: Path = ['data', 'datasets', index];
    const other = typeof type === 'string' && Object.hasOwn(families, type) ? families[type] : family;
    const issues: Issue[] = [];
    if (other !== family)
      issues.push({
        path: [...path, 'type'],
        message: `A ${type} series cannot share a picture with a ${scalarText(chart.type)} chart`,
      });
    // Where the library expects one number, an object ends in a TypeError.
    if (type !== 'bar' && typeof borderWidth === 'object' && !Array.isArray(borderWidth))
      issues.push({ path: [...path, 'borderWidth'], message: 'Only bars have a border width for each side' });
    return issues;
  });
}

function axisIssues(chart: Bag): Issue[] {
  const options = bag(own(chart, 'options'));
  const scales = bag(own(options, 'scales'));
  const ids = Object.keys(scales);
  const issues: Issue[] = [];
  if (ids.length > LIMITS.axes)
    issues.push({ path: ['options', 'scales'], message: `At most ${LIMITS.axes} axes are allowed` });
  for (const id of ids) {
    const axis = bag(scales[id]);
    const path: Path = ['options', 'scales', id];
    issues.push(...kindIssues(id, axis, path), ...crossingIssues(axis, scales, path));
    // A category axis with bounds "data" draws one tick for every whole number up to the value.
    if (own(axis, 'bounds') !== undefined && !countsValues(id, axis, chart, options))
      issues.push({
        path: [...path, 'bounds'],
        message: 'bounds is for axes that count values: this one holds the labels',
      });
  }
  return issues;
}

/** The letter of an axis, as the drawing library finds it: x, y and r are fixed, other ids say it or begin with it. */
export const axisLetter = (id: string, axis: Bag): string =>
  /^[xyr]$/.test(id) ? id : scalarText(own(axis, 'axis') ?? id).slice(0, 1);

function kindIssues(id: string, axis: Bag, path: Path): Issue[] {
  const letter = axisLetter(id, axis);
  const [said, type] = [own(axis, 'axis'), own(axis, 'type')];
  if (!/^[xyr]/.test(letter))
    return [{ path, message: 'An axis whose id does not begin with x, y or r needs "axis"' }];
  const issues: Issue[] = [];
  if (said !== undefined && said !== letter)
    issues.push({
      path: [...path, 'axis'],
      message: `The axis "${id}" always lies along ${id}: leave "axis" out`,
    });
  if (type !== undefined && (type === 'radialLinear') !== (letter === 'r'))
    issues.push({
      path: [...path, 'type'],
      message: letter === 'r' ? 'An r axis is always "radialLinear"' : 'Only an r axis can be "radialLinear"',
    });
  return issues;
}

/** `position: {"y": 0}` puts an axis at a value of another one, which must exist. */
function crossingIssues(axis: Bag, scales: Bag, path: Path): Issue[] {
  const position = own(axis, 'position');
  if (typeof position !== 'object' || position === null) return [];
  const [other, ...more] = Object.keys(position);
  const exists = other === 'x' || other === 'y' || (other !== undefined && Object.hasOwn(scales, other));
  if (exists && more.length === 0 && /^[xy]/.test(axisLetter(other, bag(scales[other])))) return [];
  return [
    { path: [...path, 'position'], message: 'Expected one axis of this chart and a value, as {"y": 0}' },
  ];
}

function countsValues(id: string, axis: Bag, chart: Bag, options: Bag): boolean {
  const type = own(axis, 'type');
  if (type !== undefined) return type !== 'category';
  const family = families[scalarText(own(chart, 'type'))];
  const letter = axisLetter(id, axis);
  if (family === 'xy') return letter === (own(options, 'indexAxis') === 'y' ? 'x' : 'y');
  return letter === 'r' && (family === 'radar' || family === 'polarArea');
}

/** Every pair of labels is compared for overlap, so that a thousand of them are half a million comparisons. */
function labelIssues(chart: Bag): Issue[] {
  const forAll = own(bag(own(bag(own(chart, 'options')), 'plugins')), 'datalabels');
  const labelled = list(own(bag(own(chart, 'data')), 'datasets')).filter((dataset) => {
    const one = own(bag(dataset), 'datalabels') ?? forAll;
    return typeof one === 'object' && one !== null && own(one as Bag, 'display') !== false;
  });
  const points = labelled.reduce<number>((sum, dataset) => sum + list(own(bag(dataset), 'data')).length, 0);
  if (points <= LIMITS.dataLabels) return [];
  const path = forAll === undefined ? ['data', 'datasets'] : ['options', 'plugins', 'datalabels'];
  const message = `At most ${LIMITS.dataLabels} points may carry data labels, these are ${points}`;
  return [{ path, message }];
}

/** An annotation lies on axes that exist; on one that does not, it would lie anywhere. */
function annotationIssues(chart: Bag): Issue[] {
  const options = bag(own(chart, 'options'));
  const held = own(bag(own(bag(own(options, 'plugins')), 'annotation')), 'annotations');
  if (typeof held !== 'object' || held === null) return [];
  const family = families[scalarText(own(chart, 'type'))];
  const usual = family === 'xy' ? ['x', 'y'] : family === 'arc' ? [] : ['r'];
  const axes = new Set([...usual, ...(family === 'xy' ? Object.keys(bag(own(options, 'scales'))) : [])]);
  return Object.entries(held).flatMap(([name, value]) => {
    const one = bag(value);
    const at = Array.isArray(held) ? Number(name) : name;
    const told = (key: string, message: string): Issue => ({
      path: ['options', 'plugins', 'annotation', 'annotations', at, key],
      message,
    });
    const strangers = ['scaleID', 'xScaleID', 'yScaleID'].filter(
      (key) => typeof own(one, key) === 'string' && !axes.has(String(own(one, key))),
    );
    const places = family === 'xy' ? [] : Object.keys(one).filter((key) => /^[xy](Min|Max|Value)$/.test(key));
    return [
      ...strangers.map((key) => told(key, `No axis has the id "${String(own(one, key)).slice(0, 41)}"`)),
      ...places.map((key) =>
        told(key, `A ${scalarText(own(chart, 'type'))} chart has no ${key.slice(0, 1)} axis`),
      ),
    ];
  });
}
