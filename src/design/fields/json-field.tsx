// In: a value that no control can write. Out: what it is, in words, and the way into the JSON.
import { useDesign } from '../design-context.ts';
import { valueAt } from '../value-at.ts';
import type { ControlProps } from './field.tsx';
import { Row } from './row.tsx';

export function JsonField({ path, label, leaf }: ControlProps) {
  const { value, reveal } = useDesign();
  return (
    <Row path={path} label={label} hint={leaf.hint} group>
      {() => (
        <span className="design-json">
          <span>{summary(valueAt(value, path))}</span>
          <button type="button" className="link" onClick={() => reveal(path)}>
            Edit in JSON
          </button>
        </span>
      )}
    </Row>
  );
}

function summary(value: unknown): string {
  if (value === undefined) return 'Not set';
  if (Array.isArray(value)) return value.length === 1 ? '1 value' : `${value.length} values`;
  if (typeof value === 'object' && value !== null) return Object.keys(value).join(', ') || 'Empty';
  return String(value);
}
