// In: text that is meant to be JSON and is a JavaScript literal, JSON with comments, or nearly JSON. Out: the edits that make it JSON
// and leave everything else as typed, each with its kind; nothing where no reading makes sense of it. Pure; nothing is ever run.
import type { TextEdit } from '../edit-value.ts';
import { aroundEdits } from './around.ts';
import { readString, type StringReading } from './string-edits.ts';

export type JsonEditKind =
  | 'around'
  | 'bracket'
  | 'colon'
  | 'comment'
  | 'comma'
  | 'function'
  | 'key'
  | 'missing-comma'
  | 'number'
  | 'text'
  | 'word';
export type JsonEdit = TextEdit & { kind: JsonEditKind };

/** As deep as the schema lets a chart nest, and some more for what stands around it. */
const DEEPEST = 60;

export function jsonEdits(text: string): JsonEdit[] | undefined {
  const around = aroundEdits(text);
  const reader = new Reader(text, around.start, around.end);
  if (!reader.whole()) return undefined;
  const edits = joined([...around.edits, ...reader.edits]);
  return edits.length > 0 ? edits : undefined;
}

/** In the order of the text; what is put in where something else is replaced becomes one edit with it. */
function joined(edits: readonly JsonEdit[]): JsonEdit[] {
  const inOrder = edits.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  const done: JsonEdit[] = [];
  for (const edit of inOrder) {
    const last = done.at(-1);
    if (last?.offset === edit.offset) done.splice(-1, 1, { ...edit, content: last.content + edit.content });
    else done.push(edit);
  }
  return done;
}

/** A walk over the text that takes down what has to change. Every method is false where it does not know on. */
class Reader {
  readonly edits: JsonEdit[] = [];
  readonly text: string;
  readonly end: number;
  at: number;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  whole(): boolean {
    this.space();
    if (!this.value(0)) return false;
    this.space();
    return this.at >= this.end;
  }

  private edit(kind: JsonEditKind, offset: number, length: number, content: string): void {
    this.edits.push({ kind, offset, length, content });
  }

  private rest(): string {
    return this.text.slice(this.at, this.end);
  }

  /** Blanks; comments are taken away. */
  private space(): void {
    for (;;) {
      const blank = /^[\s\uFEFF]+/.exec(this.rest())?.[0] ?? '';
      this.at += blank.length;
      const comment = /^(?:\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|#[^\r\n]*)/.exec(this.rest())?.[0];
      if (comment === undefined) return;
      this.edit('comment', this.at, comment.length, '');
      this.at += comment.length;
    }
  }

  private value(depth: number): boolean | 'function' {
    if (depth > DEEPEST) return false;
    const sign = this.text[this.at] ?? '';
    if (this.at >= this.end) return false;
    if (sign === '{') return this.many('}', depth, () => this.property(depth + 1));
    if (sign === '[') return this.many(']', depth, () => this.item(depth + 1));
    if (/["'`“”„‘’]/.test(sign)) return this.string('text');
    if (/[\d.+-]/.test(sign)) return this.number();
    return this.word();
  }

  private string(kind: 'text' | 'key'): boolean {
    const reading: StringReading | undefined = readString(this.text, this.at, this.end);
    if (!reading) return false;
    if (reading.content !== undefined) this.edit(kind, this.at, reading.end - this.at, reading.content);
    this.at = reading.end;
    return true;
  }

  /** The inside of a bracket: parts with commas between them, whatever is missing or too much. */
  private many(closer: '}' | ']', depth: number, part: () => boolean): boolean {
    if (depth > DEEPEST) return false;
    this.at++;
    let comma: number | undefined;
    let endOfLast: number | undefined;
    for (;;) {
      this.space();
      const sign = this.text[this.at];
      if (this.at >= this.end || sign === closer) {
        if (comma !== undefined) this.edit('comma', comma, 1, '');
        if (sign === closer && this.at < this.end) this.at++;
        // Behind the last thing that stands there, not on a line of its own far below.
        else this.edit('bracket', this.at, 0, closer);
        return true;
      }
      if (sign === ',') {
        if (comma !== undefined || endOfLast === undefined) this.edit('comma', this.at, 1, '');
        else comma = this.at;
        this.at++;
        continue;
      }
      if (/[}\])]/.test(sign ?? '')) return false;
      const start = this.at;
      const edits = this.edits.length;
      if (endOfLast !== undefined && comma === undefined) this.edit('missing-comma', endOfLast, 0, ',');
      this.gone = false;
      if (!part()) return false;
      if (this.gone) this.takeOut(start, edits, comma);
      else endOfLast = this.at;
      comma = undefined;
      if (this.gone && endOfLast !== undefined) comma = this.swallowedComma;
      this.gone = false;
    }
  }

