// In: a path that holds a number. Out: its input: arrows step, `1,200` is understood, empty takes the value away; where sides or
// corners may differ, a number for each.
import { scalarText } from '#shared/scalar-text.ts';
import { useDesign } from '../design-context.ts';
import { nameOf } from '../names.ts';
import { shownNumber, typedNumber } from '../typed-number.ts';
import { useTyped } from '../use-typed.ts';
import { valueAt } from '../value-at.ts';
import type { ControlProps } from './field.tsx';
import { Row } from './row.tsx';

export function NumberField({ path, label = nameOf(path.at(-1) ?? ''), usual, unit, leaf }: ControlProps) {
  const { value, set, frozen } = useDesign();
  const given = valueAt(value, path);
  const { fault, type, props } = useTyped(shownNumber(given) || textOf(given), (typed, join) => {
    const number = typedNumber(typed);
    if (number === undefined) return 'Not a number';
    set([[path, number ?? undefined]], `Set ${label}`, join);
    return undefined;
  });
  const step = (by: number) => {
    const from = typedNumber(props.value) ?? typedNumber(scalarText(usual ?? '')) ?? leaf.min ?? 0;
    // Without the tail of binary fractions: 0.1 + 0.2 is 0.3 here.
    const next = Number((from + by).toFixed(6));
    type(String(Math.min(leaf.max ?? next, Math.max(leaf.min ?? next, next))));
  };
  return (
    <Row path={path} label={label} hint={leaf.hint} fault={fault}>
      {(ids) => (
        <span className="design-number">
          <input
            {...ids}
            {...props}
            className="input"
            inputMode="decimal"
            autoComplete="off"
            placeholder={scalarText(usual ?? 'Auto')}
            disabled={frozen}
            onKeyDown={(event) => {
              const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
              if (!way || event.altKey) return props.onKeyDown(event);
              event.preventDefault();
              const least = leaf.whole || (leaf.max ?? 100) > 10 ? 1 : 0.1;
              step(way * least * (event.shiftKey ? 10 : 1));
            }}
          />
          {unit && <span className="design-unit">{unit}</span>}
        </span>
      )}
    </Row>
  );
}

const textOf = (given: unknown) =>
  typeof given === 'string' || typeof given === 'boolean' ? String(given) : '';
