// In: where the server is. Out: the stored pictures of this visit, and the move that stores one, which only a person makes.
import { useCallback, useState } from 'react';
import { z } from 'zod';
import { errorRow } from '#shared/errors.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import { keptChoice, keyOf } from '../../request/api-keys.ts';
import { verdictOf } from '../../request/call.ts';
import { postRequest, send } from '../../request/send.ts';

export type Storing = {
  stored: (chart: unknown) => string | undefined;
  store: (chart: unknown) => Promise<void>;
  busy: boolean;
  /** Why the last one could not be stored. */
  failure: string | undefined;
};

const answer = z.object({ url: z.url() });

export function useStored(origin: string): Storing {
  const [links, setLinks] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const stored = useCallback((chart: unknown) => links.get(origin + JSON.stringify(chart)), [links, origin]);
  const store = useCallback(
    async (chart: unknown) => {
      setBusy(true);
      setFailure(undefined);
      const body = JSON.stringify({ ...(chart as object), returnUrl: true });
      const request = { ...postRequest(body, keyOf(keptChoice())), path: origin + RENDER_PATH };
      const exchange = await send(request, new AbortController().signal);
      const { result } = exchange;
      const link = answer.safeParse(result.kind === 'answer' ? parsed(result.body) : undefined);
      if (link.success) {
        const name = origin + JSON.stringify(chart);
        setLinks((before) => new Map(before).set(name, link.data.url));
      } else {
        const verdict = verdictOf(exchange);
        const row = 'code' in verdict && verdict.kind !== 'undocumented' ? errorRow(verdict.code) : undefined;
        setFailure(row ? `${row.title}. ${row.fix}` : 'The server gave no link back.');
      }
      setBusy(false);
    },
    [origin],
  );
  return { stored, store, busy, failure };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
