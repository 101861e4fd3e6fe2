// In: socket addresses and forwarded chains. Out: whether one client always lands in one bucket, and cannot choose it.
import { describe, expect, it } from 'vitest';
import { clientBucket } from '../../server/client-address.ts';

describe('clientBucket', () => {
  it.each([
    ['IPv4', '203.0.113.7', '203.0.113.7'],
    ['mapped, dotted', '::ffff:203.0.113.7', '203.0.113.7'],
    ['mapped, hex', '::ffff:cb00:7107', '203.0.113.7'],
    ['mapped, spelled out', '0:0:0:0:0:FFFF:cb00:7107', '203.0.113.7'],
    ['IPv6', '2001:db8:1:2345:a:b:c:d', '2001:db8:1:2300::/56'],
    ['IPv6, another host of the same /56', '2001:0db8:0001:23ff::1', '2001:db8:1:2300::/56'],
    ['IPv6, another /56', '2001:db8:1:2445::1', '2001:db8:1:2400::/56'],
    ['IPv6 with a zone', 'fe80::1%eth0', 'fe80:0:0:0::/56'],
    ['loopback', '::1', '0:0:0:0::/56'],
    ['no address', undefined, 'unknown'],
  ])('%s', (_, remote, bucket) => {
    expect(clientBucket(remote, undefined, 0)).toBe(bucket);
  });

  it('believes no forwarded address without a proxy of our own', () => {
    for (let i = 0; i < 1000; i++)
      expect(clientBucket('203.0.113.7', `10.0.${i >> 8}.${i & 255}`, 0)).toBe('203.0.113.7');
  });

  it.each([
    [1, '198.51.100.1, 198.51.100.2', '198.51.100.2'],
    [2, '198.51.100.1, 198.51.100.2', '198.51.100.1'],
    [2, 'spoofed, 198.51.100.1, 198.51.100.2', '198.51.100.1'],
    [5, '198.51.100.1', '198.51.100.1'],
    [1, '[2001:db8::1]:443', '2001:db8:0:0::/56'],
    [1, '198.51.100.9:5123', '198.51.100.9'],
    [1, 'not an address', '203.0.113.7'],
    [1, '', '203.0.113.7'],
  ])('counts %i hops from the right of «%s»', (hops, forwarded, bucket) => {
    expect(clientBucket('203.0.113.7', forwarded, hops)).toBe(bucket);
  });
});
