// In: the document. Out: its other face, where the same chart is designed by fields. Every field writes a minimal edit of the text;
// a broken text is shown as it was last, and never written to.
import { CircleAlert, Search } from 'lucide-react';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Path } from '#shared/sentences.ts';
import { applyEdits, type TextEdit } from '../editor/edit-value.ts';
import { placeOf, treeOf } from '../editor/places.ts';
import type { Workbench } from '../workbench.ts';
import { caretPath } from './caret-path.ts';
import { type Design, DesignContext } from './design-context.ts';
import { designEdits } from './design-edits.ts';
import { learnt } from './learnt.ts';
import { inForce } from './look-in-force.ts';
import { Parts } from './parts/parts.tsx';
import { useFound } from './use-found.ts';
import './design-panel.css';
import './fields/fields.css';

/** For `lazy`, which takes a default. */
export default function DesignPanel({ bench }: { bench: Workbench }) {
  const { leaves, rest } = learnt();
  const { draft, lastGood } = bench;
  const readable = typeof draft.value === 'object' && draft.value !== null && !Array.isArray(draft.value);
  const last = useRef<unknown>(lastGood ?? {});
  if (readable) last.current = draft.value;
  const value = last.current;
  const [query, setQuery] = useState('');
  const [undone, setUndone] = useState(0);
  const [wanted] = useState<Path>(() => caretPath(bench.text, bench.caret.offset()));
  const body = useRef<HTMLDivElement>(null);
  useFound(body, wanted, leaves);

  // The moves below are made when a field is used, on the text as it is then.
  const now = useRef(bench);
  now.current = bench;
  const write = useCallback((edits: readonly TextEdit[], label: string, join?: string) => {
    if (edits.length === 0) return;
    now.current.edit(edits, label, join);
    // The next edit may come before the page is drawn anew.
    now.current = { ...now.current, text: applyEdits(now.current.text, edits) };
  }, []);
  const set = useCallback<Design['set']>(
    (changes, label, join) => write(designEdits(now.current.text, changes), label, join),
    [write],
  );
  const edit = useCallback<Design['edit']>((edits, label) => write(edits(now.current.text), label), [write]);
  const reveal = useCallback((path: Path) => {
    const { text, reveal: show } = now.current;
    show(placeOf(treeOf(text), path));
  }, []);

  const design = useMemo<Design>(() => {
    return {
      value,
      frozen: !readable,
      ...inForce(value, readable ? draft.spec : lastGood),
      set,
      edit,
      reveal,
      leafAt: learnt().leafAt,
      problemsAt: (path) =>
        readable ? draft.problems.filter((problem) => path.every((step, i) => problem.path[i] === step)) : [],
      query: query.trim().toLowerCase(),
      wanted,
      undone,
    };
  }, [value, readable, lastGood, draft, query, wanted, undone, set, edit, reveal]);

  const onKeyDown = (event: KeyboardEvent) => {
    const letter = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (letter !== 'z' && letter !== 'y')) return;
    // The document's steps, not those of the one input: what is written in it is in the document already.
    event.preventDefault();
    setUndone((count) => count + 1);
    if (letter === 'y' || event.shiftKey) bench.redo();
    else bench.undo();
  };
  const [first] = draft.problems;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the undo keys of the fields inside
    <div className="design" onKeyDown={onKeyDown}>
      <div className="design-find">
        <Search aria-hidden />
        <input
          type="search"
          className="input"
          placeholder="Find a setting"
          aria-label="Find a setting"
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </div>
      {!readable && (
        <div className="design-broken" role="status">
          <CircleAlert aria-hidden />
          <p>
            <strong>The JSON is broken, so nothing can be changed here.</strong>{' '}
            {first ? `Line ${first.line}: ${first.message}.` : ''} Shown is how it was before.
          </p>
          {first && (
            <button type="button" className="btn small" onClick={() => bench.reveal(first.range)}>
              Go to the problem
            </button>
          )}
        </div>
      )}
      <div className="design-body" ref={body} data-searching={query !== '' || undefined}>
        <DesignContext value={design}>
          <Parts rest={rest} />
        </DesignContext>
        <p className="design-none">
          No setting is called that.{' '}
          <button type="button" className="link" onClick={() => setQuery('')}>
            Show all
          </button>
        </p>
      </div>
    </div>
  );
}
