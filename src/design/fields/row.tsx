// In: a path, its name and its control. Out: one line of the panel: name, control, what is wrong with it, the way into the JSON
// and the way back to automatic. Nothing when something else is looked for.
import { Braces, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Path } from '#shared/sentences.ts';
import { useDesign } from '../design-context.ts';
import { fieldId, nameOf } from '../names.ts';
import { valueAt } from '../value-at.ts';

/** What a control needs to be told apart by its label and its faults. */
export type ControlIds = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };

type Props = {
  path: Path;
  label?: string | undefined;
  hint?: string | undefined;
  /** What the control itself has to say. */
  fault?: string | undefined;
  /** Stands above its control, which takes the whole width. */
  wide?: boolean;
  /** It has no value of its own to take away. */
  lasting?: boolean;
  /** The control is a group, which a `<label>` cannot name. */
  group?: boolean;
  children: (ids: ControlIds) => ReactNode;
};

export function Row({
  path,
  label = nameOf(path.at(-1) ?? ''),
  hint,
  fault,
  wide,
  lasting,
  group,
  children,
}: Props) {
  const design = useDesign();
  const id = useId();
  if (!isWanted(design.query, label, path)) return null;
  const problems = design.problemsAt(path);
  const messages = [...new Set([...(fault ? [fault] : []), ...problems.map(({ message }) => message)])];
  const wrong = fault !== undefined || problems.some(({ severity }) => severity === 'error');
  const told = `${id}-told`;
  const ids = {
    id,
    'aria-describedby': messages.length > 0 ? told : undefined,
    'aria-invalid': wrong,
  };
  const given = valueAt(design.value, path) !== undefined;
  return (
    <div className={`design-row ${wide ? 'wide' : ''}`} data-field={fieldId(path)}>
      {group ? (
        <span className="design-label" id={`${id}-label`} title={hint}>
          {label}
        </span>
      ) : (
        <label className="design-label" htmlFor={id} title={hint}>
          {label}
        </label>
      )}
      <div className="design-control" {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
        {children(ids)}
      </div>
      <div className="design-acts">
        {given && !lasting && !design.frozen && (
          <button
            type="button"
            aria-label={`Remove ${label}`}
            title="Remove: back to automatic"
            onClick={() => design.set([[path, undefined]], `Remove ${label}`)}
          >
            <X aria-hidden />
          </button>
        )}
        <button
          type="button"
          aria-label={`Show ${label} in JSON`}
          title="Show in JSON"
          onClick={() => design.reveal(path)}
        >
          <Braces aria-hidden />
        </button>
      </div>
      {messages.length > 0 && (
        <ul className={`design-told ${wrong ? 'wrong' : ''}`} id={told}>
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Looked for by the words of its name or by its place. */
export function isWanted(query: string, label: string, path: Path): boolean {
  if (query === '') return true;
  const place = fieldId(path).toLowerCase();
  const words = `${label.toLowerCase()} ${place}`;
  return query.split(/\s+/).every((word) => words.includes(word));
}
