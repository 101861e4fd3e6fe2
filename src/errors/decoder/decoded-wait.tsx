// In: a decoded paste and when it was pasted. Out: the note that says when the wait ends, or ended.
import { Clock } from 'lucide-react';
import { useNow } from '../../request/use-now.ts';
import { noRetry } from '../describe.ts';
import type { Decoded } from './decode.ts';
import { pastedAttempt } from './pasted-words.ts';
import { waitWords } from './wait-words.ts';

/** No countdown: the request was somebody else's, and nothing here will send it again. */
export function DecodedWait({ decoded, atMs }: { decoded: Decoded; atMs: number }) {
  const { wait } = decoded;
  const endsAtMs = 'endsAtMs' in wait ? wait.endsAtMs : undefined;
  const now = Math.max(useNow(endsAtMs !== undefined && endsAtMs > atMs ? endsAtMs : undefined, 1000), atMs);
  const words = waitWords(wait, now);
  // Of an answer that nobody documents, nobody knows whether it would come again.
  if (!words && decoded.verdict.kind !== 'documented') return null;
  if (!words) return <p className="no-retry">{noRetry(pastedAttempt(decoded))}</p>;
  return (
    <div className="wait-note">
      <Clock aria-hidden />
      <div>
        <p>
          {endsAtMs === undefined ? (
            words.headline
          ) : (
            <time dateTime={new Date(endsAtMs).toISOString()}>{words.headline}</time>
          )}
        </p>
        <p className="note">{words.reason}</p>
      </div>
    </div>
  );
}
