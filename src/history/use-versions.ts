// In: whether the list is looked at. Out: the versions there are and the moves on them; other tabs' versions appear when they come.
import { useCallback, useEffect, useState } from 'react';
import { onChange, tellOfChange } from './changes.ts';
import type { Version } from './version.ts';
import { keep, type VersionStore, versionStore } from './version-store.ts';

export function useVersions(open: boolean) {
  const [store, setStore] = useState<VersionStore>();
  const [versions, setVersions] = useState<readonly Version[]>();
  const load = useCallback(async () => {
    const ready = await versionStore();
    setStore(ready);
    setVersions(await ready.all().catch(() => []));
  }, []);
  useEffect(() => {
    if (!open) return;
    void load();
    return onChange(() => void load());
  }, [open, load]);

  const change = async (act: (ready: VersionStore) => Promise<void>) => {
    await act(await versionStore());
    await load();
    tellOfChange();
  };
  return {
    versions,
    lasting: store?.lasting ?? true,
    put: (one: Version) => change((ready) => keep(ready, [one])),
    putAll: (all: readonly Version[]) => change((ready) => keep(ready, all)),
    remove: (id: string) => change((ready) => ready.remove(id)),
    load,
  };
}
