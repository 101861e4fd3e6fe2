// In: which part of the page a small screen shows. Out: the bar at its bottom that changes it.
import { Braces, Image, Send, SlidersHorizontal } from 'lucide-react';
import type { Face } from './settings.ts';
import './phone-tabs.css';

/** What is on a small screen: the chart (in one of its faces), its picture and links, or the request and its answer. */
export type Part = 'chart' | 'picture' | 'request';

type Props = { part: Part; face: Face; onPart: (part: Part) => void; onFace: (face: Face) => void };

export function PhoneTabs({ part, face, onPart, onFace }: Props) {
  const tabs = [
    { name: 'Design', Icon: SlidersHorizontal, part: 'chart', face: 'design' },
    { name: 'JSON', Icon: Braces, part: 'chart', face: 'json' },
    { name: 'Picture', Icon: Image, part: 'picture', face },
    { name: 'Request', Icon: Send, part: 'request', face },
  ] as const;
  return (
    <nav className="phone-tabs" aria-label="Parts of the page">
      {tabs.map(({ name, Icon, ...to }) => (
        <button
          key={name}
          type="button"
          aria-current={to.part === part && to.face === face ? 'true' : undefined}
          onClick={() => {
            onFace(to.face);
            onPart(to.part);
          }}
        >
          <Icon aria-hidden />
          {name}
        </button>
      ))}
    </nav>
  );
}
