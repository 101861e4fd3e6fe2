// In: a path that holds a text, lines of text, or a short list. Out: its input; empty takes the value away.
import { scalarText } from '#shared/scalar-text.ts';
import { useDesign } from '../design-context.ts';
import type { Change } from '../design-edits.ts';
import type { Kind } from '../leaves.ts';
import { nameOf } from '../names.ts';
import { typedNumber } from '../typed-number.ts';
import { useTyped } from '../use-typed.ts';
import { valueAt } from '../value-at.ts';
import type { ControlProps } from './field.tsx';
import { Row } from './row.tsx';

export function TextField({
  path,
  label = nameOf(path.at(-1) ?? ''),
  usual,
  required,
  along = [],
  leaf,
}: ControlProps) {
  const { value, set, frozen } = useDesign();
  const { fault, done, props } = useTyped(shown(valueAt(value, path)), (typed, join) => {
    const next = typed === '' && !required ? undefined : read(typed, leaf.kind);
    if (next === unreadable) return 'Numbers with a comma between them, such as 6, 4';
    set([[path, next], ...alongside(value, along, next)], `Set ${label}`, join);
    return undefined;
  });
  const many = leaf.kind === 'lines' || leaf.kind === 'texts';
  return (
    <Row path={path} label={label} hint={leaf.hint} fault={fault}>
      {(ids) =>
        many ? (
          <textarea
            {...ids}
            {...props}
            className="input design-lines"
            rows={Math.min(6, props.value.split('\n').length)}
            placeholder={scalarText(usual ?? '')}
            disabled={frozen}
          />
        ) : (
          <input
            {...ids}
            {...props}
            className="input"
            placeholder={scalarText(usual ?? '')}
            disabled={frozen}
            spellCheck={false}
            autoComplete="off"
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) done();
              else props.onKeyDown(event);
            }}
          />
        )
      }
    </Row>
  );
}

/** What came with a value goes with it. */
const alongside = (value: unknown, along: readonly Change[], next: unknown): readonly Change[] =>
  next === undefined
    ? along.filter(([to, its]) => valueAt(value, to) === its).map(([to]): Change => [to, undefined])
    : along.filter(([to]) => valueAt(value, to) === undefined);

const unreadable = Symbol('unreadable');

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (!Array.isArray(value)) return scalarText(value);
  return value.every((item) => typeof item === 'number')
    ? value.join(', ')
    : value.map(scalarText).join('\n');
};

function read(typed: string, kind: Kind): unknown {
  if (kind === 'edge') return /^\s*$/.test(typed) || Number.isNaN(Number(typed)) ? typed : Number(typed);
  if (kind === 'lines') return typed.includes('\n') ? typed.split('\n') : typed;
  if (kind === 'texts') return typed.split('\n');
  if (kind !== 'numbers') return typed;
  const numbers = typed
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map(typedNumber);
  return numbers.every((number) => typeof number === 'number') ? numbers : unreadable;
}
