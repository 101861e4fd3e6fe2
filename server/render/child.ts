// In: the folder of the fonts as the only argument, then jobs. Out: pictures. The entry of a drawing child, run by the pool.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { draw } from './canvas.ts';
import { loadFonts } from './fonts.ts';
import { serveJobs } from './serve-jobs.ts';
import { startWarming } from './warming.ts';

/** The first is drawn before the first job: it proves that a chart comes out. All of them again, while nobody waits. */
const rehearsals: readonly [ChartSpec, ...ChartSpec[]] = [
  rehearsal('bar', 'png'),
  rehearsal('line', 'png'),
  rehearsal('pie', 'png'),
  rehearsal('bar', 'svg'),
];
const WARMING_TIMES = 80;

function rehearsal(type: ChartSpec['type'], format: ChartSpec['format']): ChartSpec {
  const data = [4, 8, 15, 16, 23, 42];
  const datasets = [
    { label: 'Rehearsal', data },
    { label: 'of two', data: data.toReversed() },
  ];
  return {
    type,
    width: 800,
    height: 400,
    format,
    devicePixelRatio: 1,
    returnUrl: false,
    data: { labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'], datasets },
  };
}

serveJobs({
  prepare() {
    const [fonts] = process.argv.slice(2);
    if (fonts === undefined) throw new Error('no folder of fonts given');
    loadFonts(fonts);
    if (draw(rehearsals[0]).kind === 'blank') throw new Error('a chart draws nothing');
    return ({ spec, fault }) => {
      if (fault === 'throw') throw new Error('asked to fail, by a test key');
      return draw(spec);
    };
  },
  warm: () => startWarming(WARMING_TIMES, (n) => draw(rehearsals[n % rehearsals.length] ?? rehearsals[0])),
});
