// In: the raw query of a request and who signed it. Out: a chart that may be drawn, or the coded refusal of what is wrong first.
import { fromBase64Url } from '#shared/base64url.ts';
import { type ChartSpec, readSpec } from '#shared/chart-spec.ts';
import { imageChartsChart } from '#shared/image-charts-chart.ts';
import { backgroundColour } from '#shared/image-charts-colours.ts';
import type { Fault } from '#shared/image-charts-faults.ts';
import { readRelaxedJson } from '#shared/image-charts-json.ts';
import { type ImageChartsRequest, readImageChartsQuery } from '#shared/image-charts-query.ts';
import { isBag } from '#shared/merged.ts';
import { plainDataIssues } from '#shared/plain-data.ts';
import type { Issue } from '#shared/sentences.ts';
import { faultAt, ImageChartsRefusal } from './refusal.ts';

/** @throws ImageChartsRefusal */
export function readRequest(
  rawQuery: string,
  { version, signed }: { version: '2.8.0' | '4'; signed: boolean },
): ChartSpec {
  const reading = readImageChartsQuery(rawQuery);
  if (!reading.ok) throw new ImageChartsRefusal('IS_VALIDATION_ERROR', reading.faults);
  const { request } = reading;
  const { width, height, retina } = request;
  if (retina && !signed) throw new ImageChartsRefusal('IC_RETINA_ERROR');
  const background = request.background === undefined ? undefined : backgroundColour(request.background);
  if (request.background !== undefined && background === undefined)
    throw new ImageChartsRefusal('IC_BAD_BACKGROUND_COLOR_ERROR');

  const config = configOf(request);
  // Before anything else looks into it: names that reach into prototypes, numbers and texts out of all bounds.
  const unsafe = plainDataIssues(config, () => []);
  if (unsafe.length > 0) throw chartRefused(config, unsafe);
  const judged = readSpec(imageChartsChart(config, { version, width, height, background, retina }));
  if (judged.ok) return judged.spec;
  throw chartRefused(config, judged.issues);
}

function configOf({ name, text, encoding }: ImageChartsRequest): unknown {
  const json = encoding === 'base64' ? fromBase64Url(text.trim()) : text;
  const bad = (why: string) => {
    const fault = { message: `"${name}" is not JSON: ${why}`, path: [name], type: 'any.custom', context: {} };
    return new ImageChartsRefusal('IC_BAD_JSON_ERROR', [fault]);
  };
  if (json === undefined) throw bad('it is not base64 of a text');
  const reading = readRelaxedJson(json);
  if (!reading.ok) throw bad(reading.why);
  return reading.value;
}

function chartRefused(config: unknown, issues: readonly Issue[]): ImageChartsRefusal {
  const ratio = issues.find(({ path }) => path[0] === 'devicePixelRatio');
  if (ratio) return new ImageChartsRefusal('IS_VALIDATION_ERROR', [faultAt(['icretina'], ratio.message)]);
  const faults = issues.map(({ path, message }): Fault => faultAt(path, message));
  return new ImageChartsRefusal(
    holdsData(config) ? 'IC_CHARTJS_RENDERING_ERROR' : 'IC_BAD_DATA_FORMAT',
    faults,
  );
}

/** What the code of a chart without data asks: datasets, and in each of them an array of data. */
function holdsData(config: unknown): boolean {
  const data = isBag(config) && isBag(config.data) ? config.data : {};
  const { datasets } = data;
  return (
    Array.isArray(datasets) &&
    datasets.length > 0 &&
    datasets.every((one) => isBag(one) && Array.isArray(one.data))
  );
}
