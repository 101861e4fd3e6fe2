// In: a picture with its URL. Out: what shows it in a page, a README, a mail or a chat: one text each, escaped for where it stands.
import type { Shown } from './shown.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text between tags, or in an attribute with double quotes. */
export const html = (text: string): string =>
  oneLine(text)
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/&#38;/g, '&amp;');

export function htmlSnippet(shown: Shown): string {
  if (shown.format === 'pdf') return `<a href="${html(shown.url)}">${html(linkWords(shown))}</a>`;
  const double = shown.doubleUrl === undefined ? '' : ` srcset="${html(shown.doubleUrl)} 2x"`;
  return `<img src="${html(shown.url)}"${double} width="${shown.width}" height="${shown.height}" alt="${html(shown.alt)}">`;
}

const linkWords = ({ title, format }: Shown): string => `${title || 'Chart'} (${format.toUpperCase()})`;

export function markdownSnippet(shown: Shown): string {
  return shown.format === 'pdf'
    ? `[${markdown(linkWords(shown))}](${destination(shown.url)})`
    : `![${markdown(shown.alt)}](${destination(shown.url)})`;
}

/** The picture is a link to its own source. */
export const markdownWithSource = (shown: Shown): string =>
  shown.format === 'pdf'
    ? `${markdownSnippet(shown)} ([edit](${destination(shown.editLink)}))`
    : `[${markdownSnippet(shown)}](${destination(shown.editLink)})`;

/** Any punctuation may stand behind a backslash (CommonMark §2.4); these are what some reader of Markdown takes for itself. */
const markdown = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>&!|~$#]/g, '\\$&');

/** Brackets and blanks would end it. */
const destination = (url: string): string =>
  url.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** Mail programs lay out at most this much. */
const MAIL_PX = 600;

/**
 * Outlook reads the attributes and nothing of `max-width`; phones read the style. The alternative text is styled, since many
 * programs show it until the reader lets pictures in.
 */
export function emailSnippet(shown: Shown): string {
  const width = Math.min(MAIL_PX, shown.width);
  const height = Math.round((shown.height * width) / shown.width);
  const style = `display: block; width: 100%; max-width: ${width}px; height: auto; border: 0; outline: none; text-decoration: none; font: 14px/20px Arial, sans-serif;`;
  return [
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">',
    '  <tr>',
    '    <td align="center" style="padding: 0;">',
    `      <img src="${html(shown.url)}" width="${width}" height="${height}" alt="${html(shown.alt)}" border="0" style="${style}">`,
    '    </td>',
    '  </tr>',
    '</table>',
  ].join('\n');
}

/** Block Kit documents 2,000 characters for either text. */
const SLACK_CHARACTERS = 2000;

export function slackSnippet({ url, alt, title }: Shown): string {
  const block = {
    type: 'image',
    ...(title ? { title: { type: 'plain_text', text: oneLine(title).slice(0, SLACK_CHARACTERS) } } : {}),
    image_url: url,
    alt_text: oneLine(alt).slice(0, SLACK_CHARACTERS),
  };
  return JSON.stringify({ blocks: [block] }, null, 2);
}
