// In: the bytes of a body, or the target of a GET request. Out: which picture it asks for; what was asked for lately is not read,
// judged and hashed again.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { normalised, pictureName } from './etag.ts';
import { chartFromBody, chartFromUrl, queryOf } from './read-chart.ts';

/** What a request for a picture comes to, whoever sends it. */
export interface AskedChart {
  /** Of the picture, see `pictureName`. */
  name: string;
  format: ChartSpec['format'];
  returnUrl: boolean;
  /** Normalised. Read once more when the picture itself is no longer there. */
  spec(): ChartSpec;
}

export interface KnownCharts {
  /** @throws AppError as `chartFromBody` */
  ofBody(body: Buffer): AskedChart;
  /** `read` must make the same of the same target. @throws AppError as `read` */
  ofUrl(target: string, read?: (target: string) => ChartSpec): AskedChart;
  /** Held at present. */
  bytes(): number;
}

/** One long request must not push out a thousand short ones. */
const LARGEST_SHARE = 1 / 16;
/** Beside the text itself: the hash, the object and its place in the map. */
const ENTRY_BYTES = 400;

/**
 * Requests are told apart by their whole text, byte by byte, so that no two can be mistaken for one another. Refusals are not
 * kept, nor is anything about who asked. A credential in a query would be kept with it: such a request is read every time.
 *
 * @param mostBytes for all that is kept; what was not asked for longest leaves first
 */
export function createKnownCharts(options: { version: string; mostBytes: number }): KnownCharts {
  const { version, mostBytes } = options;
  // A Map keeps the order of insertion: taking one out and putting it back makes it the newest.
  const known = new Map<string, AskedChart>();
  let held = 0;

  function keep(text: string, chart: AskedChart) {
    const size = text.length + ENTRY_BYTES;
    if (size > mostBytes * LARGEST_SHARE) return;
    known.set(text, chart);
    held += size;
    for (const oldest of known.keys()) {
      if (held <= mostBytes) break;
      known.delete(oldest);
      held -= oldest.length + ENTRY_BYTES;
    }
  }

  function lately(text: string): AskedChart | undefined {
    const chart = known.get(text);
    if (chart === undefined) return undefined;
    known.delete(text);
    known.set(text, chart);
    return chart;
  }

  /** The first asker gets the chart that was just read; what is kept would be too big with it. */
  function afresh(text: string, spec: ChartSpec, reread: (() => ChartSpec) | undefined): AskedChart {
    const { format, returnUrl } = spec;
    const chart = { name: pictureName(spec, version), format, returnUrl };
    if (reread) keep(text, { ...chart, spec: reread });
    return { ...chart, spec: () => spec };
  }

  return {
    ofBody(body) {
      // One byte, one character: for telling apart, not for reading. No URL begins like a chart, so both can share the map.
      const text = body.toString('latin1');
      const read = (bytes: Buffer) => normalised(chartFromBody(bytes));
      return lately(text) ?? afresh(text, read(body), () => read(Buffer.from(text, 'latin1')));
    },
    ofUrl(target, readUrl = chartFromUrl) {
      const read = () => normalised(readUrl(target));
      return lately(target) ?? afresh(target, read(), holdsKey(target) ? undefined : read);
    },
    bytes: () => held,
  };
}

function holdsKey(target: string): boolean {
  const query = new URLSearchParams(queryOf(target));
  return query.has('key') || query.has('apiKey');
}
