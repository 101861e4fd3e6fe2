// In: nothing. Out: what every field of the design panel is given, without being handed it by each part in between.
import { createContext, use } from 'react';
import type { Look } from '#shared/chart-look.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { Path } from '#shared/sentences.ts';
import type { TextEdit } from '../editor/edit-value.ts';
import type { Problem } from '../editor/problem.ts';
import type { Change } from './design-edits.ts';
import type { Leaf } from './leaves.ts';

export type Design = {
  /** What the text says, or said when it was JSON last. */
  value: unknown;
  /** The text is no JSON at present: everything can be read and nothing changed. */
  frozen: boolean;
  /** The chart whose colours are shown; not always one that can be drawn. */
  spec: ChartSpec;
  /** Colours in force: those of the text as it is, even where something else in it is wrong. */
  look: Look;
  /** One undo step, or a part of the step before that has the same `join`. */
  set: (changes: readonly Change[], label: string, join?: string) => void;
  edit: (edits: (text: string) => readonly TextEdit[], label: string) => void;
  reveal: (path: Path) => void;
  leafAt: (path: Path) => Leaf | undefined;
  problemsAt: (path: Path) => readonly Problem[];
  /** What is looked for, in small letters; empty when nothing is. */
  query: string;
  /** Where the caret was in the JSON when this face was opened. */
  wanted: Path;
  /** Goes up with every undo and redo: what is half typed in a field is no longer true. */
  undone: number;
};

export const DesignContext = createContext<Design | undefined>(undefined);

export function useDesign(): Design {
  const design = use(DesignContext);
  if (!design) throw new Error('A field outside of the design panel');
  return design;
}
