// In: what curl, browsers and Node print when no answer came. Out: which of the two it was: cut off, or waited too long.
import type { Found } from './found.ts';

/** curl's exit codes: 28 is its time limit; 5, 6, 7, 35, 52, 55, 56 and 92 are connections that failed or broke. */
const failures: readonly [RegExp, Found['unreached']][] = [
  [
    /\bcurl: \(28\)|\bETIMEDOUT\b|ERR_(?:CONNECTION_)?TIMED_OUT|UND_ERR_\w{1,20}_TIMEOUT|\bTimeoutError\b/,
    'time_out',
  ],
  [
    /\bcurl: \((?:5|6|7|35|52|55|56|92)\)|\bECONN(?:REFUSED|RESET|ABORTED)\b|\bENOTFOUND\b|\bEAI_AGAIN\b|\bEPIPE\b|net::ERR_\w{3,60}|Failed to fetch\b|fetch failed\b|NetworkError when attempting|socket hang up|NS_ERROR_(?:NET|CONN|UNKNOWN)\w{1,40}/,
    'network_error',
  ],
];

export function readFailure(text: string): Found | undefined {
  const unreached = failures.find(([pattern]) => pattern.test(text))?.[1];
  return unreached && { kind: 'network-failure', unreached };
}