  /** The part just read was a function: it goes, with its comma. */
  private gone = false;
  private swallowedComma: number | undefined;

  private takeOut(start: number, edits: number, comma: number | undefined): void {
    this.edits.length = edits;
    const behind = /^\s*,/.exec(this.rest())?.[0].length ?? 0;
    // The blanks before the part go with it.
    const before = /\s*$/.exec(this.text.slice(0, start))?.[0].length ?? 0;
    this.edit('function', start - before, before + (this.at - start) + behind, '');
    this.at += behind;
    // What stood before keeps its comma, unless nothing follows: then the closing bracket takes it away.
    this.swallowedComma = comma;
  }

  private item(depth: number): boolean {
    const found = this.value(depth);
    if (found === 'function') this.gone = true;
    return found !== false;
  }

  private property(depth: number): boolean {
    if (!this.key()) return false;
    this.space();
    const sign = this.text[this.at];
    if (sign === '(') return this.body();
    if (sign === ':') this.at++;
    else if (sign === '=') {
      this.edit('colon', this.at, 1, ':');
      this.at++;
    } else if (/["'{[\d-]/.test(sign ?? '')) this.edit('colon', this.at, 0, ': ');
    else return false;
    this.space();
    return this.item(depth);
  }

  private key(): boolean {
    if (/["'`“”„‘’]/.test(this.text[this.at] ?? '')) return this.string('key');
    const name = /^[\p{L}_$][\p{L}\p{N}_$-]*|^\d+/u.exec(this.rest())?.[0];
    if (!name) return false;
    this.edit('key', this.at, name.length, JSON.stringify(name));
    this.at += name.length;
    return true;
  }

  private number(): boolean | 'function' {
    const written = /^[+-]?(?:Infinity|0[xob][\da-f]+|(?:\d[\d_]*)?\.?\d*(?:e[+-]?\d+)?)/i.exec(
      this.rest(),
    )?.[0];
    if (!written || !/[\d]|Infinity/.test(written)) return this.word();
    // A comma or a letter right behind it: 1,200 is two values, 12px is none.
    if (/^[\p{L}_$]/u.test(this.text.slice(this.at + written.length, this.at + written.length + 1)))
      return false;
    const value = Number(written.replaceAll('_', ''));
    if (!Number.isFinite(value)) this.edit('word', this.at, written.length, 'null');
    else if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(written))
      this.edit('number', this.at, written.length, String(value));
    this.at += written.length;
    return true;
  }

  private word(): boolean | 'function' {
    if (/^(?:async\b|function\b|\(|[\w$]+\s*=>)/.test(this.rest())) return this.body() && 'function';
    const word = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(this.rest())?.[0];
    if (!word) return false;
    // A call or a member of something: only running it could tell what it is.
    if (/^\s*[.(]/.test(this.text.slice(this.at + word.length, this.end)) || word === 'new') return false;
    const plain =
      words[word] ?? (/^(true|false|null)$/i.test(word) ? word.toLowerCase() : JSON.stringify(word));
    if (plain !== word) this.edit('word', this.at, word.length, plain);
    this.at += word.length;
    return true;
  }

  /** A function, whatever it holds: up to the comma or bracket that ends its place. */
  private body(): boolean {
    const open: string[] = [];
    while (this.at < this.end) {
      const sign = this.text[this.at] ?? '';
      if (/["'`]/.test(sign)) {
        const quoted = new RegExp(`^${sign}(?:[^\\\\]|\\\\[\\s\\S])*?${sign}`).exec(this.rest())?.[0];
        if (quoted === undefined) return false;
        this.at += quoted.length;
        continue;
      }
      const closer = closers[sign];
      if (closer !== undefined) open.push(closer);
      else if (/[)\]}]/.test(sign)) {
        if (open.length === 0) break;
        if (open.pop() !== sign) return false;
      } else if (sign === ',' && open.length === 0) break;
      this.at++;
    }
    while (/\s/.test(this.text[this.at - 1] ?? '')) this.at--;
    this.gone = true;
    return open.length === 0;
  }
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const words: Readonly<Record<string, string>> = {
  undefined: 'null',
  NaN: 'null',
  Infinity: 'null',
  None: 'null',
  nil: 'null',
};
