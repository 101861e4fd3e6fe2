// In: the details of a refusal. Out: one button for each, which leads to its place in the editor.
import type { Detail } from '#shared/errors.ts';

const MOST_SHOWN = 20;

type Props = { details: readonly Detail[]; onJump: (detail: Detail) => void };

export function DecodedFields({ details, onJump }: Props) {
  return (
    <ul className="fields" aria-label="Fields to change">
      {details.slice(0, MOST_SHOWN).map((detail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pasted list may hold the same detail twice, and never changes
        <li key={index}>
          <button type="button" onClick={() => onJump(detail)} title="Show in the editor">
            <code>{detail.path || 'chart'}</code>
            <span>{detail.message}</span>
          </button>
        </li>
      ))}
      {details.length > MOST_SHOWN && <li className="more">and {details.length - MOST_SHOWN} more</li>}
    </ul>
  );
}
