// In: the size of the picture. Out: sizes that places ask for, to take with one choice.
import type { Path } from '#shared/sentences.ts';
import { useDesign } from '../design-context.ts';
import { isWanted } from '../fields/row.tsx';
import { valueAt } from '../value-at.ts';

const presets = [
  { name: 'Document', width: 800, height: 400 },
  { name: 'E-mail', width: 600, height: 360 },
  { name: 'Slide', width: 1280, height: 720 },
  { name: 'Social card', width: 1200, height: 630 },
  { name: 'Square', width: 1080, height: 1080 },
  { name: 'Phone', width: 390, height: 300 },
] as const;
const path: Path = ['width'];

export function SizePresets() {
  const { value, set, frozen, query } = useDesign();
  const width = valueAt(value, ['width']) ?? 800;
  const height = valueAt(value, ['height']) ?? 400;
  if (!isWanted(query, 'Size preset', path)) return null;
  return (
    <div className="design-row">
      <label className="design-label" htmlFor="design-size">
        Made for
      </label>
      <div className="design-control">
        <select
          id="design-size"
          className="select"
          disabled={frozen}
          value={presets.findIndex((one) => one.width === width && one.height === height)}
          onChange={({ currentTarget }) => {
            const preset = presets[Number(currentTarget.value)];
            if (preset)
              set(
                [
                  [['width'], preset.width],
                  [['height'], preset.height],
                ],
                `Size for ${preset.name}`,
              );
          }}
        >
          <option value={-1} disabled>
            A size of its own
          </option>
          {presets.map(({ name, width: w, height: h }, index) => (
            <option key={name} value={index}>{`${name}, ${w} × ${h}`}</option>
          ))}
        </select>
      </div>
    </div>
  );
}
