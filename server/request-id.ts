// In: the X-Request-Id that came along, if any. Out: the id under which this request is answered and logged.
import { randomUUID } from 'node:crypto';

/** A caller's own id is kept when it is short and plain enough to stand in a header and a log line. */
export const requestIdOf = (given: string | undefined): string =>
  given !== undefined && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(given) ? given : randomUUID();
