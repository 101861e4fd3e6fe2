// In: what another page posts, and who it is. Out: a request that may be answered, or nothing. Pure. Everything that comes in is
// somebody else's word: it is read by a schema, and only the page that frames this one is answered, at its own origin.
import { z } from 'zod';

const NAME = 'chart-playground';
const head = {
  source: z.literal(NAME),
  version: z.literal(1),
  id: z.union([z.string().max(100), z.number()]),
};
const request = z.discriminatedUnion('type', [
  z.object({ ...head, type: z.literal('get') }),
  z.object({ ...head, type: z.literal('set'), text: z.string().max(1_000_000) }),
]);
export type EmbedRequest = z.infer<typeof request>;

/** What is said to the framing page. `state` answers a request under its id; the others come by themselves. */
export type EmbedWord =
  | { type: 'ready' }
  | { type: 'changed'; text: string; ok: boolean }
  | {
      type: 'state';
      id: string | number;
      text: string;
      ok: boolean;
      problems: { path: string; message: string }[];
    }
  | { type: 'refused'; id: string | number; sentence: string }
  | { type: 'size'; width: number; height: number };

export const worded = (word: EmbedWord) => ({ source: NAME, version: 1, ...word });

/**
 * The request in a message; undefined for whatever is none, and for a sender that was not named.
 *
 * @param origins those that the address of this page names: others may not speak to it at all
 */
export function requestIn(
  data: unknown,
  sender: string,
  origins: readonly string[],
): EmbedRequest | undefined {
  if (!origins.includes(sender)) return undefined;
  const parsed = request.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

/** `?origin=https://host` as often as wanted; what is no origin of the web is left out. */
export function originsIn(search: string): string[] {
  return new URLSearchParams(search).getAll('origin').flatMap((given) => {
    try {
      const { origin, protocol } = new URL(given);
      return /^https?:$/.test(protocol) ? [origin] : [];
    } catch {
      return [];
    }
  });
}
