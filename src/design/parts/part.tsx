// In: a name and fields. Out: a part of the panel that folds; open while something is looked for. Folded, it still says how many
// problems are in it.
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Path } from '#shared/sentences.ts';
import { useDesign } from '../design-context.ts';
import { useOpenPart } from '../open-parts.ts';

type Props = {
  /** Under which it is remembered. */
  name: string;
  title: ReactNode;
  /** What it is about, for counting problems. */
  about: readonly Path[];
  inner?: boolean;
  /** In the head, at its end. */
  tools?: ReactNode;
  children: ReactNode;
};

export function Part({ name, title, about, inner = false, tools, children }: Props) {
  const { query, problemsAt } = useDesign();
  const [chosen, choose] = useOpenPart(name);
  const open = chosen || query !== '';
  const id = useId();
  const problems = new Set(about.flatMap((path) => problemsAt(path)));
  const worst = [...problems].some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  const Heading = inner ? 'h4' : 'h3';
  return (
    <section className={`design-part ${inner ? 'inner' : ''}`} data-part={name}>
      <div className="design-part-head">
        <Heading>
          <button type="button" aria-expanded={open} aria-controls={id} onClick={() => choose(!chosen)}>
            <ChevronRight aria-hidden />
            <span>{title}</span>
            {problems.size > 0 && (
              <span className={`design-count ${worst}`}>
                {problems.size}
                <span className="visually-hidden"> {problems.size === 1 ? 'problem' : 'problems'}</span>
              </span>
            )}
          </button>
        </Heading>
        {tools}
      </div>
      <div id={id} hidden={!open} className="design-part-body">
        {open && children}
      </div>
    </section>
  );
}
