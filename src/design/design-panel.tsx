// In: the document. Out: its other face, where the same chart is designed by fields.
import { useCaret, type Workbench } from '../workbench.ts';

/** For `lazy`, which takes a default. */
export default function DesignPanel({ bench }: { bench: Workbench }) {
  return <div className="design-missing">Caret at {useCaret(bench.caret)}</div>;
}
