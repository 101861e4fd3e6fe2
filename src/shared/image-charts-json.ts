// In: the text of a chart as the Image-Charts dialect takes it: JSON, or JSON with single quotes, bare keys, comments and trailing
// commas. Out: the value in it, or why there is none. Nothing in the text is ever run.
import JSON5 from 'json5';
import { LIMITS } from './limits.ts';
import { readJson } from './strict-json.ts';

export type RelaxedReading = { ok: true; value: unknown } | { ok: false; why: string };

/** As deep as strict JSON may nest, see `readJson`. */
const MOST_NESTING = LIMITS.depth * 2;
const TOO_DEEP: RelaxedReading = { ok: false, why: `nesting must be at most ${LIMITS.depth} levels deep` };

/**
 * Strict JSON first: it is read a hundred times faster. A text in quotes that holds a chart is opened once: the official clients
 * send it so when they are given a text. Never throws; keys such as `__proto__` come out as plain own keys.
 */
export function readRelaxedJson(text: string): RelaxedReading {
  const first = readOnce(text);
  return first.ok && typeof first.value === 'string' ? readOnce(first.value) : first;
}

function readOnce(text: string): RelaxedReading {
  if (nestsTooDeep(text)) return TOO_DEEP;
  const strict = readJson(text);
  if (strict.ok) return strict;
  try {
    // Inside a text these two make the parser write a warning to the console; anywhere else they are spaces.
    return { ok: true, value: JSON5.parse(text.replace(/[\u2028\u2029]/g, ' ')) };
  } catch (error) {
    return { ok: false, why: whyNot(error, text) };
  }
}

function whyNot(error: unknown, text: string): string {
  if (/\bfunction\b|=>/.test(text)) return 'functions cannot be sent, a chart is plain data';
  const { lineNumber, columnNumber } = (typeof error === 'object' ? error : {}) as Record<string, unknown>;
  return typeof lineNumber === 'number' && typeof columnNumber === 'number'
    ? `it cannot be read from line ${lineNumber}, column ${columnNumber} on`
    : 'it cannot be read';
}

/** Counts brackets outside of texts and comments, in one pass. What is no JSON5 may be miscounted: then the parser refuses it. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"' || sign === "'") i = endOfText(text, i);
    else if (sign === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) i = endOfComment(text, i);
    else if (sign === '[' || sign === '{') {
      if (++depth > MOST_NESTING) return true;
    } else if (sign === ']' || sign === '}') depth--;
  }
  return false;
}

function endOfText(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === text[start]) return i;
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  if (text[start + 1] === '/') {
    for (let i = start; i < text.length; i++) if (text[i] === '\n' || text[i] === '\r') return i;
    return text.length;
  }
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 1;
}
