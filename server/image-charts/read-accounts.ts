// In: the text of IMAGE_CHARTS_ACCOUNTS. Out: the accounts that may sign, with their secrets.
import { z } from 'zod';
import type { Account } from './accounts.ts';

const entry = z.object({ id: z.string().regex(/^[\w.-]{1,64}$/), secret: z.string().min(8) });

/** For zod's `transform`: `id:secret,id:secret`; a fault names the entry, never the secret. */
export function readAccounts(text: string, context: z.RefinementCtx): Account[] {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter(Boolean);
  return pairs.flatMap((pair, index): Account[] => {
    const cut = pair.indexOf(':');
    const read = entry.safeParse({ id: pair.slice(0, Math.max(0, cut)), secret: pair.slice(cut + 1) });
    if (read.success) return [read.data];
    const rule =
      'Expected id:secret, the id of letters, digits, ".", "_", "-", the secret of at least 8 characters';
    context.addIssue({ code: 'custom', message: `Entry ${index + 1}: ${rule}`, input: undefined });
    return [];
  });
}
