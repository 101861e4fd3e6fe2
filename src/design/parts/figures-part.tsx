// In: the document. Out: the row of key figures, to fill, add and take away.
import { Plus, Trash2 } from 'lucide-react';
import { LIMITS } from '#shared/limits.ts';
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { isWanted } from '../fields/row.tsx';
import { listAt } from '../value-at.ts';
import { Part } from './part.tsx';

export function FiguresPart() {
  const { value, set, frozen, query } = useDesign();
  const figures = listAt(value, ['kpiStrip']);
  const full = figures.length >= LIMITS.kpis;
  return (
    <Part name="kpis" title="Key figures" about={[['kpiStrip']]}>
      {figures.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a figure is known by its place alone
        <div key={index} className="design-card" data-field={`kpiStrip.${index}`}>
          <Field path={['kpiStrip', index, 'label']} required usual="Label" />
          <Field path={['kpiStrip', index, 'value']} required usual="Value" />
          <Field path={['kpiStrip', index, 'color']} label="Colour" />
          {query === '' && !frozen && (
            <button
              type="button"
              className="design-remove"
              onClick={() => set([[['kpiStrip', index], undefined]], 'Remove a key figure')}
            >
              <Trash2 aria-hidden /> Remove figure {index + 1}
            </button>
          )}
        </div>
      ))}
      {isWanted(query, 'Add key figures', ['kpiStrip']) && (
        <div className="design-row design-empty">
          {figures.length === 0 && <span>No key figures.</span>}
          <button
            type="button"
            className="btn small"
            disabled={frozen || full}
            onClick={() =>
              set([[['kpiStrip', figures.length], { label: 'Total', value: '0' }]], 'Add a key figure')
            }
          >
            <Plus aria-hidden /> {full ? `${LIMITS.kpis} is the most` : 'Add a key figure'}
          </button>
        </div>
      )}
    </Part>
  );
}
