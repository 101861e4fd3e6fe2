// In: the document. Out: the legend of the card, and that of the plot.
import { Field } from '../fields/field.tsx';
import { Group } from './group.tsx';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function LegendPart({ rest }: PartProps) {
  return (
    <Part name="legend" title="Legend" about={[['legend'], ['options', 'plugins', 'legend']]}>
      <Field path={['legend', 'display']} label="Under the header" />
      <Field path={['legend', 'style']} label="Marks" />
      <Field path={['legend', 'fontSize']} label="Font size" unit="px" />
      <Field path={['legend', 'gap']} unit="px" />
      <Group title="Inside the plot">
        <Field path={['options', 'plugins', 'legend', 'display']} label="Show" choices={[true, false]} />
        <Field path={['options', 'plugins', 'legend', 'position']} />
        <Field path={['options', 'plugins', 'legend', 'align']} />
      </Group>
      <More name="legend" base={[]} leaves={rest} />
    </Part>
  );
}
