// In: nothing. Out: the texts that people paste, each with what the decoder must make of it. Written for this project, with the
// bodies and headers of protocol 1.4 and 2.3. Split by where they are copied from.
import { commands } from './corpus-commands.ts';
import { messages } from './corpus-messages.ts';
import { others } from './corpus-others.ts';

export type Sample = {
  name: string;
  text: string;
  /** What stands in `data-error-code`. */
  code: string;
  kind: string;
  dialect?: 'chart-output' | 'image-charts';
  /** When the wait ends, as ISO 8601. */
  ends?: string;
  wait?: 'none' | 'by-hand' | 'ends' | 'over' | 'unknown';
  /** The paths of the details, in order. */
  paths?: readonly string[];
  /** A piece of the chart's text that came along. */
  chart?: string;
  removed?: number;
  /** A piece of what was seen. */
  saw?: string;
};

/** The moment at which the corpus is read. */
export const NOW = Date.parse('2026-11-22T06:50:00Z');

export const corpus: readonly Sample[] = [...messages, ...commands, ...others];
