// In: any text of a chart. Out: the text as it is measured and drawn, and as it may stand between two tags.

/** What XML 1.0 cannot hold, escaped or not: control characters, halves of surrogate pairs, two non-characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** To be called before measuring, so that what was left out takes no room. White space becomes spaces, as on a canvas. */
export const drawable = (text: unknown): string =>
  String(text)
    .replace(FORBIDDEN, '')
    .replace(/[\t\n\r]/g, ' ');

/** For `drawable` text between tags; no text of a chart ever stands in an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? '');
