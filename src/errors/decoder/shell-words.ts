// In: a command line as it was copied from a shell. Out: its words without their quotes, and what stands after the command.

export type Shell = 'bash' | 'cmd' | 'powershell';
export type Words = { words: string[]; rest: string };

const ansi: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '', e: '', f: '\f', v: '\v' };

/** cmd's carets mean the next character itself; at a line's end, that the line goes on. Chrome doubles the line end inside texts. */
export const withoutCarets = (text: string): string =>
  text.replace(
    /\^(?:\r?\n(\r?\n)?|([\s\S]))/g,
    (_all, lineEnd?: string, sign?: string) => sign ?? (lineEnd ? '\n' : ''),
  );

/** Splits one command. Never throws: a quote without its end runs to the end of the text. */
export function shellWords(text: string, shell: Shell): Words {
  const escapeSign = shell === 'powershell' ? '`' : '\\';
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  for (; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === escapeSign && /^\r?\n/.test(text.slice(at + 1, at + 3))) {
      at += text[at + 1] === '\r' ? 2 : 1;
    } else if (sign === '\n' || sign === '\r' || (sign === ';' && word === undefined) || sign === '|') {
      break;
    } else if (/\s/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (sign === "'" && shell !== 'cmd') {
      const [piece, end] = singleQuoted(text, at + 1, shell);
      word = (word ?? '') + piece;
      at = end;
    } else if (sign === '$' && text[at + 1] === "'" && shell === 'bash') {
      const [piece, end] = ansiQuoted(text, at + 2);
      word = (word ?? '') + piece;
      at = end;
    } else if (sign === '"') {
      const [piece, end] = doubleQuoted(text, at + 1, shell);
      word = (word ?? '') + piece;
      at = end;
    } else if (sign === escapeSign && shell !== 'cmd') {
      word = (word ?? '') + (text[++at] ?? '');
    } else {
      word = (word ?? '') + sign;
    }
  }
  if (word !== undefined) words.push(word);
  return { words, rest: text.slice(at + 1) };
}

type Piece = [text: string, end: number];

function singleQuoted(text: string, from: number, shell: Shell): Piece {
  let piece = '';
  for (let at = from; ; ) {
    const end = text.indexOf("'", at);
    if (end < 0) return [piece + text.slice(at), text.length];
    piece += text.slice(at, end);
    if (shell !== 'powershell' || text[end + 1] !== "'") return [piece, end];
    piece += "'";
    at = end + 2;
  }
}

function doubleQuoted(text: string, from: number, shell: Shell): Piece {
  const escapeSign = shell === 'powershell' ? '`' : '\\';
  const special = shell === 'bash' ? '"\\$`\n' : '"\\';
  const pieces: string[] = [];
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (sign === escapeSign && (shell === 'powershell' || special.includes(next))) {
      if (next !== '\n') pieces.push(shell === 'powershell' ? (ansi[next] ?? next) : next);
      at++;
    } else if (sign === '"' && next === '"' && shell !== 'bash') {
      pieces.push('"');
      at++;
    } else if (sign === '"') return [pieces.join(''), at];
    else pieces.push(sign);
  }
  return [pieces.join(''), text.length];
}

/** `$'…'` of bash. */
function ansiQuoted(text: string, from: number): Piece {
  const pieces: string[] = [];
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === "'") return [pieces.join(''), at];
    if (sign !== '\\') {
      pieces.push(sign);
      continue;
    }
    const code = /^(?:u([\da-fA-F]{1,4})|x([\da-fA-F]{1,2}))/.exec(text.slice(at + 1, at + 6));
    const next = text[at + 1] ?? '';
    pieces.push(
      code ? String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16)) : (ansi[next] ?? next),
    );
    at += code ? code[0].length : 1;
  }
  return [pieces.join(''), text.length];
}
