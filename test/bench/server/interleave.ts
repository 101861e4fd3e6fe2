// In: subjects. Out: for each, its CPU time in each of several rounds. In every round each has its turn, in a new order, so that
// what the rest of the machine does meets all of them.
import { diceOf } from '../../fixtures/dice.ts';
import type { Subject } from './subjects.ts';

/** CPU ms that a turn shall take: the kernel counts in steps of 10. */
const TURN_MS = 300;
const MOST_A_TURN = 1000;

export async function interleave(
  subjects: readonly Subject[],
  rounds: number,
): Promise<Map<Subject, number[]>> {
  const counts = new Map<Subject, number>();
  for (const subject of subjects) {
    // Twice: the first turn compiles, and says nothing about the count.
    const first = await subject.measure(3);
    const warm = await subject.measure(Math.max(2, Math.min(30, Math.ceil(200 / Math.max(first, 1)))));
    counts.set(subject, Math.max(2, Math.min(MOST_A_TURN, Math.ceil(TURN_MS / Math.max(warm, 0.3)))));
  }
  const dice = diceOf(rounds);
  const results = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = subjects.map((subject) => ({ subject, at: dice.next() })).sort((a, b) => a.at - b.at);
    for (const { subject } of order)
      results.get(subject)?.push(await subject.measure(counts.get(subject) ?? 1));
  }
  return results;
}
