// In: a path that is on or off. Out: a switch where it is known what happens by itself, else the three choices.
import { useDesign } from '../design-context.ts';
import { nameOf } from '../names.ts';
import { valueAt } from '../value-at.ts';
import { Segments } from './choice-field.tsx';
import type { ControlProps } from './field.tsx';
import { Row } from './row.tsx';

export function SwitchField({ path, label = nameOf(path.at(-1) ?? ''), usual, leaf }: ControlProps) {
  const { value, set, frozen } = useDesign();
  const given = valueAt(value, path);
  const write = (next: unknown) => {
    set([[path, next]], `Set ${label}`);
  };
  if (typeof usual !== 'boolean')
    return (
      <Row path={path} label={label} hint={leaf.hint} group>
        {(ids) => (
          <Segments
            ids={ids}
            options={[
              { value: undefined, name: 'Auto' },
              { value: true, name: 'On' },
              { value: false, name: 'Off' },
            ]}
            chosen={given}
            onChoose={write}
            disabled={frozen}
          />
        )}
      </Row>
    );
  return (
    <Row path={path} label={label} hint={leaf.hint}>
      {(ids) => (
        <span className="switch">
          <input
            {...ids}
            type="checkbox"
            checked={typeof given === 'boolean' ? given : usual}
            disabled={frozen}
            onChange={({ currentTarget }) => write(currentTarget.checked)}
          />
        </span>
      )}
    </Row>
  );
}
