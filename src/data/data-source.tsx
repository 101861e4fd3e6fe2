// In: the text of a table. Out: where it comes from: a field to paste or type into, and a file. A long text is not laid out: its
// first lines stand for it.
import { FileUp, Sparkles, X } from 'lucide-react';
import { type ClipboardEvent, type RefObject, useRef } from 'react';
import { readFile } from './read-file.ts';

/** What a text area lays out within a frame. */
const longest = 60_000;
const excerptLines = 60;

const example = `Month\tOrders\tReturns
Jan\t412\t31
Feb\t468\t28
Mar\t521\t35
Apr\t503\t30
May\t577\t33
Jun\t603\t29
Jul\t590\t34
Aug\t612\t38
Sep\t655\t36
Oct\t698\t41
Nov\t742\t52
Dec\t801\t57
`;

type Props = {
  text: string;
  area: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  onFailure: (sentence: string) => void;
};

export function DataSource({ text, area, onText, onFailure }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const long = text.length > longest;
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const reading = await readFile(file);
    if (reading.ok) onText(reading.text);
    else onFailure(reading.sentence);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    // A short paste is typing, and undone as such.
    if (!long && pasted.length <= longest) return;
    event.preventDefault();
    onText(pasted);
  };
  return (
    <section className="data-source" aria-label="Source">
      <label className="field">
        <span>{long ? `The first lines of ${sizeOf(text)}` : 'Table as text'}</span>
        <textarea
          ref={area}
          className="input mono"
          value={long ? excerptOf(text) : text}
          readOnly={long}
          onChange={(event) => onText(event.target.value)}
          onPaste={paste}
          placeholder={'Paste cells here (Ctrl+V)\n\nMonth\tOrders\nJan\t412\nFeb\t468'}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
        />
      </label>
      <div className="data-source-tools">
        <button type="button" className="btn small" onClick={() => picker.current?.click()}>
          <FileUp aria-hidden /> Choose a file
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-hidden
          tabIndex={-1}
          accept=".csv,.tsv,.tab,.txt,.json,.md,text/*,application/json"
          onChange={({ currentTarget }) => {
            void choose(currentTarget.files?.[0]);
            // The same file again is a new choice.
            currentTarget.value = '';
          }}
        />
        {text === '' ? (
          <button type="button" className="btn quiet small" onClick={() => onText(example)}>
            <Sparkles aria-hidden /> Try an example
          </button>
        ) : (
          <button type="button" className="btn quiet small" onClick={() => onText('')}>
            <X aria-hidden /> Clear
          </button>
        )}
      </div>
    </section>
  );
}

function excerptOf(text: string): string {
  const lines = text.slice(0, longest).split(/\r\n?|\n/);
  return lines
    .slice(0, excerptLines)
    .map((line) => line.slice(0, 300))
    .join('\n');
}

function sizeOf(text: string): string {
  const megabytes = text.length / 1e6;
  return megabytes < 0.95
    ? `${Math.round(text.length / 1000)},000 characters`
    : `${megabytes.toFixed(1)} million characters`;
}
