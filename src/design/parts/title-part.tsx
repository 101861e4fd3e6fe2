// In: the document. Out: the lines above the plot, of the card and of the plot itself.
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { bagAt } from '../value-at.ts';
import { Group } from './group.tsx';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function TitlePart({ rest }: PartProps) {
  const { value } = useDesign();
  const about = [['header'], ['options', 'plugins', 'title'], ['options', 'plugins', 'subtitle']];
  // What the picture shows at present comes first.
  const inPlot = bagAt(value, ['options', 'plugins', 'title']).text !== undefined;
  const alone = inPlot && Object.keys(bagAt(value, ['header'])).length === 0;
  return (
    <Part name="title" title="Title and header" about={about}>
      {alone
        ? [<InPlot key="plot" />, <Header key="header" />]
        : [<Header key="header" />, <InPlot key="plot" />]}
      <More name="title" base={[]} leaves={rest} />
    </Part>
  );
}

const Header = () => (
  <Group title="Above the plot">
    <Field path={['header', 'title']} label="Title" usual="None" />
    <Field path={['header', 'subtitle']} label="Subtitle" usual="None" />
    <Field path={['header', 'eyebrow']} label="Line above" usual="None" />
    <Field path={['header', 'badge', 'text']} label="Badge" usual="None" />
    <Field path={['header', 'logoUrl']} usual="https://…" />
  </Group>
);

const InPlot = () => (
  <Group title="Inside the plot">
    {(['title', 'subtitle'] as const).map((line) => (
      <Field
        key={line}
        path={['options', 'plugins', line, 'text']}
        label={line === 'title' ? 'Plot title' : 'Plot subtitle'}
        usual="None"
        along={[[['options', 'plugins', line, 'display'], true]]}
      />
    ))}
  </Group>
);
