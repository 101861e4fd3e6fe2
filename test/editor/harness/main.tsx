// In: ?theme=dark, ?simple, ?fail. Out: the editor and the list of problems alone on a page, joined as the real page joins them.
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { readDraft } from '../../../src/editor/draft.ts';
import { setValue } from '../../../src/editor/edit-value.ts';
import { Editor, type FocusRequest } from '../../../src/editor/editor.tsx';
import type { EditorHandle } from '../../../src/editor/editor-props.ts';
import { problemsFromDetails } from '../../../src/editor/places.ts';
import { ProblemsList } from '../../../src/editor/problems-list.tsx';
import '../../../src/theme.css';
import './harness.css';

const first = `{
  "type": "bar",
  "width": 800,
  "data": {
    "labels": ["Jan", "Feb", "Mar"],
    "datasets": [{ "label": "Revenue", "data": [12, 15, 18] }]
  }
}
`;
const example = '{"type":"pie","data":{"labels":["a","b"],"datasets":[{"data":[1,2]}]}}';
const details = [{ path: 'data.datasets.0.label', message: 'Label is taken' }];

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const fail = query.has('fail') ? () => Promise.reject(new Error('offline')) : undefined;
document.documentElement.dataset.theme = theme;

function Page() {
  const [text, setText] = useState(first);
  const [server, setServer] = useState<string>();
  const [focusRequest, setFocusRequest] = useState<FocusRequest>();
  const [submits, setSubmits] = useState(0);
  const [keys, setKeys] = useState('');
  const handle = useRef<EditorHandle>(undefined);
  const draft = readDraft(text);
  const stale = server !== undefined && server !== text;
  const answered =
    server === undefined ? [] : problemsFromDetails(text, details).map((p) => ({ ...p, stale }));
  const problems = [...draft.problems, ...answered];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys that the editor leaves to the page
    <div
      className="harness"
      onKeyDown={(event) => {
        if (event.code === 'KeyK' && event.ctrlKey) setKeys((k) => `${k}K`);
      }}
    >
      <div className="harness-bar">
        <button type="button" onClick={() => setText(example)}>
          Example
        </button>
        <button
          type="button"
          onClick={() => handle.current?.applyEdits(setValue(text, ['width'], 640), 'Width')}
        >
          Width
        </button>
        <button type="button" onClick={() => setServer(text)}>
          Server
        </button>
        <output aria-label="Submits">{submits}</output>
        <output aria-label="Palette">{keys}</output>
      </div>
      <Editor
        text={text}
        onText={setText}
        problems={problems}
        problemsText={text}
        theme={theme}
        simple={query.has('simple')}
        {...(fail ? { load: fail } : {})}
        {...(focusRequest ? { focusRequest } : {})}
        onSubmit={() => setSubmits((n) => n + 1)}
        onReady={(ready) => {
          handle.current = ready;
        }}
      />
      <ProblemsList
        problems={problems}
        values={draft.values}
        onJump={({ range }) => setFocusRequest((last) => ({ range, nonce: (last?.nonce ?? 0) + 1 }))}
      />
      <output aria-label="Text" className="harness-text">
        {text}
      </output>
    </div>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
