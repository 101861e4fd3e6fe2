// In: messages with a call to the desk. Out: its answers, each with the number of the call. A thread of its own.
import { tableDesk } from './table-desk.ts';
import type { Call, Reply } from './table-reader.ts';

const desk = tableDesk();

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  const result =
    data.kind === 'read' ? desk.read(data.text, data.chosen, data.usual) : desk.ask(data.question);
  postMessage({ id: data.id, result } satisfies Reply);
});
