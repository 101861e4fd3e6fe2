// In: pieces of text and of HTML. Out: HTML in which no text can become markup.

/** Markup that is safe to put into a page as it stands. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Html | string | number | undefined | readonly Piece[];

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(textOf).join('');
  return String(piece).replace(/[&<>"']/g, (letter) => escapes[letter] ?? '');
}

/** `html\`<p>${words}</p>\``: words are escaped, Html is not; undefined leaves nothing, lists stand one after the other. */
export const html = (parts: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(parts.map((part, i) => part + textOf(pieces[i])).join(''));

/** A sentence of the document: `code` and **weight** are the only marks it knows. */
export const prose = (sentence: string): Html =>
  new Html(
    textOf(sentence)
      .replace(/`([^`]+)`/g, '<code>$1</code>')
      .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>'),
  );
