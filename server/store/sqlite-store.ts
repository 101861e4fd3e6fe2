// In: a folder and how much may be saved there. Out: a store in one file, which any number of processes on this machine may share
// and which outlives them all.
import { createDiskSync } from './disk-sync.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase } from './sqlite-file.ts';
import { createSqliteKeys } from './sqlite-keys.ts';
import type { Store } from './store.ts';
import { ValueTooLarge } from './store-failure.ts';

/** Rows removed in one go, so that a sweep never holds up the process for long. */
const SWEPT_AT_ONCE = 500;

// Numbered, because binding by name costs a fifth of a hit.
// For a window that is open, which most are: two thirds of the price of `HIT`. No row comes back when there is none, or no room.
const HIT_OPEN = `
  update counters set used = used + ?1 where key = ?2 and ends > ?3 and used + ?1 <= ?4
  returning used, ends`;

// Looks and takes at once. No row comes back when the cost does not fit; then nothing is written either.
const HIT = `
  insert into counters (key, used, ends) select ?1, ?2, ?3 where ?2 <= ?4
  on conflict (key) do update set
    used = iif(counters.ends > ?5, counters.used, 0) + excluded.used,
    ends = iif(counters.ends > ?5, counters.ends, excluded.ends)
  where iif(counters.ends > ?5, counters.used, 0) + excluded.used <= ?4
  returning used, ends`;

interface Row {
  used: number;
  ends: number;
}

/**
 * A charge survives the end of the process as soon as `hit` has settled; a saved value also a loss of power.
 *
 * @throws StoreFailure with a sentence for whoever starts the server
 */
export async function createSqliteStore({
  folder,
  mostBytes,
}: {
  folder: string;
  /** Bytes of all saved values. Beyond it the ones saved longest ago are removed. */
  mostBytes: number;
}): Promise<Store> {
  const { db, wal } = openDatabase(folder);
  const disk = await createDiskSync(wal);
  const group = createGroupCommit(db);
  const sql = {
    hitOpen: db.prepare(HIT_OPEN),
    hit: db.prepare(HIT),
    look: db.prepare('select used, ends from counters where key = ? and ends > ?'),
    giveBack: db.prepare(
      'update counters set used = max(0, used - ?) where key = ? and ends = ? and ends > ?',
    ),
    get: db.prepare('select bytes from saved where key = ? and ends > ?'),
    clear: db.prepare('delete from saved where key = ? and ends <= ?'),
    save: db.prepare(`insert into saved (key, bytes, saved, ends) values (?, ?, ?, ?)
      on conflict (key) do update set saved = excluded.saved, ends = max(saved.ends, excluded.ends)`),
    held: db.prepare('select saved_bytes as bytes from totals'),
    dropOldest: db.prepare(
      'delete from saved where key = (select key from saved order by saved, rowid limit 1)',
    ),
    sweepCounters: db.prepare(
      'delete from counters where key in (select key from counters where ends <= ? limit ?)',
    ),
    sweepSaved: db.prepare('delete from saved where key in (select key from saved where ends <= ? limit ?)'),
  };
  let closed = false;

  const look = (key: string, now: number) => sql.look.get(key, now) as Row | undefined;

  function keepWithinBound() {
    while ((sql.held.get() as { bytes: number }).bytes > mostBytes) sql.dropOldest.run();
  }

  async function sweepAll(statement: typeof sql.sweepSaved, now: number) {
    for (let removed = SWEPT_AT_ONCE; removed === SWEPT_AT_ONCE && !closed; )
      removed = await group.run(() => Number(statement.run(now, SWEPT_AT_ONCE).changes));
  }

  return {
    async hit(key, { cost, limit, windowEndsAtMs, now }) {
      const take = () =>
        (sql.hitOpen.all(cost, key, now, limit)[0] ??
          sql.hit.all(key, cost, windowEndsAtMs, limit, now)[0]) as Row | undefined;
      const taken = cost > 0 ? await group.run(take, { single: true }) : undefined;
      if (taken !== undefined) return { allowed: true, used: taken.used, resetAtMs: taken.ends };
      const { used, ends } = look(key, now) ?? { used: 0, ends: windowEndsAtMs };
      return { allowed: cost === 0 && used <= limit, used, resetAtMs: ends };
    },
    async giveBack(key, { cost, resetAtMs, now }) {
      await group.run(() => sql.giveBack.run(cost, key, resetAtMs, now));
    },
    async get(key, now) {
      const row = sql.get.get(key, now) as { bytes: Uint8Array } | undefined;
      return row?.bytes;
    },
    async save(key, bytes, { ttlMs, now }) {
      if (bytes.byteLength > mostBytes) throw new ValueTooLarge();
      await group.run(() => {
        sql.clear.run(key, now);
        sql.save.run(key, bytes, now, now + ttlMs);
        keepWithinBound();
      });
      await disk.now();
    },
    keys: createSqliteKeys({ db, group, disk }),
    state: () => 'ok',
    async sweep(now) {
      await sweepAll(sql.sweepCounters, now);
      await sweepAll(sql.sweepSaved, now);
    },
    async close() {
      if (closed) return;
      closed = true;
      group.flush();
      await disk.close();
      try {
        db.exec('pragma wal_checkpoint(truncate)');
      } catch {
        // Another process is at it, or the disk is full: what is in the WAL is as safe there.
      }
      db.close();
    },
  };
}
