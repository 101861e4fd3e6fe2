// In: the document and another kind of chart. Out: the changes that make it so and lose nothing silently. Pure.
import type { ChartType } from '#shared/chart-spec.ts';
import type { Change } from './design-edits.ts';
import { bagAt, listAt } from './value-at.ts';

const mixes = (type: unknown) => type === 'line' || type === 'bar';

/** Series with a kind of their own keep it among lines and bars; where it cannot be drawn it goes, and `lost` names it. */
export function typeSwitch(value: unknown, type: ChartType): { changes: Change[]; lost: string[] } {
  const changes: Change[] = [[['type'], type]];
  const lost: string[] = [];
  for (const index of listAt(value, ['data', 'datasets']).keys()) {
    const { type: own, label } = bagAt(value, ['data', 'datasets', index]);
    if (own === undefined || own === type || (mixes(own) && mixes(type))) continue;
    changes.push([['data', 'datasets', index, 'type'], undefined]);
    lost.push(`${typeof label === 'string' && label ? label : `series ${index + 1}`} (${String(own)})`);
  }
  return { changes, lost };
}
