import { conf, language } from 'monaco-editor/languages/definitions/javascript/javascript';
import { monacoKit } from '../../../../src/editor/monaco-kit.ts';
import { monacoOptions } from '../../../../src/editor/monaco-options.ts';

const monaco = monacoKit();
const q = new URLSearchParams(location.search);
const o = JSON.parse(q.get('o') ?? '{}');
const text = `{\n  "type": "bar",\n  "width": 800\n}\n`;
let lang = 'json';
if (o.js) {
  lang = 'js2';
  monaco.languages.register({ id: lang });
  monaco.languages.setMonarchTokensProvider(lang, language as never);
  monaco.languages.setLanguageConfiguration(lang, conf as never);
}
if (o.plain) {
  lang = 'pl';
  monaco.languages.register({ id: lang });
  monaco.languages.setLanguageConfiguration(lang, conf as never);
}
const model = monaco.editor.createModel(text, lang);
const base = o.bare
  ? { theme: 'vs' }
  : monacoOptions({ theme: 'light', tabLeaves: false, fontFamily: 'monospace' });
const options = { ...base, ...o.opt };
const editor = monaco.editor.create(document.getElementById('root')!, { ...options, model });
(window as any).model = model;
if (o.fix) model.onDidChangeContent((e) => { for (const c of e.changes) { const n = Math.min(c.range.startLineNumber + c.text.split('\n').length - 1, model.getLineCount()); monaco.editor.colorizeModelLine(model, n); } });
editor.focus();
