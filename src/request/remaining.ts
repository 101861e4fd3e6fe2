// In: a span or a moment in ms. Out: the words a person reads for it. Pure.

/** `0:09`, `14:02`, from an hour on `about 2 h`; never negative, rounded up so that 0:00 means now. */
export function remainingText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds >= 3600) return `about ${Math.round(seconds / 3600)} h`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `40 seconds`, `1 minute`, `about 2 hours`: for speaking. */
export function spokenRemaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  if (seconds >= 3600) return `about ${count(Math.round(seconds / 3600), 'hour')}`;
  if (seconds < 60) return count(seconds, 'second');
  const rest = seconds % 60;
  return rest === 0
    ? count(seconds / 60, 'minute')
    : `${count(Math.floor(seconds / 60), 'minute')} ${count(rest, 'second')}`;
}

/** `14:05`, or `14:05 tomorrow`, or with the date beyond that; local time. */
export function clockOfDay(epochMs: number, nowMs: number): string {
  const date = new Date(epochMs);
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const days = Math.round(
    (new Date(epochMs).setHours(0, 0, 0, 0) - new Date(nowMs).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days === 0) return time;
  return days === 1
    ? `${time} tomorrow`
    : `${time} on ${date.toLocaleDateString([], { day: 'numeric', month: 'long', year: 'numeric' })}`;
}

/** `812 B`, `31.4 kB`, `1.2 MB` (decimal units). */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_950 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
