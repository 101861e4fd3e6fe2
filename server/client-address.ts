// In: a socket's address and what proxies added. Out: the bucket that an anonymous client is counted in. Pure.
import { isIP, isIPv4 } from 'node:net';

/** How many 16-bit groups, and bits of the next, a household's IPv6 prefix has: /56. */
const WHOLE_GROUPS = 3;

/**
 * @param remote address of the socket's other end
 * @param forwardedFor the `X-Forwarded-For` header, of which only entries written by our own proxies can be believed
 * @param hops number of own proxies in front: that many entries from the right are theirs
 * @returns an IPv4 address, or the first 56 bits of an IPv6 address; the same text for every spelling
 */
export function clientBucket(
  remote: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string {
  const socket = bare(remote ?? '');
  const chain = [...(forwardedFor ?? '').split(',').map(bare).filter(Boolean), socket];
  const claimed = chain[Math.max(0, chain.length - 1 - hops)] ?? socket;
  return bucketOf(isIP(claimed) ? claimed : socket);
}

/** Without blanks, brackets, port and zone: `[::1%lo]:80` is `::1`. */
function bare(text: string): string {
  const trimmed = text.trim();
  const inBrackets = /^\[([^\]]*)\]/.exec(trimmed)?.[1];
  const address = inBrackets ?? trimmed.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return address.replace(/%.*$/, '');
}

function bucketOf(address: string): string {
  if (isIPv4(address)) return address;
  const groups = groupsOf(address);
  if (groups === undefined) return 'unknown';
  // IPv4 inside IPv6 (RFC 4291 §2.5.5.2): without this all such clients would share one bucket, ::/56.
  if (groups.slice(0, 5).every((g) => g === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  const prefix = groups.slice(0, WHOLE_GROUPS).map((g) => g.toString(16));
  return `${prefix.join(':')}:${((groups[WHOLE_GROUPS] ?? 0) & 0xff00).toString(16)}::/56`;
}

/** The eight groups of an IPv6 address, or undefined. */
function groupsOf(address: string): number[] | undefined {
  if (isIP(address) !== 6) return undefined;
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    const group = (high: string, low: string) => (Number(high) * 256 + Number(low)).toString(16);
    return `${group(a, b)}:${group(c, d)}`;
  });
  const [head = '', tail] = hex.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
}
