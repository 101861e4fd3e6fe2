// In: an open database and how it commits. Out: the keys in it, which any process on this machine may change while others read.
import type { DiskSync } from './disk-sync.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Database } from './sqlite-file.ts';
import type { StoredKey, StoredKeys } from './stored-keys.ts';

interface Row {
  id: string;
  digest: string;
  name: string;
  plan: string;
  created: number;
  used: number | null;
  revoked: number | null;
}

const keyOf = ({ id, digest, name, plan, created, used, revoked }: Row): StoredKey => ({
  id,
  digest,
  name,
  plan,
  createdMs: created,
  ...(used !== null && { usedDayMs: used }),
  ...(revoked !== null && { revokedMs: revoked }),
});

/** A key that was made or revoked also survives a loss of power. */
export function createSqliteKeys({
  db,
  group,
  disk,
}: {
  db: Database;
  group: GroupCommit;
  disk: DiskSync;
}): StoredKeys {
  const sql = {
    add: db.prepare(`insert into keys (id, digest, name, plan, created, used, revoked)
      values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`),
    find: db.prepare('select * from keys where id = ?'),
    list: db.prepare('select * from keys order by created, id'),
    change: db.prepare(`update keys set plan = coalesce(?, plan), used = coalesce(?, used),
      revoked = coalesce(?, revoked) where id = ? returning *`),
  };
  return {
    async add({ id, digest, name, plan, createdMs, usedDayMs = null, revokedMs = null }) {
      const { changes } = await group.run(() =>
        sql.add.run(id, digest, name, plan, createdMs, usedDayMs, revokedMs),
      );
      await disk.now();
      return Number(changes) === 1;
    },
    async find(id) {
      const row = sql.find.get(id) as Row | undefined;
      return row && keyOf(row);
    },
    list: async () => (sql.list.all() as unknown as Row[]).map(keyOf),
    async change(id, { plan = null, usedDayMs = null, revokedMs = null }) {
      const row = await group.run(() => sql.change.get(plan, usedDayMs, revokedMs, id) as Row | undefined);
      await disk.now();
      return row && keyOf(row);
    },
  };
}
