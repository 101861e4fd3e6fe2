// In: the name of a drill, and how much of it: `npm run drills -- soak 20000`; or `all`. Out: its table with the time it took, and
// exit code 1 when one of its promises was broken. Minutes long, so no part of `npm test`.
import { buildIfNeeded } from '../../server/build-if-needed.ts';
import { cluster } from './cluster.ts';
import { corpus } from './corpus.ts';
import { crash } from './crash.ts';
import { overload } from './overload.ts';
import { refill } from './refill.ts';
import { soak } from './soak.ts';
import { start } from './start.ts';
import { report, type Verdict } from './verdict.ts';

/** Each with the amount that the promise is about. */
const drills: Record<string, { run: (amount: number) => Promise<Verdict[]>; amount: number; of: string }> = {
  start: { run: start, amount: 10, of: 'starts' },
  crash: { run: crash, amount: 10, of: 'kills of the server, with a file and with a Redis' },
  cluster: { run: cluster, amount: 3, of: 'kills of the Redis' },
  refill: { run: refill, amount: 20, of: 'rounds' },
  overload: { run: overload, amount: 60, of: 'seconds' },
  corpus: { run: corpus, amount: 10, of: 'times' },
  soak: { run: soak, amount: 20_000, of: 'renders' },
};

const [name = '', given] = process.argv.slice(2);
const chosen = name === 'all' ? Object.keys(drills) : [name];
buildIfNeeded();
process.exitCode = 0;
for (const one of chosen) {
  const drill = drills[one];
  const amount = Number(given ?? drill?.amount);
  if (!drill || !Number.isInteger(amount) || amount < 1)
    throw new Error(`Usage: npm run drills -- ${Object.keys(drills).join('|')}|all [amount]`);
  const startMs = performance.now();
  const verdicts = await drill.run(amount);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
  if (!report(`${one}, ${amount} ${drill.of}, ${seconds} s`, verdicts)) process.exitCode = 1;
}
