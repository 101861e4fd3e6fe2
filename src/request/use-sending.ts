// In: the chart as it stands and the choices beside it. Out: where it is sent, and the moves that send and sign it.
import { useCallback, useState } from 'react';
import { toBase64Url } from '#shared/base64url.ts';
import { RENDER_PATH, renderPath } from '#shared/render-url.ts';
import { getRequest, postRequest, type RenderRequest } from './send.ts';
import { sign } from './sign.ts';
import { imagePath, originOf, type Target, thisServer } from './target.ts';
import type { CallMoves } from './use-call.ts';

type Wanted = {
  /** The text as JSON; undefined while it is none. */
  value: unknown;
  text: string;
  method: 'POST' | 'GET';
  key: string | null;
  moves: Pick<CallMoves, 'send'>;
};

export type Sending = {
  target: Target;
  setTarget: (target: Target) => void;
  /** Before every path; empty for this server. */
  origin: string;
  /** What was signed last. */
  signedMessage: string | undefined;
  /** Signs a path; undefined where nothing is signed. */
  sign: ((path: string) => Promise<string>) | undefined;
  render: () => Promise<void>;
};

export function useSending({ value, text, method, key, moves }: Wanted): Sending {
  const [target, setTarget] = useState<Target>(thisServer);
  const [signedMessage, setSignedMessage] = useState<string>();
  const { dialect } = target;
  const place = originOf(target.base, location.origin);
  const origin = place.ok ? place.origin : '';
  const signs = dialect === 'image-charts' && target.signed;
  const signPath = useCallback(async (path: string) => {
    const signed = await sign(path);
    setSignedMessage(signed.message);
    return signed.path;
  }, []);

  const render = useCallback(async () => {
    if (dialect === 'chart-output') {
      const request = chartOutput({ value, text, method, key });
      moves.send({ ...request, path: origin + request.path }, text);
      return;
    }
    const path = imagePath(value ?? text, dialect);
    // Where this server cannot sign, the other one says what it thinks of an unsigned request.
    const sent = signs ? await signPath(path).catch(() => path) : path;
    moves.send({ ...getRequest(origin + sent, null), dialect }, text);
  }, [value, text, method, key, moves, dialect, origin, signs, signPath]);

  return { target, setTarget, origin, signedMessage, sign: signs ? signPath : undefined, render };
}

function chartOutput({ value, text, method, key }: Omit<Wanted, 'moves'>): RenderRequest {
  if (method === 'POST') return postRequest(text, key);
  const path = value === undefined ? `${RENDER_PATH}?chart=${toBase64Url(text)}` : renderPath(value);
  return getRequest(path, key);
}
