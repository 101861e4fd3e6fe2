// In: what is wrong with a request. Out: the same as the text of the header x-ic-error-validation: a JSON array, ASCII, never long.
import type { Fault } from '#shared/image-charts-faults.ts';

/** Proxies in their usual settings give all headers together 4 or 8 KB. */
const MOST_CHARACTERS = 3000;
const MOST_MESSAGE = 200;
const MOST_STEP = 60;
const MOST_STEPS = 26;

/** As many faults as fit, in their order, and at least the first one. */
export function validationHeader(faults: readonly Fault[]): string {
  const kept: string[] = [];
  let length = 2;
  for (const fault of faults) {
    const item = ascii(JSON.stringify(short(fault)));
    length += item.length + 1;
    if (kept.length > 0 && length > MOST_CHARACTERS) break;
    kept.push(item);
  }
  return `[${kept.join(',')}]`;
}

const short = ({ message, path, type, context }: Fault): Fault => ({
  message: message.slice(0, MOST_MESSAGE),
  path: path.slice(0, MOST_STEPS).map((step) => (typeof step === 'string' ? step.slice(0, MOST_STEP) : step)),
  type,
  context: Object.fromEntries(
    Object.entries(context).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, MOST_MESSAGE) : value,
    ]),
  ),
});

/** Header values are ASCII (RFC 9110 §5.5); JSON has an escape for everything else. */
const ascii = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
