// In: one file and several processes, some of which are killed. Out: whether counts stay exact and nothing acknowledged is lost.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { savedBytes } from './saved-bytes.ts';
import { race, startStoreChild } from './start-store-child.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'chart-store-'));

it('admits exactly the limit when four processes race for it on one file, and no count twice', async () => {
  const taken = await race(4, 'sqlite', folder());
  expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
}, 60_000);

const numbers = (lines: readonly string[], word: string) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.slice(word.length + 1)));

it('loses nothing that was acknowledged to a process killed in the middle, ten times', async () => {
  const at = folder();
  const saved: number[] = [];
  let mostUsed = 0;
  for (let round = 1; round <= 10; round++) {
    const child = startStoreChild('sqlite', at, 'work', String(round * 10_000));
    // Another moment each time: after some lines, and then wherever it happens to be.
    const enough = 40 + ((round * 97) % 300);
    await child.until((lines) => lines.length >= enough && numbers(lines, 'saved').length > round % 3);
    child.process.kill('SIGKILL');
    await child.ended;

    const hits = numbers(child.lines, 'hit');
    const saves = numbers(child.lines, 'saved');
    expect(Math.min(...hits)).toBeGreaterThan(mostUsed);
    expect(saves.length).toBeGreaterThan(0);
    mostUsed = Math.max(mostUsed, ...hits);
    saved.push(...saves);

    const store = await createSqliteStore({ folder: at, mostBytes: 2 ** 30 });
    const now = Date.now();
    const look = { cost: 0, limit: Number.MAX_SAFE_INTEGER, windowEndsAtMs: now, now };
    expect((await store.hit('quota', look)).used).toBeGreaterThanOrEqual(mostUsed);
    const lost = [];
    for (const n of saved) {
      const bytes = await store.get(`render ${n}`, now);
      if (bytes === undefined || Buffer.compare(bytes, savedBytes(n)) !== 0) lost.push(n);
    }
    expect(lost).toEqual([]);
    await store.close();
  }
}, 120_000);
