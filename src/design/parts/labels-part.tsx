// In: the document. Out: the numbers written at the points themselves.
import type { Path } from '#shared/sentences.ts';
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { valueAt } from '../value-at.ts';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

const base: Path = ['options', 'plugins', 'datalabels'];
const at = (...steps: string[]): Path => [...base, ...steps];

export const numberStyles = { decimal: 'Plain', currency: 'Currency', percent: 'Per cent', unit: 'Unit' };
export const notations = {
  standard: '1,200,000',
  compact: '1.2M',
  scientific: '1.2E6',
  engineering: '1.2E6, by 3',
};

export function LabelsPart({ rest }: PartProps) {
  const { value, query } = useDesign();
  const currency = valueAt(value, at('format', 'style')) === 'currency';
  return (
    <Part name="labels" title="Data labels" about={[base]}>
      <Field
        path={at('display')}
        label="Show"
        choices={[true, false, 'auto']}
        names={{ auto: 'Where they fit' }}
      />
      <Field path={at('anchor')} label="At" names={{ start: 'Start', center: 'Middle', end: 'End' }} />
      <Field path={at('align')} label="Towards" />
      <Field path={at('offset')} label="Distance" unit="px" usual="4" />
      <Field path={at('color')} label="Colour" />
      <Field path={at('font', 'size')} label="Font size" unit="px" usual="12" />
      <Field path={at('format', 'style')} label="Numbers" names={numberStyles} />
      {(currency || query !== '') && <Field path={at('format', 'currency')} usual="EUR" />}
      <Field path={at('format', 'notation')} label="Written as" names={notations} />
      <Field path={at('format', 'maximumFractionDigits')} label="Decimals" />
      <More name="labels" base={base} leaves={rest} />
    </Part>
  );
}
