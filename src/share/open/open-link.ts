// In: whatever was pasted. Out: the text for the editor, what it was recognised as and what was left out of it; or why nothing can be
// opened. Edit links give their text as it was written, everything else is laid out. Pure, never throws.
import { altText } from '#shared/alt-text.ts';
import { readSpec } from '#shared/chart-spec.ts';
import type { Dialect } from '#shared/errors.ts';
import { formatJson } from '../../editor/format.ts';
import { readEditHash } from '../edit-link.ts';
import { readErrorHash } from '../error-link.ts';
import { findLink } from './find-link.ts';
import { readQuery } from './read-query.ts';

export type Opened =
  | {
      ok: true;
      text: string;
      /** `An Image-Charts URL, in HTML`. */
      what: string;
      /** The chart in words, or that it has problems. */
      shows: string;
      dialect: Dialect;
      leftOut: string[];
      notes: string[];
    }
  | { ok: false; sentence: string };

const no = (sentence: string): Opened => ({ ok: false, sentence });

export function openLink(pasted: string): Opened {
  const found = findLink(pasted);
  if (!found) return no('There is no link in this.');
  const { link, within, body, credentials } = found;
  const where = within ? `, in ${within}` : '';
  const leftOut = credentials.map((name) => `${name} (a credential)`);
  if (body !== undefined) return fromBody(body, `A chart${where}`, leftOut);
  const opened = fromLink(link);
  return opened.ok
    ? { ...opened, what: opened.what + where, leftOut: [...leftOut, ...opened.leftOut] }
    : opened;
}

/** How often one address may stand in another, encoded. */
const LAYERS = 3;

function fromLink(link: string, layer = 0): Opened {
  const hash = /(?:#|%23)v\d+\.[\s\S]*$/i.exec(link)?.[0];
  if (hash) return fromHash(hash.replace(/^%23/, '#'));
  const cut = link.indexOf('?');
  const whole = cut < 0 ? (/^(?:chart|c|cht|type)=/i.test(link) ? link : '') : link.slice(cut + 1);
  // What a browser would take for a fragment may be a colour of a chart that was never encoded.
  const query = /(?:^|&)(?:c|chart)=\s*\{/.test(whole) ? whole : whole.replace(/#.*$/s, '');
  const path = (cut < 0 ? link : link.slice(0, cut)).replace(/^https?:\/\/[^/]*/i, '').replace(/#.*$/s, '');
  const reading = readQuery(path, query);
  if (reading.ok) return laidOut(reading);
  // One encoding too many, by a mail program or a form; or an address that leads to another one.
  const inner = layer < LAYERS ? innerLink(link, query) : undefined;
  const opened = inner === undefined ? undefined : fromLink(inner.link, layer + 1);
  return opened?.ok ? { ...opened, notes: [...opened.notes, inner?.note ?? ''] } : no(reading.sentence);
}

function innerLink(link: string, query: string): { link: string; note: string } | undefined {
  const passedOn = /(?:^|&)(?:url|u|q|target|link)=(https?(?:%3A|:)[^&]+)/i.exec(query)?.[1];
  if (passedOn)
    return { link: decoded(passedOn) ?? passedOn, note: 'It stood in the address of another page.' };
  const once = /%25|%3[DF]|^https?%3A/i.test(link) ? decoded(link) : undefined;
  return once === undefined || once === link
    ? undefined
    : { link: once, note: 'It was percent-encoded once too often.' };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function fromHash(hash: string): Opened {
  const frozen = /^#v\d+\.e/.test(hash);
  const reading = frozen ? readErrorHash(hash) : readEditHash(hash);
  if (!reading.ok)
    return no(`This is an edit link of the playground, but it cannot be opened. ${reading.sentence}`);
  return {
    ok: true,
    text: reading.text,
    what: frozen ? 'An error link' : 'An edit link',
    shows: shows(parsed(reading.text)),
    dialect: 'chart-output',
    leftOut: frozen ? ['the answer it holds: open the link itself to see it'] : [],
    notes: [],
  };
}

function fromBody(body: string, what: string, leftOut: string[]): Opened {
  const value = parsed(body);
  if (value === undefined) return no('The command sends a body that is no JSON.');
  return laidOut({ value, what, dialect: 'chart-output', leftOut, notes: [] });
}

type Found = { value: unknown; what: string; dialect: Dialect; leftOut: string[]; notes: string[] };

function laidOut({ value, ...told }: Found): Opened {
  const json = JSON.stringify(value);
  const formatted = formatJson(json);
  return { ok: true, text: formatted.ok ? formatted.text : `${json}\n`, shows: shows(value), ...told };
}

function shows(value: unknown): string {
  const reading = readSpec(value);
  if (reading.ok) return altText(reading.spec);
  const count = reading.issues.length;
  return `It has ${count === 1 ? 'a problem' : `${count} problems`} that the editor will mark.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
