// In: Monaco. Out: the language "json" as charts need it: colours, brackets, completion and hover. No worker: the
// one judge of the text is draft.ts, and the language service that Monaco brings would be a second one.
import type * as Monaco from 'monaco-editor/editor';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import { completions } from './complete.ts';
import { hoverAt } from './hover.ts';
import type { Schema } from './schema-at.ts';

export const LANGUAGE = 'json';

type Kit = typeof Monaco;

// The names begin with "string" because brackets inside such tokens are left alone by matching.
const tokens: Monaco.languages.IMonarchLanguage = {
  defaultToken: 'invalid',
  // With the language's name behind it, a token would fall under Monaco's own rules for JSON.
  tokenPostfix: '',
  tokenizer: {
    root: [
      [/\s+/, ''],
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'string.key'],
      [/"(?:[^"\\]|\\.)*"/, 'string.value'],
      [/"(?:[^"\\]|\\.)*$/, 'string.open'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/[{}[\]]/, 'bracket'],
      [/[,:]/, 'delimiter'],
      [/\/\/.*$|\/\*.*?\*\//, 'comment'],
      [/[^\s"{}[\],:/]+|\//, 'invalid'],
    ],
  },
};

const configuration: Monaco.languages.LanguageConfiguration = {
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  wordPattern: /[\w$.+-]+/,
};

/** Registers the language once for the whole page. */
export function addChartLanguage(monaco: Kit): void {
  monaco.languages.register({ id: LANGUAGE });
  monaco.languages.setMonarchTokensProvider(LANGUAGE, tokens);
  monaco.languages.setLanguageConfiguration(LANGUAGE, configuration);
  let schema: Schema | undefined;
  const known = (): Schema => {
    schema ??= chartJsonSchema() as Schema;
    return schema;
  };
  monaco.languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: ['"', ':', ' '],
    provideCompletionItems: (model, position) => ({
      suggestions: suggested(monaco, model, position, known()),
    }),
  });
  monaco.languages.registerHoverProvider(LANGUAGE, {
    provideHover: (model, position) => told(monaco, model, position, known()),
  });
}

function suggested(
  monaco: Kit,
  model: Monaco.editor.ITextModel,
  position: Monaco.Position,
  schema: Schema,
): Monaco.languages.CompletionItem[] {
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
  return completions(model.getValue(), model.getOffsetAt(position), schema).map((item, index) => ({
    label: item.label,
    kind: item.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
    insertText: item.insert,
    // Monaco takes every snippet for a change: Enter after a finished value would not be a new line.
    ...(item.kind === 'key' ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    ...(item.choices ? { command: { id: 'editor.action.triggerSuggest', title: 'Choices' } } : {}),
    range: rangeIn(monaco, model, item),
    // The word that is replaced may carry its quotes; without them in the filter nothing would match.
    filterText: filterOf(model, item),
    sortText: String(index).padStart(4, '0'),
    detail: item.detail,
    documentation: item.description,
  }));
}

function filterOf(
  model: Monaco.editor.ITextModel,
  item: { label: string; start: number; kind: string },
): string {
  const bare = item.label.replaceAll('"', '');
  // Without the closing quote: once that is typed the word is finished, and the list has nothing left to say.
  return model.getValue().charAt(item.start) === '"' ? `"${bare}` : bare;
}

function told(
  monaco: Kit,
  model: Monaco.editor.ITextModel,
  position: Monaco.Position,
  schema: Schema,
): Monaco.languages.Hover | undefined {
  const hover = hoverAt(model.getValue(), model.getOffsetAt(position), schema);
  if (!hover) return undefined;
  const [first = '', ...rest] = hover.lines;
  const value = [`**${hover.title}**`, first, rest.join('  \n')].filter((part) => part !== '').join('\n\n');
  return { range: rangeIn(monaco, model, hover), contents: [{ value }] };
}

/** Offsets → Monaco's lines and columns. */
export function rangeIn(
  monaco: Kit,
  model: Monaco.editor.ITextModel,
  { start, end }: { start: number; end: number },
): Monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
