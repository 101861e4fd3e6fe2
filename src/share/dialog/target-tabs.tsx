// In: the places a chart can go to and the one chosen. Out: tabs: one stop for the Tab key, arrows between them.
import { Code2, FileCode2, Hash, Image, Link, Mail, Terminal } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { type TargetId, targets } from '../targets.ts';

const icons: Partial<Record<TargetId, typeof Image>> = {
  url: Image,
  edit: Link,
  html: Code2,
  email: Mail,
  slack: Hash,
  curl: Terminal,
};

type Props = { chosen: TargetId; onChoose: (id: TargetId) => void; panelId: string };

export const tabId = (id: TargetId): string => `share-to-${id}`;

export function TargetTabs({ chosen, onChoose, panelId }: Props) {
  const move = (event: KeyboardEvent) => {
    const at = targets.findIndex(({ id }) => id === chosen);
    const next: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: targets.length - 1,
    };
    const to = next[event.key];
    const target = to === undefined ? undefined : targets[(to + targets.length) % targets.length];
    if (!target) return;
    event.preventDefault();
    onChoose(target.id);
    document.getElementById(tabId(target.id))?.focus();
  };
  return (
    <div
      className="target-tabs"
      role="tablist"
      aria-label="Where it goes"
      aria-orientation="vertical"
      onKeyDown={move}
    >
      {targets.map(({ id, name }) => {
        const Icon = icons[id] ?? FileCode2;
        return (
          <button
            key={id}
            id={tabId(id)}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={panelId}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            <Icon aria-hidden /> {name}
          </button>
        );
      })}
    </div>
  );
}
