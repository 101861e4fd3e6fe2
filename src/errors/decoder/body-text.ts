// In: what stands where a body is expected. Out: the body itself: a JSON value without the prompt or the note that follows it.
import { parse } from 'jsonc-parser';
import { readJson } from '#shared/strict-json.ts';

/** A JSON value up to its own end; any other text trimmed. */
export function bodyText(text: string): string {
  const body = text.trim();
  if (body[0] !== '{' && body[0] !== '[') return body;
  const end = closingOf(body, 0);
  return end === undefined ? body : body.slice(0, end);
}

/** The place after the bracket that closes the one at `start`, or undefined when it never closes. */
export function closingOf(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92 /* \ */) at++;
      else if (code === 34 /* " */) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 /* [ */ || code === 123 /* { */) depth++;
    else if ((code === 93 /* ] */ || code === 125) /* } */ && --depth === 0) return at + 1;
  }
  return undefined;
}

export type LooseJson = {
  value: Record<string, unknown>;
  /** The text ended before its value did. */
  cut: boolean;
};

/** The object in a text, also when its end is missing; undefined when there is none. Never throws. */
export function looseJson(text: string): LooseJson | undefined {
  const body = text.trimStart();
  if (body[0] !== '{') return undefined;
  const json = readJson(body);
  if (json.ok) return { value: json.value as Record<string, unknown>, cut: false };
  if (json.reason === 'too_deep' || closingOf(body, 0) !== undefined) return undefined;
  const value: unknown = parse(body, [], { allowTrailingComma: true });
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { value: value as Record<string, unknown>, cut: true }
    : undefined;
}
