// In: the built server, killed in the middle of its work, again and again. Out: whether everything that it had answered still
// holds. Three times here; `npm run drills -- crash` does it ten times, and with a Redis too.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { crashRounds } from '../../drills/crash-rounds.ts';

it('keeps every charge and every saved picture through three kills under load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chart-drill-'));
  const { rounds, saved, lost } = await crashRounds(3, {
    env: { DATA_DIR: folder },
    open: () => createSqliteStore({ folder, mostBytes: 2 ** 30 }),
  });
  for (const { acknowledged, charged, sent, cut, odd } of rounds) {
    expect(charged).toBeGreaterThanOrEqual(acknowledged);
    expect(charged).toBeLessThanOrEqual(sent);
    expect(cut).toBeGreaterThan(0);
    expect(odd).toEqual([]);
  }
  expect(lost).toEqual([]);
  expect(saved).toBeGreaterThan(15);
}, 120_000);
