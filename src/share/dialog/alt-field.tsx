// In: the alternative text. Out: a field to change it, and the way back to the generated one.
import { useId } from 'react';
import { ALT_CHARACTERS } from '#shared/alt-text.ts';
import type { Alt } from './use-alt.ts';

export function AltField({ alt }: { alt: Alt }) {
  const id = useId();
  const { own, words } = alt;
  return (
    <div className="alt-field">
      <label htmlFor={id}>Alternative text</label>
      <span className="chip">{own ? 'Your words' : 'Generated from the chart'}</span>
      {own && (
        <button type="button" className="btn quiet small" onClick={alt.reset}>
          Reset to generated
        </button>
      )}
      <textarea
        id={id}
        rows={3}
        className="input"
        value={own?.words ?? alt.generated}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => alt.write(target.value)}
      />
      <p className="note" id={`${id}-note`}>
        {own?.outdated
          ? 'The chart has changed since you wrote this: does it still hold?'
          : own && own.words.trim() === ''
            ? 'Left empty, the generated text is used.'
            : `Read out in place of the picture. ${words.length} characters${words.length > ALT_CHARACTERS ? ': long for one breath' : ''}.`}
      </p>
    </div>
  );
}
