// In: nothing. Out: what this server offers beyond the documented API, asked once.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';

const shape = z.looseObject({ testKeys: z.boolean() });

/** Until the answer is there, and when it never comes, the usual is assumed: a server with test keys. */
export function useCapabilities(): { testKeys: boolean } {
  const { data } = useQuery({
    queryKey: ['capabilities'],
    queryFn: async ({ signal }) =>
      shape.parse(await (await fetch('/api/v1/capabilities', { signal })).json()),
  });
  return data ?? { testKeys: true };
}
