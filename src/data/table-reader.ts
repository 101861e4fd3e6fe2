// In: texts and questions. Out: what the desk in the worker says about them. Only the newest text is waited for: calls about an
// older one never answer.
import type { Chosen } from './read-table.ts';
import type { Answer, Overview, Question } from './table-desk.ts';

export type Call =
  | { id: number; kind: 'read'; text: string; chosen: Chosen; usual: '.' | ',' }
  | { id: number; kind: 'ask'; question: Question };
export type Reply = { id: number; result: Overview | Answer | undefined };

export type TableReader = {
  read: (text: string, chosen?: Chosen) => Promise<Overview>;
  ask: (question: Question) => Promise<Answer | undefined>;
  stop: () => void;
};

/** The decimal mark where the reader lives. */
const usual = (): '.' | ',' =>
  new Intl.NumberFormat(navigator.language).format(0.5).includes(',') ? ',' : '.';

export function startTableReader(): TableReader {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { done: (result: Reply['result']) => void; failed: (error: Error) => void }
  >();
  let calls = 0;
  worker.onmessage = ({ data: { id, result } }: MessageEvent<Reply>) => {
    waiting.get(id)?.done(result);
    waiting.delete(id);
  };
  worker.onerror = () => {
    for (const { failed } of waiting.values()) failed(new Error('The reader of tables could not be loaded'));
    waiting.clear();
  };
  const call = <T>(make: (id: number) => Call) =>
    new Promise<T>((done, failed) => {
      const message = make(++calls);
      waiting.set(message.id, { done: done as (result: Reply['result']) => void, failed });
      worker.postMessage(message);
    });
  return {
    read: (text, chosen = {}) => call((id) => ({ id, kind: 'read', text, chosen, usual: usual() })),
    ask: (question) => call((id) => ({ id, kind: 'ask', question })),
    stop: () => worker.terminate(),
  };
}
