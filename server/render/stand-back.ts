// In: the id of a process that has just been started. Out: the same at a lower priority than ours.
import { constants, getPriority, setPriority } from 'node:os';

/** Enough for the server to answer at once while every core draws; not so much that other programs keep a chart from its CPU. */
const NICENESS = 5;

/** To be called at once: threads inherit it from the one that starts them, and it is told to the first one only. */
export function standBack(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + NICENESS));
  } catch {
    // Ended already, or the system does not let us: it draws as well, only less politely.
  }
}
