// In: a chart's URLs, where they go and what the server takes. Out: the ways a link can be made, from the plainest to the one that
// always works, and the first of them that fits. Lengths are counted in characters, which in a URL are bytes.
import type { Dialect } from '#shared/errors.ts';
import { LIMITS } from '#shared/limits.ts';

/** `inline`: the chart in the URL as it is. `short`: the same in fewer characters. `saved`: kept by the server. `post`: in a body. */
export type RungId = 'inline' | 'short' | 'saved' | 'post';

export type Channel = 'web' | 'markdown' | 'email' | 'slack' | 'code';

/** What a server was asked about, or what is known without asking. */
export type ServerLimit = { characters: number; asked: boolean };

export type Ceiling = { id: string; characters: number; name: string };

/** Image-Charts documents no limit: this is what RFC 9110 §4.1 asks everyone on the way to take. */
const EVERYBODY = 8000;

export const serverLimit = (dialect: Dialect, capability: number | undefined): ServerLimit => ({
  characters: dialect === 'chart-output' ? (capability ?? LIMITS.urlCharacters) : EVERYBODY,
  asked: dialect === 'chart-output' && capability !== undefined,
});

/** The whole URL, in places that have a limit of their own. */
const channelLimits: Record<Channel, Omit<Ceiling, 'id'> | undefined> = {
  web: { characters: EVERYBODY, name: 'HTTP' },
  markdown: { characters: 4096, name: 'image proxies of Markdown hosts' },
  email: { characters: 2000, name: 'older mail programs' },
  slack: { characters: 3000, name: 'Slack' },
  code: undefined,
};

/** For the meter: a server counts path and query, everybody else the whole URL. */
export function ceilings(origin: string, limit: ServerLimit): Ceiling[] {
  return [
    { id: 'old', characters: 2000, name: 'old clients, many chat and mail programs' },
    { id: 'proxies', characters: 4096, name: 'careful proxies' },
    { id: 'http', characters: EVERYBODY, name: 'what RFC 9110 asks everyone to take' },
    {
      id: 'server',
      characters: limit.characters + origin.length,
      name: limit.asked ? 'this server' : 'this API',
    },
  ];
}

export type Rung = {
  id: RungId;
  /** Path and query; undefined where there is none yet, or never. */
  path: string | undefined;
  /** Characters of the whole URL. */
  characters: number | undefined;
  fits: boolean;
  /** Why it does not fit or cannot be had. */
  why: string | undefined;
};

export type Ways = {
  dialect: Dialect;
  channel: Channel;
  origin: string;
  limit: ServerLimit;
  inline: string;
  short: string;
  /** Whole URL of the stored picture, once somebody stored it. */
  saved: string | undefined;
};

export function ladder(ways: Ways): Rung[] {
  const { dialect, channel, saved } = ways;
  const here = dialect === 'chart-output';
  const oneApi = 'Image-Charts has neither: switch to Chart-Output';
  return [
    inUrl('inline', ways.inline, ways),
    inUrl('short', ways.short, ways),
    {
      id: 'saved',
      path: undefined,
      characters: saved?.length,
      fits: here,
      why: here ? undefined : oneApi,
    },
    {
      id: 'post',
      path: undefined,
      characters: undefined,
      fits: here && channel === 'code',
      why: !here ? oneApi : channel === 'code' ? undefined : 'A picture in a page is always fetched by GET',
    },
  ];
}

function inUrl(id: 'inline' | 'short', path: string, { origin, limit, channel }: Ways): Rung {
  const characters = origin.length + path.length;
  const own = channelLimits[channel];
  const over = path.length - limit.characters;
  const overOwn = own ? characters - own.characters : 0;
  const why =
    over > 0
      ? `${counted(over)} over what ${limit.asked ? 'this server' : 'this API'} takes`
      : own && overOwn > 0
        ? `${counted(overOwn)} over what ${own.name} take${own.name.endsWith('s') ? '' : 's'}`
        : undefined;
  return { id, path, characters, fits: why === undefined, why };
}

const counted = (characters: number): string =>
  `${characters.toLocaleString('en-GB')} character${characters === 1 ? '' : 's'}`;

/** The rung in use: the pinned one where it can be had at all; else the first that fits. Code posts before anything is stored. */
export function rungInUse(
  rungs: readonly Rung[],
  channel: Channel,
  pinned: RungId | undefined,
): Rung | undefined {
  const wanted = rungs.find(({ id }) => id === pinned);
  if (wanted && (wanted.fits || wanted.path !== undefined)) return wanted;
  const order: RungId[] =
    channel === 'code' ? ['inline', 'short', 'post', 'saved'] : ['inline', 'short', 'saved'];
  return order.map((id) => rungs.find((rung) => rung.id === id)).find((rung) => rung?.fits);
}

/** The kind of link in words, for the first line. */
export function rungWords(rung: Rung | undefined, channel: Channel): string {
  if (!rung) return 'No link fits: the chart is too long for a URL of this API.';
  const long = rung.characters === undefined ? '' : `, ${counted(rung.characters)}`;
  if (!rung.fits) return `Pinned inline link${long}: ${rung.why ?? 'too long'}.`;
  if (rung.id === 'inline')
    return `Inline link${long}: holds the whole chart, works anywhere, never expires.`;
  if (rung.id === 'short')
    return `Shortest inline link${long}: the same picture, works anywhere, never expires.`;
  if (rung.id === 'post') return 'By POST: the chart goes in the body, so its length does not matter.';
  return rung.characters === undefined
    ? `Stored link: too long for ${channel === 'web' ? 'a URL' : 'this place'}, so the server has to keep the picture.`
    : `Stored link${long}: public, kept for a year after it was last stored.`;
}
