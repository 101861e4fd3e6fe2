// In: the chart as it stands and the choices beside it. Out: the move that sends it.
import { useCallback } from 'react';
import { toBase64Url } from '#shared/base64url.ts';
import { RENDER_PATH, renderPath } from '#shared/render-url.ts';
import { getRequest, postRequest, type RenderRequest } from './send.ts';
import { imagePath } from './target.ts';
import type { CallMoves } from './use-call.ts';
import type { TargetState } from './use-target.ts';

type Wanted = {
  /** The text as JSON; undefined while it is none. */
  value: unknown;
  text: string;
  method: 'POST' | 'GET';
  key: string | null;
  moves: Pick<CallMoves, 'send'>;
} & Pick<TargetState, 'dialect' | 'origin' | 'sign'>;

export function useSending({ value, text, method, key, moves, dialect, origin, sign }: Wanted) {
  return useCallback(async () => {
    if (dialect === 'chart-output') {
      const request = chartOutput({ value, text, method, key });
      moves.send({ ...request, path: origin + request.path }, text);
      return;
    }
    const path = imagePath(value ?? text, dialect);
    // Where this server cannot sign, the other one says what it thinks of an unsigned request.
    const sent = sign ? await sign(path).catch(() => path) : path;
    moves.send({ ...getRequest(origin + sent, null), dialect }, text);
  }, [value, text, method, key, moves, dialect, origin, sign]);
}

function chartOutput({
  value,
  text,
  method,
  key,
}: Pick<Wanted, 'value' | 'text' | 'method' | 'key'>): RenderRequest {
  if (method === 'POST') return postRequest(text, key);
  const path = value === undefined ? `${RENDER_PATH}?chart=${toBase64Url(text)}` : renderPath(value);
  return getRequest(path, key);
}
