// In: a problem of the list. Out: a button beside it that heals it, and one for the other ways where there are several.
import { ChevronDown, Wrench } from 'lucide-react';
import { useId, useRef } from 'react';
import type { Problem } from '../problem.ts';
import type { Fix } from './fixes.ts';
import { useFixes } from './use-fixes.ts';
import './fixes.css';

export type FixButtonProps = {
  text: string;
  problem: Problem;
  onFix: (fix: Fix) => void;
};

/** For `lazy`, which takes a default. */
export default function FixButton({ text, problem, onFix }: FixButtonProps) {
  const [first, ...others] = useFixes(text, problem);
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  if (!first) return null;
  return (
    <span className="fix">
      <button type="button" className="btn small fix-first" title={first.title} onClick={() => onFix(first)}>
        <Wrench aria-hidden /> <span>{first.title}</span>
      </button>
      {others.length > 0 && (
        <>
          <button
            type="button"
            className="btn small icon fix-more"
            aria-label="Other fixes"
            popoverTarget={id}
          >
            <ChevronDown aria-hidden />
          </button>
          <div
            id={id}
            ref={menu}
            popover="auto"
            className="popover fix-others"
            role="group"
            aria-label="Other fixes"
          >
            {others.map((fix) => (
              <button
                key={fix.title}
                type="button"
                onClick={() => {
                  menu.current?.hidePopover();
                  onFix(fix);
                }}
              >
                {fix.title}
              </button>
            ))}
          </div>
        </>
      )}
    </span>
  );
}
