// In: nothing. Out: what this server offers beyond the documented API, asked once.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { TestKey } from './api-keys.ts';

const shape = z.looseObject({
  testKeyStates: z.array(z.object({ key: z.string(), does: z.string() })).catch([]),
});

/**
 * The test keys of this server; none until it has answered, and none where it has none.
 *
 * @param ask false while nothing shall be sent at all
 */
export function useTestKeys(ask: boolean): readonly TestKey[] {
  const { data } = useQuery({
    enabled: ask,
    queryKey: ['capabilities'],
    queryFn: async ({ signal }) =>
      shape.parse(await (await fetch('/api/v1/capabilities', { signal })).json()),
  });
  return data?.testKeyStates ?? none;
}

const none: readonly TestKey[] = [];
