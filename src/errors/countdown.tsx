// In: a deadline and what is left of it. Out: the clock a person watches. Never spoken as it ticks: that is SpokenWait's.

type Props = {
  /** ms since 1970. */
  deadlineMs: number;
  /** What is left, 1 down to 0. */
  share: number;
  text: string;
  what: string;
};

export function Countdown({ deadlineMs, share, text, what }: Props) {
  return (
    <div className="countdown">
      <span
        className="time"
        role="timer"
        aria-label="Time until the next try"
        data-deadline={new Date(deadlineMs).toISOString()}
      >
        {text}
      </span>
      <span className="what">{what}</span>
      <span className="bar" aria-hidden>
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  );
}
