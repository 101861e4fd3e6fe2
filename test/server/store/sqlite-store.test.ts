// In: the embedded engine. Out: whether it keeps the store's contract, its bound on disk, and its word about bad files.
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/store/sqlite-file.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { StoreFailure, ValueTooLarge } from '../../../server/store/store-failure.ts';
import { storeContract } from './store-contract.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'chart-store-'));
const open = (at = folder(), mostBytes = 2 ** 26) => createSqliteStore({ folder: at, mostBytes });
const life = (now: number) => ({ ttlMs: 1_000_000, now });

storeContract('SQLite', () => open());

describe('the file of the SQLite store', () => {
  it('is made together with its folder, and holds everything after it was closed', async () => {
    const at = join(folder(), 'deep', 'down');
    const first = await open(at);
    await first.hit('a', { cost: 2, limit: 5, windowEndsAtMs: 1000, now: 0 });
    await first.save('b', new Uint8Array([1, 2]), life(0));
    await first.close();
    const second = await open(at);
    expect((await second.hit('a', { cost: 1, limit: 5, windowEndsAtMs: 9, now: 1 })).used).toBe(3);
    expect(Array.from((await second.get('b', 1)) ?? [])).toEqual([1, 2]);
    await second.close();
  });

  it('of the version before there were keys is brought up to date and loses nothing', async () => {
    const at = folder();
    const first = await open(at);
    await first.hit('a', { cost: 2, limit: 5, windowEndsAtMs: 1000, now: 0 });
    await first.close();
    const { db } = openDatabase(at);
    db.exec('drop table keys; pragma user_version = 1');
    db.close();
    const second = await open(at);
    const key = { id: 'a', digest: '00', name: 'A', plan: 'pro', createdMs: 1 };
    await second.keys.add(key);
    expect((await second.hit('a', { cost: 1, limit: 5, windowEndsAtMs: 9, now: 1 })).used).toBe(3);
    await second.close();
    const third = await open(at);
    expect(await third.keys.list()).toEqual([key]);
    await third.close();
  });

  it('removes what was saved longest ago when more is saved than fits; saving again makes young', async () => {
    const store = await open(folder(), 100_000);
    const value = new Uint8Array(40_000);
    await store.save('a', value, life(1));
    await store.save('b', value, life(2));
    await store.save('a', value, life(3));
    await store.save('c', value, life(4));
    expect(await store.get('b', 5)).toBeUndefined();
    expect([await store.get('a', 5), await store.get('c', 5)]).not.toContain(undefined);
    await expect(store.save('d', new Uint8Array(100_001), life(5))).rejects.toThrow(ValueTooLarge);
    expect(await store.get('a', 6)).toBeDefined();
    await store.close();
  });

  it('uses freed room again: the file stays near its bound however much is saved', async () => {
    const at = folder();
    const store = await open(at, 2_000_000);
    const value = new Uint8Array(50_000);
    for (let i = 0; i < 400; i++) await store.save(`v ${i}`, value, life(i));
    await store.close();
    expect(statSync(join(at, 'chart-playground.db')).size).toBeLessThan(3_000_000);
  });

  it('counts its bytes anew after a sweep', async () => {
    const store = await open(folder(), 100_000);
    for (let i = 0; i < 1200; i++) void store.save(`short ${i}`, new Uint8Array(60), { ttlMs: 10, now: 0 });
    await store.save('long', new Uint8Array(20_000), life(0));
    await store.sweep(10);
    await store.save('more', new Uint8Array(79_000), life(11));
    expect(await store.get('long', 12)).toBeDefined();
    await store.close();
  });

  it.each([
    [
      'no database at all',
      (file: string) => writeFileSync(file, 'not a database '.repeat(1000)),
      'not a database',
    ],
    ['a folder', (file: string) => void openDatabase(file).db.close(), 'unable to open'],
    [
      'a table destroyed in the middle',
      (file: string) => {
        const { db } = openDatabase(join(file, '..'));
        const add = db.prepare('insert into counters values (?, 1, 1)');
        db.exec('begin');
        for (let i = 0; i < 5000; i++) add.run(`key ${i}`);
        db.exec('commit; pragma wal_checkpoint(truncate)');
        db.close();
        const bytes = new Uint8Array(statSync(file).size - 3 * 4096).fill(0xa5);
        const head = readFileSync(file).subarray(0, 3 * 4096);
        writeFileSync(file, Buffer.concat([head, bytes]));
      },
      'DATA_DIR',
    ],
    [
      'a newer version’s',
      (file: string) => {
        const { db } = openDatabase(join(file, '..'));
        db.exec('pragma user_version = 99');
        db.close();
      },
      'newer version',
    ],
  ])('is refused with a sentence when it is %s', async (_, spoil, sentence) => {
    const at = folder();
    spoil(join(at, 'chart-playground.db'));
    const opening = open(at);
    await expect(opening).rejects.toThrow(StoreFailure);
    await expect(opening).rejects.toThrow(/^DATA_DIR: /);
    await expect(opening).rejects.toThrow(sentence);
  });

  it('is refused when the folder cannot be one', async () => {
    const at = join(folder(), 'file');
    writeFileSync(at, '');
    await expect(open(join(at, 'below'))).rejects.toThrow(/^DATA_DIR: .*ENOTDIR/);
    expect(existsSync(join(at, 'below'))).toBe(false);
  });
});
