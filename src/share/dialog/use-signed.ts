// In: the way paths are signed, where they are. Out: signed paths, fetched when they are asked for.
import { useCallback, useEffect, useState } from 'react';
import type { Workbench } from '../../workbench.ts';

/** @param wanted the path in use, signed ahead */
export function useSigned(sign: Workbench['sign'], wanted: string | undefined) {
  const [paths, setPaths] = useState<ReadonlyMap<string, string>>(new Map());
  const missing = sign !== undefined && wanted !== undefined && !paths.has(wanted);
  useEffect(() => {
    if (!missing || !sign || !wanted) return;
    let gone = false;
    // Where it cannot be signed, the unsigned path is what the server will judge.
    void sign(wanted)
      .catch(() => wanted)
      .then((path) => !gone && setPaths((before) => new Map(before).set(wanted, path)));
    return () => {
      gone = true;
    };
  }, [missing, sign, wanted]);
  return useCallback((path: string) => (sign ? paths.get(path) : path), [sign, paths]);
}
