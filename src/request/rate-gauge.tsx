// In: the headers of the last answer. Out: how much of the rate limit is left, and when it starts anew.

import { clockOfDay, remainingText } from './remaining.ts';
import { useNow } from './use-now.ts';
import './rate-gauge.css';

export type Rate = { limit: number; remaining: number; resetMs: number | undefined };

/** Reads `X-RateLimit-*` as documented: counts, and the reset as ISO 8601. */
export function rateOf(headers: Readonly<Record<string, string>>): Rate | undefined {
  const limit = Number(headers['x-ratelimit-limit'] ?? Number.NaN);
  const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
  if (!(limit > 0) || Number.isNaN(remaining)) return undefined;
  const reset = headers['x-ratelimit-reset'] ?? '';
  // `Date.parse` would read bare seconds as a year long past.
  const resetMs = /^\d{4}-\d{2}-\d{2}T/.test(reset) ? Date.parse(reset) : Number.NaN;
  return {
    limit,
    remaining: Math.min(Math.max(remaining, 0), limit),
    resetMs: Number.isNaN(resetMs) ? undefined : resetMs,
  };
}

export function RateGauge({ rate }: { rate: Rate | undefined }) {
  const now = useNow(rate?.resetMs, 1000);
  const over = rate?.resetMs !== undefined && now >= rate.resetMs;
  const remaining = rate && (over ? rate.limit : rate.remaining);
  const text = rate ? `${remaining} of ${rate.limit} requests left` : 'Known after the first answer';
  const level =
    rate && remaining !== undefined
      ? remaining === 0
        ? 'over'
        : remaining / rate.limit <= 0.2
          ? 'near'
          : ''
      : '';
  return (
    <div className="rate-gauge">
      <span className="label">Rate limit</span>
      <div
        className={`meter ${level}`}
        role="meter"
        aria-label="Rate limit"
        aria-valuemin={0}
        aria-valuemax={rate?.limit ?? 100}
        aria-valuenow={remaining ?? 100}
        aria-valuetext={text}
      >
        <i style={{ width: rate ? `${((remaining ?? 0) / rate.limit) * 100}%` : '0%' }} />
      </div>
      <span
        className="text"
        title={
          rate?.resetMs === undefined ? undefined : `The window ends at ${clockOfDay(rate.resetMs, now)}`
        }
      >
        {text}
        {rate?.resetMs !== undefined &&
          !over &&
          remaining !== rate.limit &&
          `, all again in ${remainingText(rate.resetMs - now)}`}
      </span>
    </div>
  );
}
