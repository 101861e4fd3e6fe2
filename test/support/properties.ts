// In: FUZZ, how many times as many values as usual. Out: fast-check with one seed, so that a run says the same twice and a red one is
// the change's fault; with FUZZ it takes a seed of its own each time, and prints it with what it found.
import fc from 'fast-check';

const times = Number(process.env.FUZZ ?? 0);

if (times > 0) fc.configureGlobal({ numRuns: 100 * times });
else fc.configureGlobal({ seed: 20_261_126 });

/** How often a property is asked, and from which seed: both only where nobody is looking for new faults. */
export const runs = (numRuns: number, seed?: number): { numRuns: number; seed?: number } =>
  times > 0 ? { numRuns: numRuns * times } : { numRuns, ...(seed === undefined ? {} : { seed }) };

export default fc;
