// In: a path that holds a list of colours. Out: a swatch for each, to change, take away or add.
import { Plus, X } from 'lucide-react';
import { hexOf, withAlphaOf } from '../colour.ts';
import { useDesign } from '../design-context.ts';
import { nameOf } from '../names.ts';
import { listAt } from '../value-at.ts';
import type { ControlProps } from './field.tsx';
import { Row } from './row.tsx';

export function ColoursField({ path, label = nameOf(path.at(-1) ?? ''), leaf }: ControlProps) {
  const { value, look, set, frozen } = useDesign();
  const given = listAt(value, path).map(String);
  const shown = given.length > 0 ? given : look.palette;
  const write = (next: readonly string[], join?: string) =>
    set([[path, next.length > 0 ? next : undefined]], `Set ${label}`, join);
  return (
    <Row path={path} label={label} hint={leaf.hint} group wide>
      {() => (
        <span className="design-colours">
          {shown.map((colour, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a colour is known by its place alone
            <span key={index} className="design-colours-one" data-usual={given.length === 0 || undefined}>
              <input
                type="color"
                aria-label={`${label}, colour ${index + 1}`}
                title={colour}
                value={hexOf(colour)}
                disabled={frozen}
                onInput={({ currentTarget }) =>
                  write(
                    shown.with(index, withAlphaOf(colour, currentTarget.value)),
                    `colours ${path.join('.')} ${index}`,
                  )
                }
                onChange={() => undefined}
              />
              {given.length > 0 && !frozen && (
                <button
                  type="button"
                  aria-label={`Remove colour ${index + 1}`}
                  onClick={() => write(given.toSpliced(index, 1))}
                >
                  <X aria-hidden />
                </button>
              )}
            </span>
          ))}
          <button
            type="button"
            className="design-add-colour"
            aria-label={`Add a colour to ${label}`}
            disabled={frozen || shown.length >= 20}
            onClick={() => write([...shown, shown.at(-1) ?? '#3b6ef6'])}
          >
            <Plus aria-hidden />
          </button>
        </span>
      )}
    </Row>
  );
}
