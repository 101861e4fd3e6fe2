// In: the document. Out: kind of chart, size, format.
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { valueAt } from '../value-at.ts';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';
import { SizePresets } from './size-presets.tsx';
import { TypePicker } from './type-picker.tsx';

export function ChartPart({ rest }: PartProps) {
  const { value, query } = useDesign();
  const type = valueAt(value, ['type']);
  const about = ['type', 'width', 'height', 'format', 'devicePixelRatio', 'scale', 'returnUrl'].map((key) => [
    key,
  ]);
  return (
    <Part name="chart" title="Chart" about={about}>
      <TypePicker />
      {(type === 'bar' || type === 'line' || query !== '') && (
        <Field
          path={['options', 'indexAxis']}
          label={type === 'line' ? 'Lines' : 'Bars'}
          names={type === 'line' ? { x: 'Run', y: 'Climb' } : { x: 'Upright', y: 'Lying' }}
        />
      )}
      <div className="design-pair">
        <Field path={['width']} usual="800" unit="px" />
        <Field path={['height']} usual="400" unit="px" />
      </div>
      <SizePresets />
      <Field
        path={['format']}
        usual="Auto"
        names={{ png: 'PNG', jpeg: 'JPEG', svg: 'SVG', webp: 'WebP', pdf: 'PDF' }}
      />
      <Field path={['devicePixelRatio']} usual="1" />
      <More name="chart" base={[]} leaves={rest} />
    </Part>
  );
}
