// In: the folder of the fonts as the only argument, then jobs. Out: pictures. The entry of a drawing child, run by the pool.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { draw } from './canvas.ts';
import { loadFonts } from './fonts.ts';
import { serveJobs } from './serve-jobs.ts';

/** Drawn once before the first job: it compiles the hot paths and proves that a chart comes out, while nobody waits. */
const rehearsal: ChartSpec = {
  type: 'bar',
  width: 800,
  height: 400,
  format: 'png',
  devicePixelRatio: 1,
  returnUrl: false,
  data: {
    labels: ['Jan', 'Feb', 'Mar'],
    datasets: [
      { label: 'Rehearsal', data: [1, 2, 3] },
      { type: 'line', label: 'of both', data: [3, 2, 1] },
    ],
  },
};

serveJobs(() => {
  const [fonts] = process.argv.slice(2);
  if (fonts === undefined) throw new Error('no folder of fonts given');
  loadFonts(fonts);
  if (draw(rehearsal).kind === 'blank') throw new Error('a chart draws nothing');
  return ({ spec, fault }) => {
    if (fault === 'throw') throw new Error('asked to fail, by a test key');
    return draw(spec);
  };
});
