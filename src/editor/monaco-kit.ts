// In: nothing. Out: Monaco with the features a chart needs, our language and our themes, ready to open editors. This file and
// what it imports is the lazy chunk. Left out on purpose: Monaco's JSON service, its palette, its context menu, its diff.
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/suggest/register';
// The feature of that name brings only the inline half: without the controller no list is ever shown.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/wordOperations/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { addChartLanguage } from './monaco-language.ts';
import { addChartThemes } from './monaco-themes.ts';
import { keepWholeTexts } from './whole-text.ts';

let ready = false;

/** Monaco, prepared at the first call. */
export function monacoKit(): typeof monaco {
  if (!ready) {
    // Without this, Vite turns the worker into a blob that cannot resolve its own imports.
    self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
    addChartLanguage(monaco);
    addChartThemes(monaco);
    keepWholeTexts(monaco);
    ready = true;
  }
  return monaco;
}
