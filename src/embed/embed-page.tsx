// In: the text that a link brought along. Out: the chart alone, to be framed in other pages: the picture, and with `?edit=1` its
// JSON beside it. Keeps nothing in the browser and sends nothing to any server.
import { ExternalLink } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Editor } from '../editor/editor.tsx';
import type { EditorHandle } from '../editor/editor-props.ts';
import { ProblemsList } from '../editor/problems-list.tsx';
import { Preview } from '../preview/preview.tsx';
import { useTheme } from '../settings.ts';
import type { Start } from '../start.ts';
import { useDraft } from '../use-draft.ts';
import { useFramingPage } from './use-framing-page.ts';
import './embed.css';

export default function EmbedPage({ start }: { start: Start }) {
  const edits = new URLSearchParams(location.search).get('edit') === '1';
  const theme = useTheme('system');
  const [text, setText] = useState(start.text);
  const { draft, text: draftText } = useDraft(text);
  const lastGood = useRef(draft.spec);
  if (draft.spec) lastGood.current = draft.spec;
  const editor = useRef<EditorHandle>(undefined);
  const { wish, grant, refuse } = useFramingPage(text, draft, setText);
  const link = useEditLink(text);
  return (
    <main className={`embed ${edits ? 'edits' : ''}`}>
      <h1 className="visually-hidden">Chart</h1>
      {wish && (
        <aside className="notice" aria-label="Wish of the page around this one">
          <p>{new URL(wish.origin).host} wants to change this chart.</p>
          <button type="button" className="btn small" onClick={grant}>
            Allow
          </button>
          <button type="button" className="btn quiet small" onClick={refuse}>
            Not now
          </button>
        </aside>
      )}
      {start.notice?.kind === 'broken-link' && (
        <aside className="notice warn" aria-label="Link">
          <p>This link could not be opened. {start.notice.sentence}</p>
        </aside>
      )}
      <div className="embed-panes">
        <Preview spec={lastGood.current} broken={!draft.ok} />
        {edits && (
          <section className="panel embed-editor" aria-label="Editor">
            <Editor
              text={text}
              onText={setText}
              problems={draft.problems}
              problemsText={draftText}
              theme={theme}
              simple
              onReady={(handle) => {
                editor.current = handle;
              }}
            />
            <ProblemsList
              problems={draft.problems}
              values={draft.values}
              onJump={({ range }) => editor.current?.reveal(range)}
            />
          </section>
        )}
      </div>
      <a className="embed-open" href={link} target="_blank" rel="noopener">
        Open in the playground <ExternalLink aria-hidden />
      </a>
    </main>
  );
}

/** The codec is loaded when the first link is made. */
function useEditLink(text: string): string {
  const [link, setLink] = useState('/');
  const make = useCallback(async () => {
    const { editHash } = await import('../share/edit-link.ts');
    return `/${editHash(text)}`;
  }, [text]);
  useEffect(() => {
    let current = true;
    // A link that cannot be made opens the playground as it is.
    make()
      .then((made) => current && setLink(made))
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [make]);
  return link;
}
