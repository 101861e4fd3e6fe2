// In: the document as it stands, valid or not, and the newest valid one. Out: the one to take colours from, and its colours.
import { type Look, lookOf } from '#shared/chart-look.ts';
import { type ChartSpec, readSpec } from '#shared/chart-spec.ts';

/** What decides about colours. */
const telling = ['brandKitId', 'theme', 'backgroundColor'] as const;
const bare = { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] } };

export function inForce(value: unknown, valid: ChartSpec | undefined): { spec: ChartSpec; look: Look } {
  if (valid) return { spec: valid, look: lookOf(valid) };
  const given = value as Record<string, unknown>;
  const kept = Object.fromEntries(
    telling.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]),
  );
  const reading = readSpec({ ...bare, ...kept });
  const plain = readSpec(bare);
  const judged = reading.ok ? reading.spec : plain.ok ? plain.spec : undefined;
  if (!judged) throw new Error('The bare chart is none');
  // The series as they stand, for what they have of colours of their own.
  return { spec: { ...(given as ChartSpec), ...judged, ...seriesOf(given) }, look: lookOf(judged) };
}

const seriesOf = ({ type, data }: Record<string, unknown>) =>
  ({
    ...(type === undefined ? {} : { type }),
    ...(data === undefined ? {} : { data }),
  }) as Partial<ChartSpec>;
