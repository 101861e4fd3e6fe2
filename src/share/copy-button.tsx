// In: a text to copy. Out: a button that copies it and says so in place, without changing its width.
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';

type Props = {
  /** The text, or a way to make it when it is asked for. */
  text: string | (() => Promise<string>);
  label: string;
  icon: ReactNode;
  className?: string;
  /** Only the icon is seen; the label is the name. */
  bare?: boolean;
  disabled?: boolean;
  describedBy?: string;
  /** What the command palette calls it. */
  command?: string;
};

type Outcome = 'none' | 'copied' | 'refused';
const SHOWN_MS = 2000;

export function CopyButton({
  text,
  label,
  icon,
  className = 'btn',
  bare = false,
  disabled = false,
  describedBy,
  command,
}: Props) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copied(text)) ? 'copied' : 'refused');
  const words = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Copying was refused' : '';
  return (
    <>
      <button
        type="button"
        className={`${className} copy-button`}
        aria-label={label}
        data-command={command}
        aria-describedby={describedBy}
        aria-disabled={disabled}
        title={bare ? label : undefined}
        onClick={() => !disabled && void copy()}
      >
        {outcome === 'copied' ? <Check aria-hidden /> : icon}
        {!bare && (
          <span className="words">
            <span className={outcome === 'none' ? '' : 'away'}>{label}</span>
            <span className={outcome === 'none' ? 'away' : ''} aria-hidden>
              {outcome === 'refused' ? 'Not allowed' : 'Copied'}
            </span>
          </span>
        )}
      </button>
      <span className="visually-hidden" role="status">
        {words}
      </span>
    </>
  );
}

/** A text still to be made goes into the clipboard item as a promise: Safari forgets the click by the time it is there. */
async function copied(text: Props['text']): Promise<boolean> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': text().then((made) => new Blob([made], { type: 'text/plain' })) }),
      ]);
    return true;
  } catch {
    return typeof text === 'string' && copiedByCommand(text);
  }
}

/** Pages without https have no clipboard API; the old command still works there. */
function copiedByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  const focused = document.activeElement;
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
