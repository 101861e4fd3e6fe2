// In: the document. Out: its numbers as a table to type and paste into.
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function DataPart(_: PartProps) {
  return (
    <Part name="data" title="Data" about={[['data']]}>
      <p className="design-note">The table comes here.</p>
    </Part>
  );
}
