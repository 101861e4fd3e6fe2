// In: a number of starts. Out: how soon after the start of the process the first picture is there.
import { coldStart } from '../bench/server/flow.ts';
import { timesVerdict, type Verdict } from './verdict.ts';

const MOST_MS = 1000;

export async function start(times: number): Promise<Verdict[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) took.push(await coldStart());
  return [timesVerdict(`first picture after a cold start, ${times} times`, took, MOST_MS)];
}
