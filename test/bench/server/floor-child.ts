// In: one case of the bench as argument, then numbers as messages. Out: for each number, the CPU ms that so many pictures cost when
// nothing is left but the engine: the drawing commands of the finished chart played again, rasterised and encoded.
import { createCanvas } from '@napi-rs/canvas';
import { readSpec } from '#shared/chart-spec.ts';
import { chartOn } from '../../../server/render/chart-on.ts';
import { loadFonts } from '../../../server/render/fonts.ts';
import { encodePng } from '../../../server/render/png.ts';
import { benchChart, chartCases } from './bench-charts.ts';

type Command = (context: Context) => void;
type Context = Record<string, unknown>;

const name = chartCases.find((known) => known === process.argv[2]);
if (name === undefined) throw new Error(`No such case: ${process.argv[2]}`);
loadFonts(new URL('../../../public/fonts', import.meta.url).pathname);
const reading = readSpec(benchChart(name, 0));
if (!reading.ok) throw new Error('The chart of the bench is refused');
const { spec } = reading;
const canvas = createCanvas(spec.width, spec.height);
const commands = recorded();

process.on('message', (count: number) => {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i += 1) picture();
  const { user, system } = process.cpuUsage(before);
  process.send?.((user + system) / 1000);
});
process.send?.(picture().length);

function picture(): Buffer {
  canvas.width = spec.width;
  canvas.height = spec.height;
  const context = canvas.getContext('2d') as unknown as Context;
  for (const command of commands) command(context);
  return encodePng(canvas.data(), spec.width, spec.height);
}

/** Everything that Chart.js does to its context, but for the questions it asks and the wiping at the end. */
function recorded(): Command[] {
  const made: Command[] = [];
  const context = canvas.getContext('2d') as unknown as Context;
  const spy = new Proxy(context, {
    get(target, key: string) {
      const value = target[key];
      if (key === 'canvas') return surface;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (key !== 'measureText') made.push((on) => (on[key] as (...with_: unknown[]) => unknown)(...args));
        return value.apply(target, args);
      };
    },
    set(target, key: string, value) {
      made.push((on) => {
        on[key] = value;
      });
      target[key] = value;
      return true;
    },
  });
  const surface = { width: spec.width, height: spec.height, getContext: () => spy };
  return chartOn(surface, spec, () => [...made]);
}
