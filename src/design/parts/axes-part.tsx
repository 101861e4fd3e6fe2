// In: the document. Out: its axes, each with title, range, numbers and lines; a second one to add.
import { Plus, Trash2 } from 'lucide-react';
import type { Path } from '#shared/sentences.ts';
import { axesOf, familyOf, holdsLabels, letterOf, secondAxis, withoutAxis } from '../axes.ts';
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { openPart } from '../open-parts.ts';
import { valueAt } from '../value-at.ts';
import { notations, numberStyles } from './labels-part.tsx';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function AxesPart({ rest }: PartProps) {
  const { value, set, frozen, query } = useDesign();
  const axes = axesOf(value);
  const family = familyOf(value);
  const add = () => {
    const { id, changes } = secondAxis(value);
    openPart(`axis ${id}`, true);
    set(changes, 'Add a second axis');
  };
  return (
    <Part name="axes" title="Axes" about={[['options', 'scales']]}>
      {family === 'arc' && query === '' && <p className="design-note">A pie or a doughnut has no axes.</p>}
      {axes.map((id) => (
        <Axis key={id} id={id} rest={rest} />
      ))}
      {family === 'xy' && query === '' && (
        <div className="design-row design-empty">
          {axes.length === 2 && <span>No second axis.</span>}
          <button type="button" className="btn small" disabled={frozen} onClick={add}>
            <Plus aria-hidden /> Add {axes.length === 2 ? 'a second axis' : 'another axis'}
          </button>
        </div>
      )}
    </Part>
  );
}

const names: Record<string, string> = { x: 'Horizontal', y: 'Vertical', r: 'Radial' };

/** Fields of an axis that counts. */
const valueKeys = ['min', 'max', 'beginAtZero', 'type'].concat(
  ['style', 'notation', 'maximumFractionDigits'].map((key) => `ticks.format.${key}`),
);

function Axis({ id, rest }: { id: string } & PartProps) {
  const { value, set, frozen, query } = useDesign();
  const base: Path = ['options', 'scales', id];
  const at = (...steps: string[]): Path => [...base, ...steps];
  const labels = holdsLabels(value, id);
  const own = !/^[xyr]$/.test(id);
  const style = valueAt(value, at('ticks', 'format', 'style'));
  const round = id === 'r';
  const here = new Set([
    ...(round ? [] : ['title.text', 'stacked']),
    ...(labels ? [] : valueKeys),
    ...(style === 'currency' && !labels ? ['ticks.format.currency'] : []),
    ...(own ? ['position'] : []),
  ]);
  const below = rest.filter(({ pattern }) => !here.has(pattern.slice(base.length).join('.')));
  const title = (
    <>
      {names[letterOf(value, id)] ?? 'Axis'} <code>{id}</code>
      <small>{labels ? 'labels' : 'values'}</small>
    </>
  );
  return (
    <Part name={`axis ${id}`} title={title} about={[base]} inner>
      {!round && (
        <Field
          path={at('title', 'text')}
          label="Title"
          usual="None"
          along={[[at('title', 'display'), true]]}
        />
      )}
      {!labels && (
        <>
          <div className="design-pair">
            <Field path={at('min')} usual="Auto" />
            <Field path={at('max')} usual="Auto" />
          </div>
          <Field path={at('beginAtZero')} usual={valueAt(value, ['type']) !== 'line'} />
          <Field
            path={at('type')}
            label="Scale"
            choices={round ? ['radialLinear'] : ['linear', 'logarithmic']}
          />
          <Field path={at('ticks', 'format', 'style')} label="Numbers" names={numberStyles} />
          {style === 'currency' && <Field path={at('ticks', 'format', 'currency')} usual="EUR" />}
          <Field path={at('ticks', 'format', 'notation')} label="Written as" names={notations} />
          <Field path={at('ticks', 'format', 'maximumFractionDigits')} label="Decimals" usual="Auto" />
        </>
      )}
      {!round && <Field path={at('stacked')} names={{ single: 'Single' }} />}
      <Field path={at('display')} label="Show" names={{ auto: 'If used' }} />
      <Field path={at('grid', 'display')} label="Grid lines" names={{ auto: 'If used' }} />
      {own && (
        <Field
          path={at('position')}
          choices={letterOf(value, id) === 'y' ? ['left', 'right'] : ['top', 'bottom']}
        />
      )}
      <More name={`axis ${id}`} base={base} leaves={below} />
      {own && query === '' && !frozen && (
        <button
          type="button"
          className="design-remove"
          onClick={() => set(withoutAxis(value, id), `Remove axis ${id}`)}
        >
          <Trash2 aria-hidden /> Remove this axis
        </button>
      )}
    </Part>
  );
}
