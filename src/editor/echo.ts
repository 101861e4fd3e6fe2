// In: texts that the editor sent up and texts that come down. Out: which of those are only the editor's own words coming back.

/** Far more than can be under way between two renders. */
const kept = 50;

/** Line ends and a byte order mark as both editors hold them: offsets would not fit otherwise. */
export const editorText = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');

/**
 * The editor owns the text. While somebody types fast, the page may hand down a text from two keys ago: writing it into the
 * editor would eat those keys. A text that was never sent, or was overtaken by another one that came back, is a real change.
 */
export function echoFilter(): { sending: (text: string) => void; isEcho: (text: string) => boolean } {
  let sent: string[] = [];
  return {
    sending(text) {
      sent = [...sent.slice(-kept), text];
    },
    isEcho(text) {
      const at = sent.lastIndexOf(text);
      sent = at < 0 ? [] : sent.slice(at);
      return at >= 0;
    },
  };
}
