// In: whatever was pasted, of any size. Out: the part worth reading, as text: without terminal colours and binary bodies, one
// exchange out of a HAR, and never more than a bound.
import { readJson } from '#shared/strict-json.ts';
import { chooseEntry } from './read-har.ts';

/** Characters that are read: a chart of 20 × 1000 points pasted with its answer fits several times. */
const MOST_READ = 262_144;
/** The same for a text that does not begin like anything known: it is looked at, and no more. */
const MOST_OF_NOISE = 65_536;
const promising =
  /curl|HTTP\/\d|fetch\(|Invoke-|"(?:error|request|level|entries|data)"|x-ic-|retry-after|status code|\] "[A-Z]{3,7} \//i;
/** A HAR is read whole before one entry is taken out of it: half a file is no JSON. */
const MOST_HAR = 8_388_608;

export type Narrowed = {
  text: string;
  /** Characters behind the bound that nothing looked at. */
  unread: number;
  /** Characters of a body that is no text, left out. */
  binary: number;
};

export function narrow(pasted: string): Narrowed {
  const entry = /^\s*[[{]/.test(pasted.slice(0, 200)) ? harEntry(pasted) : undefined;
  const whole = entry ?? pasted;
  const most = promising.test(whole.slice(0, 8192)) ? MOST_READ : MOST_OF_NOISE;
  const unread = Math.max(0, whole.length - most);
  const text = withoutColours(whole.slice(0, most).replace(/^\ufeff/, ''));
  const start = binaryStart(text);
  return start === undefined
    ? { text, unread, binary: 0 }
    : { text: text.slice(0, start), unread: 0, binary: text.length - start + unread };
}

function harEntry(pasted: string): string | undefined {
  if (pasted.length > MOST_HAR || !/"(?:entries|request)"\s*:/.test(pasted.slice(0, 65_536)))
    return undefined;
  const json = readJson(pasted);
  const entry = json.ok ? chooseEntry(json.value) : undefined;
  return entry === undefined ? undefined : JSON.stringify(entry, null, 2);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals write them
const colours = /\x1b\[[\d;]{0,20}[A-Za-z]/g;
const withoutColours = (text: string): string => (text.includes('\x1b') ? text.replace(colours, '') : text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of it
const noText = /[\x00-\x08\x0e-\x1f\ufffd]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of it
const noTexts = /[\x00-\x08\x0e-\x1f\ufffd]/g;
/** This many within one window are no accident of a terminal. */
const ENOUGH = 4;
const WINDOW = 256;

/** Where bytes begin that were never text: pictures and compressed bodies, after they went through a clipboard. */
function binaryStart(text: string): number | undefined {
  const first = noText.exec(text)?.index;
  if (first === undefined) return undefined;
  if ((text.slice(first, first + WINDOW).match(noTexts)?.length ?? 0) < ENOUGH) return undefined;
  const lineStart = text.lastIndexOf('\n', first) + 1;
  // `\x89PNG` and the like begin with letters that belong to the picture: the line they stand on is all picture.
  const lead = text.slice(lineStart, first);
  return lead.length <= 12 || /JFIF|PNG|RIFF|GIF8|%PDF/.test(lead) ? lineStart : first;
}
