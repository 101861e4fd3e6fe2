// In: the document. Out: its series, each with its name, colour and look.
import { scalarText } from '#shared/scalar-text.ts';
import type { Path } from '#shared/sentences.ts';
import { axesOf, familyOf, holdsLabels, letterOf, liesDown } from '../axes.ts';
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { seriesColour } from '../series-colour.ts';
import { bagAt, listAt, valueAt } from '../value-at.ts';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function SeriesPart({ rest }: PartProps) {
  const { value } = useDesign();
  const series = listAt(value, ['data', 'datasets']);
  return (
    <Part name="series" title="Series" about={series.map((_, index) => ['data', 'datasets', index])}>
      {series.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a series is known by its place alone
        <Series key={index} index={index} rest={rest} />
      ))}
    </Part>
  );
}

function Series({ index, rest }: { index: number } & PartProps) {
  const design = useDesign();
  const { value } = design;
  const base: Path = ['data', 'datasets', index];
  const at = (key: string): Path => [...base, key];
  const own = bagAt(value, base);
  const type = scalarText(own.type ?? valueAt(value, ['type']));
  const name = typeof own.label === 'string' && own.label !== '' ? own.label : `Series ${index + 1}`;
  const letter = liesDown(value) ? 'x' : 'y';
  const axisKey = `${letter}AxisID`;
  // Worth a field only where there is more than one axis of values to choose from.
  const axes = axesOf(value).filter((id) => letterOf(value, id) === letter && !holdsLabels(value, id));
  const mixed = familyOf(value) === 'xy';
  const here = new Set([
    ...lookKeys(type),
    ...(mixed ? ['type'] : []),
    ...(axes.length > 1 ? [axisKey] : []),
  ]);
  const below = rest.filter(({ pattern }) => !here.has(pattern.slice(base.length).join('.')));
  const title = (
    <>
      <i className="design-dot" style={{ '--swatch': seriesColour(design, index) } as React.CSSProperties} />
      {name}
      <small>{type === valueAt(value, ['type']) ? '' : type}</small>
    </>
  );
  return (
    <Part name={`series ${index}`} title={title} about={[base]} inner>
      <Field path={at('label')} label="Name" usual={`Series ${index + 1}`} />
      {mixed && <Field path={at('type')} label="Drawn as" choices={['line', 'bar']} />}
      <Look type={type} at={at} usual={seriesColour(design, index)} />
      {axes.length > 1 && <Field path={at(axisKey)} label="On axis" choices={axes} usual={letter} />}
      <Field path={at('hidden')} label="Left out" usual={false} />
      <More name={`series ${index}`} base={base} leaves={below} />
    </Part>
  );
}

/** What `Look` shows of a kind; everything else is behind "more". */
function lookKeys(type: string): readonly string[] {
  if (type === 'bar') return ['backgroundColor', 'borderRadius', 'stack'];
  return type === 'line' || type === 'radar'
    ? ['borderColor', 'borderWidth', 'tension', 'fill', 'backgroundColor', 'pointRadius', 'borderDash']
    : ['backgroundColor', 'borderColor', 'borderWidth', 'borderRadius'];
}

type LookProps = { type: string; at: (key: string) => Path; usual: string };

const fills = { true: 'To the axis', false: 'None' };

function Look({ type, at, usual }: LookProps) {
  if (type === 'bar')
    return (
      <>
        <Field path={at('backgroundColor')} label="Colour" usual={usual} />
        <Field path={at('borderRadius')} label="Corners" unit="px" usual="4" />
        <Field path={at('stack')} usual="None" />
      </>
    );
  if (type === 'line' || type === 'radar')
    return (
      <>
        <Field path={at('borderColor')} label="Colour" usual={usual} />
        <Field path={at('borderWidth')} label="Line width" unit="px" usual={type === 'line' ? '2.5' : '2'} />
        <Field path={at('tension')} usual="0" />
        <Field path={at('fill')} label="Area" names={fills} />
        <Field path={at('backgroundColor')} label="Area colour" />
        <Field path={at('pointRadius')} unit="px" usual="3" />
        <Field path={at('borderDash')} usual="None, or 6, 4" />
      </>
    );
  return (
    <>
      <Field path={at('backgroundColor')} label="Slices" usual="Palette" />
      <Field path={at('borderColor')} label="Gap colour" />
      <Field path={at('borderWidth')} label="Gap" unit="px" usual="2" />
      <Field path={at('borderRadius')} label="Corners" unit="px" usual="0" />
    </>
  );
}
