// In: the brand kit and the mode in force. Out: the kits as small cards in their own colours, to choose from.
import { useId } from 'react';
import { type BrandKit, kits, ownLook } from '#shared/brand-kits.ts';
import { useDesign } from '../design-context.ts';
import { isWanted, Row } from '../fields/row.tsx';
import { nameOf } from '../names.ts';
import { valueAt } from '../value-at.ts';

const path = ['brandKitId'];
const swatches = 5;

export function KitPicker() {
  const { value, set, frozen, query } = useDesign();
  const group = useId();
  const given = valueAt(value, path);
  const mode = valueAt(value, ['theme', 'mode']);
  const saved = typeof given === 'string' && !Object.hasOwn(kits, given) ? given : undefined;
  const cards: readonly (readonly [string | undefined, string, BrandKit])[] = [
    [undefined, 'None', ownLook],
    ...Object.entries(kits).map(([id, kit]) => [id, nameOf(id), kit] as const),
  ];
  if (!isWanted(query, 'Brand kit', path)) return null;
  return (
    <Row path={path} label="Brand kit" group wide>
      {(ids) => (
        <span className="design-kits">
          {cards.map(([id, name, kit]) => {
            const ground = kit[mode === 'light' || mode === 'dark' ? mode : kit.home];
            return (
              <label key={name}>
                <input
                  type="radio"
                  name={group}
                  checked={id === given}
                  disabled={frozen}
                  aria-describedby={ids['aria-describedby']}
                  onChange={() => set([[path, id]], id ? `Dress in ${name}` : 'Take the kit off')}
                />
                <span>
                  <i style={{ background: ground.background }}>
                    {ground.palette.slice(0, swatches).map((colour) => (
                      <b key={colour} style={{ background: colour }} />
                    ))}
                  </i>
                  {name}
                </span>
              </label>
            );
          })}
          {saved && <code>{saved}</code>}
        </span>
      )}
    </Row>
  );
}
