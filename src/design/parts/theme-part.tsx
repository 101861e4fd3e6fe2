// In: the document. Out: brand kit, colours and font of the whole picture.
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import { KitPicker } from './kit-picker.tsx';
import { More } from './more.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './parts.tsx';

export function ThemePart({ rest }: PartProps) {
  const { look } = useDesign();
  const about = [['theme'], ['brandKitId'], ['options', 'font'], ['options', 'color']];
  return (
    <Part name="theme" title="Theme" about={about}>
      <KitPicker />
      <Field path={['theme', 'mode']} />
      <Field path={['theme', 'palette']} />
      <Field path={['theme', 'backgroundColor']} label="Background" usual={look.background} />
      <Field path={['theme', 'textPrimary']} usual={look.primary} />
      <Field path={['theme', 'textSecondary']} usual={look.secondary} />
      <Field path={['theme', 'gridColor']} label="Grid lines" usual={look.grid} />
      <Field path={['theme', 'fontSize']} unit="px" usual="12" />
      <More name="theme" base={[]} leaves={rest} />
    </Part>
  );
}
