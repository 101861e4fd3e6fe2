// In: the address bar and what the browser kept. Out: the text to begin with, and what to tell about where it came from.
// A link wins over the draft of this tab, that one over the last draft, that one over an example.
import { formatJson } from './editor/format.ts';
import { examples } from './examples.ts';
import { type KeptDraft, keptDraft } from './kept-draft.ts';
import type { Exchange } from './request/send.ts';

export type Start = {
  text: string;
  /** The answer that a link brought along. */
  frozen?: Exchange;
  notice?: { kind: 'opened' | 'frozen'; draft?: KeptDraft } | { kind: 'broken-link'; sentence: string };
};

export const exampleText = (chart: object): string => {
  const formatted = formatJson(JSON.stringify(chart));
  return formatted.ok ? formatted.text : JSON.stringify(chart, null, 2);
};

/** @param kept whether the browser's own draft may be shown: not in a frame of another page, which is told what stands there */
export async function readStart(hash: string, kept = true): Promise<Start> {
  const draft = kept ? keptDraft() : undefined;
  const usual = () => draft?.text ?? exampleText(examples[0]?.chart ?? {});
  if (!/^#v\d+\./.test(hash)) return { text: usual() };
  const link = await readLink(hash);
  if (!link.ok) return { text: usual(), notice: { kind: 'broken-link', sentence: link.sentence } };
  const other = draft && draft.text !== link.text ? { draft } : {};
  return link.frozen
    ? { text: link.text, frozen: link.frozen, notice: { kind: 'frozen', ...other } }
    : { text: link.text, notice: { kind: 'opened', ...other } };
}

/** The readers are loaded when there is a link to read. */
async function readLink(
  hash: string,
): Promise<{ ok: true; text: string; frozen?: Exchange } | { ok: false; sentence: string }> {
  if (/^#v\d+\.e/.test(hash)) {
    const link = (await import('./share/error-link.ts')).readErrorHash(hash);
    return link.ok ? { ok: true, text: link.text, frozen: link.exchange } : link;
  }
  return (await import('./share/edit-link.ts')).readEditHash(hash);
}
