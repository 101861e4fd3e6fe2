// In: the document. Out: brand kit, colours and font of the whole picture.
import { Field } from '../fields/field.tsx';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function ThemePart({ rest }: PartProps) {
  return (
    <Part
      name="theme"
      title="Theme"
      about={[['theme'], ['brandKitId'], ['options', 'font'], ['options', 'color']]}
    >
      <Field path={['brandKitId']} usual="None" />
      <Field path={['theme', 'mode']} />
      <Field path={['theme', 'palette']} />
      <Field path={['theme', 'backgroundColor']} label="Background" />
      <Field path={['theme', 'textPrimary']} />
      <Field path={['theme', 'textSecondary']} />
      <Field path={['theme', 'gridColor']} label="Grid lines" />
      <Field path={['theme', 'fontSize']} unit="px" usual="12" />
      <More name="theme" base={[]} leaves={rest} />
    </Part>
  );
}
