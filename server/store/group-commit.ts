// In: small pieces of work on a database. Out: their results, once all that came in the same turn are committed together.
import type { Database } from './sqlite-file.ts';

export interface GroupCommit {
  /** Settles after the commit. One piece that throws undoes the whole group: everybody in it is told. */
  run<T>(work: () => T, manner?: Manner): Promise<T>;
  /** Commits what is waiting. */
  flush(): void;
}

interface Manner {
  /**
   * Every statement of it is whole by itself, and is stepped to its end (`all`, `run`; `get` would hide a failing commit). With
   * nobody else in the group it needs no transaction around it, which is half of what a hit costs.
   */
  single?: boolean;
}

interface Piece extends Manner {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/** A commit costs more than a statement: fifty hits at once take a sixth of the time that they take one by one. */
export function createGroupCommit(db: Database): GroupCommit {
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  let waiting: Piece[] = [];

  function flush() {
    const group = waiting;
    waiting = [];
    const [first] = group;
    if (first === undefined) return;
    if (first.single && group.length === 1) return alone(first);
    try {
      begin.run();
      const results = group.map(({ work }) => work());
      commit.run();
      group.forEach(({ resolve }, i) => {
        resolve(results[i] as never);
      });
    } catch (error) {
      undo();
      for (const { reject } of group) reject(error);
    }
  }

  function alone({ work, resolve, reject }: Piece) {
    try {
      resolve(work() as never);
    } catch (error) {
      reject(error);
    }
  }

  function undo() {
    try {
      db.exec('rollback');
    } catch {
      // A full disk has ended the transaction already, or it never began.
    }
  }

  return {
    run: (work, manner) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject, ...manner });
        if (waiting.length === 1) setImmediate(flush);
      }),
    flush,
  };
}
