// In: text that is meant to be JSON. Out: the tree with offsets and, in words a person can act on, what is not JSON about it.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { LIMITS } from '#shared/limits.ts';
import { bracketsOf } from './brackets.ts';
import { singleQuoted, statementAround } from './foreign.ts';
import { lineOf, lineStarts, type Problem, problemMaker, type TextRange } from './problem.ts';

/** `root` may be there although there are problems: the parser goes on as well as it can. */
export type Syntax = { root?: Node; problems: Problem[] };

type Fault = { message: string; range: TextRange };

/** One slip makes the parser stumble several times in a row: only the first word of a line is worth reading. */
const shown = 20;

/** Strict JSON: comments, trailing commas and single quotes are problems. Never throws. */
export function readSyntax(text: string): Syntax {
  const problem = problemMaker(text);
  const told = (fault: Fault): Problem =>
    problem({ severity: 'error', source: 'syntax', path: [], ...fault });
  if (text.trim() === '') return { problems: [told({ message: empty, range: { start: 0, end: 0 } })] };
  const { open, tooDeep } = bracketsOf(text);
  if (tooDeep !== undefined) {
    const message = `Nesting must be at most ${LIMITS.depth} levels deep`;
    return { problems: [told({ message, range: { start: tooDeep, end: tooDeep + 1 } })] };
  }
  const around = statementAround(text);
  if (around) return { problems: [told(around)] };
  const { found, repaired } = singleQuoted(text);
  const errors: ParseError[] = [];
  const root = parseTree(repaired, errors, { disallowComments: true, allowTrailingComma: false });
  const faults = errors
    .filter((error, index) => index + found.length === 0 || !saysOnlyMore(error))
    .map((error) => told(faultOf(error, repaired, open)));
  const problems = [...found.map(told), ...firstOfEachLine(faults)];
  problems.sort((a, b) => a.range.start - b.range.start);
  return { root, problems: problems.slice(0, shown) };
}

/** After another slip the parser may take the end of an inner value for the end of all. */
const saysOnlyMore = ({ error }: ParseError) => printParseErrorCode(error) === 'EndOfFileExpected';

const empty = 'The chart is empty. Begin with { "type": "bar", "data": … } or load an example';

function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const lines = new Set<number>();
  return problems.filter(({ line }) => !lines.has(line) && lines.add(line));
}

function faultOf(error: ParseError, text: string, open: readonly number[]): Fault {
  const range = { start: error.offset, end: error.offset + error.length };
  const word = text.slice(range.start, Math.min(range.end, range.start + 40));
  const comma = commaBefore(text, range.start);
  const closes = text[range.start] === '}' || text[range.start] === ']';
  const plain = (message: string): Fault => ({ message, range });
  const code = printParseErrorCode(error.error);
  switch (code) {
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return plain('Comments are not allowed in JSON: remove it');
    case 'PropertyNameExpected':
    case 'ValueExpected':
      if (comma !== undefined && (closes || range.start >= text.trimEnd().length))
        return {
          message: 'Trailing comma: nothing follows it, remove it',
          range: { start: comma, end: comma + 1 },
        };
      if (range.start >= text.trimEnd().length) return unclosed(text, open, range);
      if (code === 'PropertyNameExpected') return plain('A key in double quotes is expected here');
      return { message: 'A value is expected after this', range: lastBefore(text, range.start) ?? range };
    case 'CommaExpected':
      return plain('A comma is missing before this');
    case 'ColonExpected':
      return {
        message: 'A colon is missing between key and value',
        range: lastBefore(text, range.start) ?? range,
      };
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return unclosed(text, open, range);
    case 'EndOfFileExpected':
      return plain('The chart ends before this: only one value is allowed');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return plain(`"${word}" is not a number of JSON: write it as 0.5 or 12e3`);
    case 'UnexpectedEndOfString':
      return plain('This text has no closing double quote on its line');
    case 'InvalidUnicode':
      return plain('A \\u must be followed by four hex digits');
    case 'InvalidEscapeCharacter':
      return plain('A backslash may be followed by " \\ / b f n r t or u only');
    case 'InvalidCharacter':
      return plain('Line breaks and tabs inside a text are written \\n and \\t');
    default:
      return plain(symbolSentence(word));
  }
}

function symbolSentence(word: string): string {
  if (word.startsWith("'") || word.endsWith("'")) return 'Texts stand in double quotes: " instead of \'';
  if (word.startsWith('`')) return 'Texts stand in double quotes: " instead of `';
  if (/^[“”„‘’]/.test(word)) return 'Typographic quotes are not JSON: use the plain "';
  if (/^(true|false|null)$/i.test(word)) return `Write ${word.toLowerCase()} in small letters`;
  if (/^(NaN|undefined|[-+]?Infinity)$/.test(word)) return `${word} is not JSON: use null for a gap`;
  if (/^(function|new|\()/.test(word)) return 'Functions are not allowed: a chart is plain JSON';
  if (word.startsWith(';')) return 'JSON has no semicolons: remove it';
  if (/^[+.]?\d/.test(word)) return `"${word}" is not a number of JSON: write it as 0.5 or 12e3`;
  return `"${word}" needs double quotes`;
}

function unclosed(text: string, open: readonly number[], range: TextRange): Fault {
  const last = open.at(-1);
  if (last === undefined) return { message: 'A bracket is missing before this', range };
  const line = lineOf(lineStarts(text), last) + 1;
  const closer = text[last] === '{' ? '}' : ']';
  return { message: `"${closer}" is missing: the "${text[last]}" on line ${line} is never closed`, range };
}

/** The last letter before a place: what is missing there belongs behind it, not on the next line. */
function lastBefore(text: string, offset: number): TextRange | undefined {
  let i = offset - 1;
  while (i >= 0 && /\s/.test(text[i] ?? '')) i--;
  return i < 0 ? undefined : { start: i, end: i + 1 };
}

function commaBefore(text: string, offset: number): number | undefined {
  const last = lastBefore(text, offset)?.start;
  return last !== undefined && text[last] === ',' ? last : undefined;
}
