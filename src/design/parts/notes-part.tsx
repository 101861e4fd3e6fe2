// In: the document. Out: lines, bands and words over the plot, each with its place and look; new ones to add.
import { Plus, Trash2 } from 'lucide-react';
import { scalarText } from '#shared/scalar-text.ts';
import type { Path } from '#shared/sentences.ts';
import { familyOf } from '../axes.ts';
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { fieldId, nameOf } from '../names.ts';
import { NOTES, type NoteKind, newNote, notesOf, placesOf } from '../notes.ts';
import { openPart } from '../open-parts.ts';
import { bagAt } from '../value-at.ts';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

const kinds: Record<NoteKind, string> = {
  line: 'Line',
  box: 'Band',
  label: 'Words',
  doughnutLabel: 'Centre',
};

export function NotesPart({ rest }: PartProps) {
  const { value, set, frozen, query } = useDesign();
  const notes = notesOf(value);
  const family = familyOf(value);
  const offered: readonly NoteKind[] =
    family === 'arc' ? ['doughnutLabel'] : family === 'xy' ? ['line', 'box', 'label'] : [];
  const inNotes = rest.filter(({ pattern }) => pattern.length > NOTES.length);
  const others = rest.filter(({ pattern }) => pattern.length <= NOTES.length);
  return (
    <Part name="notes" title="Annotations" about={[['options', 'plugins', 'annotation']]}>
      {notes.map((path) => (
        <Note key={fieldId(path)} path={path} rest={inNotes} />
      ))}
      {query === '' && (
        <div className="design-row design-empty">
          <span>
            {notes.length > 0 ? 'Add' : offered.length > 0 ? 'None. Add' : 'This kind has none to add.'}
          </span>
          {offered.map((kind) => (
            <button
              key={kind}
              type="button"
              className="btn small"
              disabled={frozen}
              onClick={() => {
                const { path, change } = newNote(value, kind);
                openPart(`note ${path.at(-1)}`, true);
                set([change], `Add a ${kinds[kind].toLowerCase()}`);
              }}
            >
              <Plus aria-hidden /> {kinds[kind]}
            </button>
          ))}
        </div>
      )}
      <More name="notes" base={[]} leaves={others} />
    </Part>
  );
}

function Note({ path, rest }: { path: Path } & PartProps) {
  const { value, set, frozen, query } = useDesign();
  const { type } = bagAt(value, path);
  const name = `note ${path.at(-1)}`;
  const at = (...steps: string[]): Path => [...path, ...steps];
  const title = (
    <>
      {kinds[type as NoteKind] ?? nameOf(scalarText(type))} <code>{path.at(-1)}</code>
    </>
  );
  const worded = type === 'label' || type === 'doughnutLabel';
  // What this kind shows here is not shown once more below.
  const here = new Set([
    ...placesOf(type),
    ...(worded ? ['content', 'color'] : ['label.content', 'borderColor', 'borderWidth', 'borderDash']),
    ...(type === 'line' ? [] : ['backgroundColor']),
  ]);
  const below = rest.filter(({ pattern }) => !here.has(pattern.slice(path.length).join('.')));
  return (
    <Part name={name} title={title} about={[path]} inner>
      <Field path={at('type')} />
      {placesOf(type).map((key) => (
        <Field key={key} path={at(key)} />
      ))}
      <Field
        path={worded ? at('content') : at('label', 'content')}
        label="Words"
        usual="None"
        along={worded ? [] : [[at('label', 'display'), true]]}
      />
      {worded && <Field path={at('color')} label="Colour" />}
      {!worded && <Field path={at('borderColor')} label="Line" />}
      {!worded && <Field path={at('borderWidth')} label="Line width" unit="px" />}
      {!worded && <Field path={at('borderDash')} usual="None, or 6, 4" />}
      {type !== 'line' && <Field path={at('backgroundColor')} label="Fill" />}
      <More name={name} base={path} leaves={below} />
      {query === '' && !frozen && (
        <button
          type="button"
          className="design-remove"
          onClick={() => set([[path, undefined]], 'Remove an annotation')}
        >
          <Trash2 aria-hidden /> Remove this annotation
        </button>
      )}
    </Part>
  );
}
