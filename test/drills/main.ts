// In: the name of a drill, and how much of it: `npm run drills -- soak 20000`, `-- corpus 10`, `-- overload 60`. Out: its table, and
// exit code 1 when one of its promises was broken. Minutes long, so no part of `npm test`.
import { buildIfNeeded } from '../../server/build-if-needed.ts';
import { corpus } from './corpus.ts';
import { overload } from './overload.ts';
import { soak } from './soak.ts';
import { report, type Verdict } from './verdict.ts';

/** Each with the amount that the promise is about: renders, times, seconds. */
const drills: Record<string, { run: (amount: number) => Promise<Verdict[]>; amount: number }> = {
  soak: { run: soak, amount: 20_000 },
  corpus: { run: corpus, amount: 10 },
  overload: { run: overload, amount: 60 },
};

const [name = '', given] = process.argv.slice(2);
const drill = drills[name];
const amount = Number(given ?? drill?.amount);
if (!drill || !Number.isInteger(amount) || amount < 1)
  throw new Error(`Usage: npm run drills -- ${Object.keys(drills).join('|')} [amount]`);
buildIfNeeded();
process.exitCode = report(name, await drill.run(amount)) ? 0 : 1;
