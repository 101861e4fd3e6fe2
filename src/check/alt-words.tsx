// In: the generated alternative text. Out: it, to read and to copy, with a word on where it goes.
import { Copy } from 'lucide-react';
import { CopyButton } from '../share/copy-button.tsx';

export function AltWords({ words }: { words: string }) {
  return (
    <div className="alt-words">
      <blockquote>{words}</blockquote>
      <div className="check-offer">
        <CopyButton className="btn" label="Copy alternative text" icon={<Copy aria-hidden />} text={words} />
        <p>
          {words.length} characters, made from the chart. The HTML, Markdown and e-mail snippets of the share
          dialog carry it, and there you can write your own.
        </p>
      </div>
    </div>
  );
}
