// In: a folder. Out: the one database file in it, opened, checked and of this version's shape; or why that cannot be.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DatabaseSyncInstance, SqliteModule } from '@photostructure/sqlite';
import { StoreFailure } from './store-failure.ts';

export type Database = DatabaseSyncInstance;

const FILE = 'chart-playground.db';
/** How long a statement waits for another process that is writing. */
const BUSY_MS = 2000;

/**
 * Each entry takes the file from one version to the next; `user_version` is how many have been applied. Rows of `counters` are
 * their own index. `totals` is kept by triggers, so that the bound on `saved` needs no scan and holds for any number of processes.
 */
const versions = [
  `create table counters (key text primary key, used integer not null, ends integer not null) strict, without rowid;
   create index counters_by_end on counters (ends);
   create table saved (key text primary key, bytes blob not null, saved integer not null, ends integer not null) strict;
   create index saved_by_age on saved (saved);
   create index saved_by_end on saved (ends);
   create table totals (saved_bytes integer not null, starts integer not null) strict;
   insert into totals values (0, 0);
   create trigger saved_more after insert on saved
     begin update totals set saved_bytes = saved_bytes + length(new.bytes); end;
   create trigger saved_less after delete on saved
     begin update totals set saved_bytes = saved_bytes - length(old.bytes); end;`,
  `create table keys (id text primary key, digest text not null, name text not null, plan text not null,
     created integer not null, used integer, revoked integer) strict, without rowid;`,
];

/**
 * WAL with `synchronous = normal`: a commit is in the system's hands and survives the end of this process; only a checkpoint
 * waits for the disk. Checkpoints are rarer than usual (16 MB), because each one holds up the whole process for tens of ms.
 */
const SETTINGS = `
  pragma busy_timeout = ${BUSY_MS};
  pragma journal_mode = wal;
  pragma synchronous = normal;
  pragma wal_autocheckpoint = 4000;
  pragma journal_size_limit = 67108864;`;

/** @throws StoreFailure with a sentence for whoever starts the server */
export function openDatabase(folder: string): { db: Database; wal: string } {
  const file = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true });
    const db = new (engine().DatabaseSync)(file);
    try {
      db.exec(SETTINGS);
      bringUpToDate(db);
      inspect(db);
      // Last: whether it can be written shows here, and the WAL file is there from now on.
      db.exec('update totals set starts = starts + 1');
    } catch (error) {
      db.close();
      throw error;
    }
    return { db, wal: `${file}-wal` };
  } catch (error) {
    throw new StoreFailure(`DATA_DIR: ${file} cannot be used: ${(error as Error).message}`, error);
  }
}

/** Node has SQLite itself from version 22 on; until then a package with the same face stands in. */
function engine(): SqliteModule {
  const own = process.getBuiltinModule('node:sqlite') as SqliteModule | undefined;
  return own ?? (createRequire(import.meta.url)('@photostructure/sqlite') as SqliteModule);
}

function bringUpToDate(db: Database) {
  db.exec('begin immediate');
  const { user_version: version } = db.prepare('pragma user_version').get() as { user_version: number };
  if (version > versions.length) throw new Error('it was written by a newer version of this server');
  for (const step of versions.slice(version)) db.exec(step);
  if (version < versions.length) db.exec(`pragma user_version = ${versions.length}`);
  db.exec('commit');
}

/** Reads what is small in full; of the pictures, which may be gigabytes, the index only. */
function inspect(db: Database) {
  for (const check of ['quick_check(counters)', 'quick_check(totals)', 'quick_check(keys)']) {
    const [said] = db.prepare(`pragma ${check}`).all() as { quick_check: string }[];
    if (said?.quick_check !== 'ok') throw new Error(said?.quick_check ?? 'it cannot be checked');
  }
  db.prepare('select count(saved) from saved').get();
}
