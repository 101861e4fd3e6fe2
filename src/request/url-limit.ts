// In: where a server is. Out: how long a URL it takes, by its own word; undefined where it says nothing about it.
import { z } from 'zod';

const shape = z.looseObject({ limits: z.looseObject({ urlCharacters: z.int().positive() }) });

export async function askUrlLimit(origin: string, signal: AbortSignal): Promise<number | undefined> {
  try {
    const answer = await fetch(`${origin}/api/v1/capabilities`, { signal });
    const read = shape.safeParse(await answer.json());
    return read.success ? read.data.limits.urlCharacters : undefined;
  } catch {
    return undefined;
  }
}
