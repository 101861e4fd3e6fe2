// In: a chart and its text. Out: what would make its link shorter, each with how much and what becomes of the picture; one click does
// it, as one step that can be undone.
import { Undo2 } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Workbench } from '../../workbench.ts';
import { type Saving, savings } from '../savings.ts';

export function SavingsList({ bench }: { bench: Workbench }) {
  const { draft, draftText, dialect } = bench;
  const { value, spec } = draft;
  const given = useDeferredValue(
    useMemo(() => ({ value, spec, draftText, dialect }), [value, spec, draftText, dialect]),
  );
  const found = useMemo(
    () => (given.spec ? savings(given.draftText, given.value, given.spec, given.dialect) : []),
    [given],
  );
  const [done, setDone] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const current = given.draftText === bench.text;
  const apply = (saving: Saving) => {
    // A list for an older text would land in the wrong places.
    if (!current) return;
    bench.edit(saving.edits(), saving.label);
    setDone(saving.label);
    heading.current?.focus();
  };
  if (found.length === 0 && done === undefined) return null;
  return (
    <section className="savings" aria-labelledby="savings-title">
      <h3 id="savings-title" ref={heading} tabIndex={-1}>
        Make it shorter
      </h3>
      {found.length === 0 && <p className="none">Nothing left that would save a character.</p>}
      <ul>
        {found.map((saving) => (
          <li key={saving.id}>
            <span className="what">
              <strong>{saving.label}</strong>
              <span className={saving.picture.startsWith('same') ? 'same' : 'changes'}>
                {saving.picture === 'same' ? 'Same picture' : sentence(saving.picture)}
              </span>
            </span>
            <span className="percent">−{saving.percent} %</span>
            <button
              type="button"
              className="btn small"
              aria-label={`Apply: ${saving.label}`}
              aria-disabled={!current}
              onClick={() => apply(saving)}
            >
              Apply
            </button>
          </li>
        ))}
      </ul>
      <div className="done" role="status">
        {done && (
          <>
            <span>Done: {done.charAt(0).toLowerCase() + done.slice(1)}.</span>
            <button
              type="button"
              className="btn quiet small"
              onClick={() => {
                bench.undo();
                setDone(undefined);
                heading.current?.focus();
              }}
            >
              <Undo2 aria-hidden /> Undo
            </button>
          </>
        )}
      </div>
    </section>
  );
}

const sentence = (picture: string): string =>
  picture.startsWith('same; ')
    ? `Same picture; ${picture.slice(6)}`
    : picture.charAt(0).toUpperCase() + picture.slice(1);
