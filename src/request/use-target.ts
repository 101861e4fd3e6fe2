// In: nothing. Out: where charts are sent and whether they are signed: shared by the request and by the links that are copied.
import { useCallback, useState } from 'react';
import type { Dialect } from '#shared/errors.ts';
import { originOf, type Target, thisServer } from './target.ts';

export type TargetState = {
  target: Target;
  setTarget: (target: Target) => void;
  dialect: Dialect;
  /** Before every path; empty for this server. */
  origin: string;
  /** What was signed last. */
  signedMessage: string | undefined;
  /** Signs a path; undefined where nothing is signed. */
  sign: ((path: string) => Promise<string>) | undefined;
};

export function useTarget(): TargetState {
  const [target, setTarget] = useState<Target>(thisServer);
  const [signedMessage, setSignedMessage] = useState<string>();
  const { dialect } = target;
  const place = originOf(target.base, location.origin);
  const signPath = useCallback(async (path: string) => {
    const { sign } = await import('./sign.ts');
    const signed = await sign(path);
    setSignedMessage(signed.message);
    return signed.path;
  }, []);
  return {
    target,
    setTarget,
    dialect,
    origin: place.ok ? place.origin : '',
    signedMessage,
    sign: dialect === 'image-charts' && target.signed ? signPath : undefined,
  };
}
