// In: URLs around every ceiling. Out: whether one character flips the rung, and whether each place gets the link that works there.
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#shared/limits.ts';
import {
  type Channel,
  ceilings,
  ladder,
  rungInUse,
  rungWords,
  serverLimit,
  type Ways,
} from '../../src/share/ladder.ts';

const origin = 'https://charts.example';
const path = (length: number) => `/api/v1/render?c=${'A'.repeat(length - 17)}`;
const ways = (inline: number, short: number, more: Partial<Ways> = {}): Ways => ({
  dialect: 'chart-output',
  channel: 'web',
  origin,
  limit: serverLimit('chart-output', LIMITS.urlCharacters),
  inline: path(inline),
  short: path(short),
  saved: undefined,
  ...more,
});
const used = (set: Ways, pinned?: Parameters<typeof rungInUse>[2]) =>
  rungInUse(ladder(set), set.channel, pinned)?.id;

describe('one character over a ceiling flips the rung', () => {
  test.each<[channel: Channel, most: number]>([
    ['web', 2000],
    ['code', 2000],
    ['slack', 2000],
    ['email', 2000 - origin.length],
  ])('%s, on a server that takes 2,000', (channel, most) => {
    expect(used(ways(most, 50, { channel }))).toBe('inline');
    expect(used(ways(most + 1, 50, { channel }))).toBe('short');
    expect(used(ways(most + 1, most, { channel }))).toBe('short');
    expect(used(ways(most + 1, most + 1, { channel }))).toBe(channel === 'code' ? 'post' : 'saved');
  });

  test.each<[channel: Channel, most: number]>([
    ['web', 8000 - origin.length],
    ['markdown', 4096 - origin.length],
    ['slack', 3000 - origin.length],
    ['code', 16_000],
  ])('%s, on a server that takes 16,000', (channel, most) => {
    const limit = serverLimit('chart-output', 16_000);
    expect(used(ways(most, 50, { channel, limit }))).toBe('inline');
    expect(used(ways(most + 1, 50, { channel, limit }))).toBe('short');
  });

  test('Image-Charts ends at the shortest link', () => {
    const set = { dialect: 'image-charts', limit: serverLimit('image-charts', undefined) } as const;
    expect(used(ways(7900, 50, set))).toBe('inline');
    expect(used(ways(9000, 7900, set))).toBe('short');
    expect(used(ways(9000, 9000, set))).toBeUndefined();
    expect(rungWords(undefined, 'web')).toMatch(/No link fits/);
  });
});

describe('a pinned rung', () => {
  test('stays, also where another one would do', () => {
    expect(used(ways(100, 50), 'short')).toBe('short');
    expect(used(ways(100, 50), 'saved')).toBe('saved');
    expect(used(ways(3000, 50), 'inline')).toBe('inline');
  });
  test('is let go of where it makes no sense', () => {
    expect(used(ways(100, 50), 'post')).toBe('inline');
    expect(used(ways(100, 50, { channel: 'code' }), 'post')).toBe('post');
  });
});

test('each rung says what it is, and why it does not fit', () => {
  const set = ways(2005, 1999, { channel: 'email' });
  const rungs = ladder(set);
  expect(rungs.map(({ id, fits, why }) => [id, fits, why])).toEqual([
    ['inline', false, '5 characters over what this server takes'],
    ['short', false, '21 characters over what older mail programs take'],
    ['saved', true, undefined],
    ['post', false, 'A picture in a page is always fetched by GET'],
  ]);
  expect(rungs.map((rung) => rungWords(rung, 'email'))).toEqual([
    'Pinned inline link, 2,027 characters: 5 characters over what this server takes.',
    'Pinned inline link, 2,021 characters: 21 characters over what older mail programs take.',
    'Stored link: too long for this place, so the server has to keep the picture.',
    'Pinned inline link: A picture in a page is always fetched by GET.',
  ]);
  expect(rungWords(ladder(ways(412 - origin.length, 50))[0], 'web')).toBe(
    'Inline link, 412 characters: holds the whole chart, works anywhere, never expires.',
  );
});

test('a stored link has the length of its whole URL', () => {
  const saved = `${origin}/renders/abc.png`;
  expect(ladder(ways(9000, 9000, { saved }))[2]?.characters).toBe(saved.length);
});

test('the server counts path and query, everybody else the whole URL', () => {
  expect(ceilings(origin, serverLimit('chart-output', 3000)).map(({ characters }) => characters)).toEqual([
    2000, 4096, 8000, 3022,
  ]);
  expect(serverLimit('chart-output', undefined)).toEqual({ characters: 2000, asked: false });
});
