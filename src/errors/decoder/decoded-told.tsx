// In: the words for an error, or a paste that is none. Out: the headline with its icon, and what it means.
import { CircleCheck, CircleHelp, Clock, PenLine, Send, ServerCrash } from 'lucide-react';
import type { Move } from '#shared/errors.ts';
import { type CardWords, moveWords } from '../describe.ts';
import type { Decoded } from './decode.ts';
import { otherWords } from './pasted-words.ts';

const icons: Record<Move, typeof Clock> = { you: PenLine, wait: Clock, us: ServerCrash };
const otherIcons = { success: CircleCheck, 'no-answer': Send, unrecognised: CircleHelp };

export function Explained({ words }: { words: CardWords }) {
  const Icon = icons[words.move];
  return (
    <div className="told">
      <header>
        <Icon aria-hidden className="icon" />
        <div>
          <h3>{words.title}</h3>
          <p className="meta">
            <code>{words.code}</code>
            <span>{words.status}</span>
            <span>{words.origin}</span>
          </p>
        </div>
        <span className="chip move">{moveWords[words.move]}</span>
      </header>
      <p>{words.meaning}</p>
    </div>
  );
}

/** A success, a request without an answer, or nothing that is known: said as plainly as an error. */
export function Other({ decoded }: { decoded: Decoded }) {
  const kind = decoded.verdict.kind;
  if (kind !== 'success' && kind !== 'no-answer' && kind !== 'unrecognised') return null;
  const Icon = otherIcons[kind];
  const { title, meaning } = otherWords(decoded, kind);
  return (
    <div className="told">
      <header>
        <Icon aria-hidden className="icon" />
        <div>
          <h3>{title}</h3>
        </div>
      </header>
      <p>{meaning}</p>
    </div>
  );
}
