// In: the document. Out: what is around the plot: space, fill, frame, small print.

import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import type { Leaf } from '../leaves.ts';
import { Group } from './group.tsx';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function CardPart({ rest, footerRest }: PartProps & { footerRest: readonly Leaf[] }) {
  const { look } = useDesign();
  const about = [
    ['border'],
    ['borderRadius'],
    ['padding'],
    ['backgroundColor'],
    ['options', 'layout'],
    ['footer'],
  ];
  return (
    <Part name="card" title="Card and footer" about={about}>
      <Field path={['padding']} names={{ email: 'For e-mail', slack: 'For Slack' }} />
      <Field path={['backgroundColor']} label="Background" usual={look.background} />
      <Field path={['border', 'width']} label="Border" unit="px" usual="0" />
      <Field path={['border', 'color']} label="Border colour" />
      <Field path={['borderRadius']} label="Corners" unit="px" usual="0" />
      <Group title="Footer">
        <Field path={['footer', 'left']} usual="None" />
        <Field path={['footer', 'right']} usual="None" />
        <Field path={['footer', 'borderTop']} label="Line above" />
      </Group>
      <More name="card" base={[]} leaves={[...rest, ...footerRest]} />
    </Part>
  );
}
