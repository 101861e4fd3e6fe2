// In: the rungs of the ladder and the one in use. Out: how long the link is against who takes how much, and the rungs to choose from.
import { Check, Minus } from 'lucide-react';
import { useId } from 'react';
import type { Ceiling, Rung, RungId } from '../ladder.ts';

const names: Record<RungId, string> = {
  inline: 'Inline link',
  short: 'Shortest inline link',
  saved: 'Stored link',
  post: 'POST',
};
const about: Record<RungId, string> = {
  inline: 'The chart as it stands',
  short: 'Same picture, fewer characters',
  saved: 'The server keeps the picture',
  post: 'Chart in the body',
};
const grouped = (count: number): string => count.toLocaleString('en-GB');

type Props = {
  rungs: readonly Rung[];
  rung: Rung | undefined;
  pinned: RungId | undefined;
  onPin: (rung: RungId | undefined) => void;
  ceilings: readonly Ceiling[];
  origin: string;
};

export function LinkLength({ rungs, rung, pinned, onPin, ceilings, origin }: Props) {
  const name = useId();
  return (
    <section className="link-length" aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>The link</h3>
      <Meter
        characters={rung?.characters ?? rungs[1]?.characters ?? 0}
        ceilings={ceilings}
        host={origin.length}
      />
      <fieldset className="rungs">
        <legend className="visually-hidden">Kind of link</legend>
        <label className="rung">
          <input type="radio" name={name} checked={pinned === undefined} onChange={() => onPin(undefined)} />
          <span className="what">
            <strong>Automatic</strong>
            <span>
              {rung && pinned === undefined
                ? `Now: ${rung.id === 'post' ? 'POST' : names[rung.id].toLowerCase()}`
                : 'The first that fits'}
            </span>
          </span>
        </label>
        {rungs.map(({ id, characters, fits, why, path }) => (
          <label key={id} className={`rung ${rung?.id === id ? 'used' : ''} ${fits ? '' : 'unfit'}`}>
            <input
              type="radio"
              name={name}
              checked={pinned === id}
              disabled={!fits && path === undefined}
              onChange={() => onPin(id)}
            />
            <span className="what">
              <strong>{names[id]}</strong>
              <span>{why ?? about[id]}</span>
            </span>
            <span className="size">
              {characters !== undefined && grouped(characters)}
              {fits ? <Check aria-label="fits" /> : <Minus aria-label="does not fit" />}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Drawn a little beyond the last tick, so that it does not stand on the edge. */
const ROOM = 1.06;

type MeterProps = {
  characters: number;
  ceilings: readonly Ceiling[];
  /** Characters that a server does not count. */
  host: number;
};

function Meter({ characters, ceilings, host }: MeterProps) {
  const server = ceilings.find(({ id }) => id === 'server');
  const most = server?.characters ?? 0;
  const scale = Math.max(...ceilings.map((ceiling) => ceiling.characters)) * ROOM;
  const at = (value: number): string => `${Math.min(100, (value / scale) * 100)}%`;
  const over = characters > most;
  const others = ceilings.filter(({ id }) => id !== 'server');
  return (
    <div className="length-meter">
      <p className={`count ${over ? 'over' : ''}`}>
        <strong>{grouped(characters)}</strong> characters. {sentence(server?.name ?? '')} counts{' '}
        {grouped(Math.max(0, characters - host))} of {grouped(most - host)}.
      </p>
      <div
        className={`meter ${over ? 'over' : characters > most * 0.85 ? 'near' : ''}`}
        role="meter"
        aria-label="Length of the link"
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={Math.min(characters, most)}
        aria-valuetext={`${grouped(characters)} of ${grouped(most)} characters`}
      >
        <i style={{ width: at(characters) }} />
        {ceilings.map((ceiling) => (
          <b key={ceiling.id} className={ceiling.id} style={{ left: at(ceiling.characters) }} />
        ))}
      </div>
      <ul className="ticks">
        {others.map(({ id, characters: most, name }) => (
          <li key={id} style={{ left: at(most) }} title={`${grouped(most)}: ${name}`}>
            {grouped(most)}
            <span className="visually-hidden">: {name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
