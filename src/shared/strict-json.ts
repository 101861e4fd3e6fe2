// In: text. Out: the JSON value in it, or why there is none. Nesting is counted before anything is parsed: a megabyte of
// brackets holds JSON.parse for seconds, and whoever walks the result afterwards overflows its stack.
import { LIMITS } from './limits.ts';

export type JsonReading = { ok: true; value: unknown } | { ok: false; reason: 'syntax' | 'too_deep' };

/** Twice the depth of a chart: what is nested a little too deep still parses, so that the schema can name the place. */
const MOST_NESTING = LIMITS.depth * 2;

/** Reads strict JSON (RFC 8259). Never throws. Linear in the length of the text, also for hostile ones. */
export function readJson(text: string): JsonReading {
  if (nestsTooDeep(text)) return { ok: false, reason: 'too_deep' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, reason: 'syntax' };
  }
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 92 /* \ */) i++;
      else if (code === 34 /* " */) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 /* [ */ || code === 123 /* { */) {
      if (++depth > MOST_NESTING) return true;
    } else if (code === 93 /* ] */ || code === 125 /* } */) depth--;
  }
  return false;
}
