// In: the text of API_KEYS. Out: the keys by their digests, with their plans; the keys themselves are not kept.
import { z } from 'zod';
import { type KnownKey, keyDigest } from './auth.ts';
import { planNames } from './plans.ts';

const entry = z.object({ key: z.string().min(8), plan: z.enum(planNames) });

/** For zod's `transform`: `key:plan,key:plan`, or a JSON list of `{ key, plan }`; faults name the entry, never the key. */
export function readKeys(text: string, context: z.RefinementCtx): KnownKey[] {
  const say = (message: string) => {
    context.addIssue({ code: 'custom', message, input: undefined });
    return z.NEVER;
  };
  const list = entriesOf(text);
  if (list === undefined) return say('Expected key:plan,key:plan or a JSON list of { "key", "plan" }');
  const keys: KnownKey[] = [];
  for (const [index, given] of list.entries()) {
    const read = entry.safeParse(given);
    if (read.success) keys.push({ digest: keyDigest(read.data.key), plan: read.data.plan });
    else say(`Entry ${index + 1}: a key has at least 8 characters, a plan is one of ${planNames.join(', ')}`);
  }
  return keys;
}

function entriesOf(text: string): unknown[] | undefined {
  if (!text.startsWith('['))
    return text
      .split(',')
      .map((pair) => pair.trim())
      .filter(Boolean)
      .map((pair) => {
        const cut = pair.lastIndexOf(':');
        return { key: pair.slice(0, Math.max(0, cut)), plan: pair.slice(cut + 1) };
      });
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
