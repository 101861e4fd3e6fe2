// In: a path that holds a colour. Out: the browser's picker, the colour as text, the swatches of the palette in force, and how well
// it is told from the background.
import { useId, useRef } from 'react';
import { contrast, hexOf, rgbaOf, withAlphaOf } from '../colour.ts';
import { useDesign } from '../design-context.ts';
import { nameOf } from '../names.ts';
import { useTyped } from '../use-typed.ts';
import { valueAt } from '../value-at.ts';
import type { ControlProps } from './field.tsx';
import { type ControlIds, Row } from './row.tsx';

export function ColourField({ path, label = nameOf(path.at(-1) ?? ''), usual, leaf }: ControlProps) {
  const { value, set } = useDesign();
  const given = valueAt(value, path);
  const isText =
    /text|color$/i.test(String(path.at(-1))) && !/background|border|grid|backdrop/i.test(path.join('.'));
  return (
    <Row path={path} label={label} hint={leaf.hint}>
      {(ids) => (
        <ColourControl
          ids={ids}
          label={label}
          given={typeof given === 'string' ? given : ''}
          usual={typeof usual === 'string' ? usual : undefined}
          least={isText ? 4.5 : 3}
          measured={!/background|backdrop|grid/i.test(String(path.at(-1)))}
          onWrite={(next, join) => set([[path, next || undefined]], `Set ${label}`, join)}
        />
      )}
    </Row>
  );
}

type Props = {
  ids?: ControlIds;
  label: string;
  given: string;
  /** What is drawn when nothing is given. */
  usual: string | undefined;
  /** Contrast from which on it can be read, or seen. */
  least: number;
  /** Whether it stands on the background at all. */
  measured: boolean;
  onWrite: (colour: string, join: string) => void;
};

export function ColourControl({ ids, label, given, usual, least, measured, onWrite }: Props) {
  const { look, frozen } = useDesign();
  const { palette, background } = look;
  const pop = useRef<HTMLDivElement>(null);
  const popId = useId();
  const { type, done, props } = useTyped(given, (typed, join) => {
    onWrite(typed, join);
    return undefined;
  });
  const shown = given || usual || '';
  const ratio = measured && rgbaOf(shown) ? contrast(shown, background) : undefined;
  return (
    <span className="design-colour">
      <button
        type="button"
        className="design-swatch"
        style={
          { '--swatch': shown || 'transparent', anchorName: `--${cssName(popId)}` } as React.CSSProperties
        }
        data-none={shown === '' || undefined}
        aria-label={`Choose ${label}`}
        popoverTarget={popId}
        disabled={frozen}
      />
      <input
        {...ids}
        {...props}
        className="input"
        placeholder={usual ?? 'Auto'}
        aria-label={ids ? undefined : label}
        disabled={frozen}
        spellCheck={false}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Enter') done();
          else props.onKeyDown(event);
        }}
      />
      {ratio !== undefined && (
        <span
          className={`design-contrast ${ratio < least ? 'low' : ''}`}
          title={`Contrast with the background; ${least} or more is ${least > 4 ? 'readable' : 'clear to see'}`}
        >
          {ratio.toFixed(1)}
          <span className="visually-hidden"> to 1 contrast{ratio < least ? ', low' : ''}</span>
        </span>
      )}
      <div
        id={popId}
        ref={pop}
        popover="auto"
        className="design-swatches"
        role="group"
        aria-label={`Colours for ${label}`}
        style={{ positionAnchor: `--${cssName(popId)}` } as React.CSSProperties}
      >
        <p>Palette</p>
        <div>
          {palette.map((colour) => (
            <button
              type="button"
              key={colour}
              className="design-swatch"
              style={{ '--swatch': colour } as React.CSSProperties}
              aria-label={colour}
              title={colour}
              onClick={() => {
                pop.current?.hidePopover();
                type(colour);
                done();
              }}
            />
          ))}
        </div>
        <label className="design-any">
          <input
            type="color"
            value={hexOf(shown)}
            onInput={({ currentTarget }) => type(withAlphaOf(given, currentTarget.value))}
            onChange={() => undefined}
          />
          Any colour
        </label>
      </div>
    </span>
  );
}

const cssName = (id: string) => id.replaceAll(/[^\w-]/g, '');
