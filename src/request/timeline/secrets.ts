// In: a request. Out: ways to take its secrets out of a text, a header or a path, before anything of it is kept. Small, since it
// is there from the page's start; what leaves the page goes through the decoder's own, larger list as well.
import { fromBase64Url } from '#shared/base64url.ts';
import type { RenderRequest } from '../send.ts';

export const MASK = '••••••••';
/** For paths, which must stay valid URLs. */
const MASK_IN_PATH = '***';

const secretParameter = /^(?:key|api[-_]?key|ichm|access[-_]?token|token|secret|signature)$/i;
const secretHeader =
  /^(?:(?:proxy-)?authorization|(?:set-)?cookie|.*(?:api|auth|access)[-_]?(?:key|token)|.*secret.*)$/i;
const keyShape = /(?:[prs]k|key)_(?:live|test)_[\w-]+/g;
/** What says who may send credentials is not one. */
const openHeader = /^(?:access-control-|www-authenticate$)/i;
/** From here on, a key is masked inside of words too; below the other, it could be any number of the reply. */
const ANYWHERE_FROM = 8;
const SHORTEST = 4;

export type Strip = (text: string) => string;

/** Masks the request's own secrets wherever they are echoed, and whatever has the shape of a key of this API. */
export function stripper({ key, headers = {}, path }: RenderRequest): Strip {
  const known = [
    key ?? '',
    ...Object.entries(headers).flatMap(([name, value]) =>
      isSecretHeader(name) ? [value, value.replace(/^\S+\s+/, '')] : [],
    ),
    ...pairs(path)
      .filter(({ name }) => secretParameter.test(name))
      .map(({ value }) => value),
  ].map((secret) => secret.trim());
  const forms = new Set(known.filter(({ length }) => length >= SHORTEST).flatMap(writings));
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  const echo =
    longestFirst.length > 0
      ? new RegExp(longestFirst.map((form) => pattern(form)).join('|'), 'g')
      : undefined;
  return (text) => (echo ? text.replace(echo, MASK) : text).replace(keyShape, MASK);
}

/** As JSON, a URL and an ASCII header write it. */
const writings = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encoded(secret),
  secret.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'),
];

const pattern = (text: string) => {
  const exact = text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return text.length < ANYWHERE_FROM ? `(?<![\\w-])${exact}(?![\\w-])` : exact;
};

const isSecretHeader = (name: string) => secretHeader.test(name) && !openHeader.test(name);

/** The value of a header; of credentials only the scheme stays, which is half of the explanation of a 401. */
export function strippedHeader(name: string, value: string, strip: Strip): string {
  if (!isSecretHeader(name)) return strip(value);
  const scheme = /^(?:bearer|basic|digest)(?=\s)/i.exec(value)?.[0];
  return scheme ? `${scheme} ${MASK}` : MASK;
}

/** Without the parameters that hold secrets, and with any echo of one masked. The rest stays byte for byte. */
export function strippedPath(path: string, strip: Strip): string {
  const [bare = '', query] = cut(path.replace(/^(\w+:\/\/)[^/?#]*@/, '$1'), '?');
  const place = bare
    .split('/')
    .map((part) => strippedValue(part, strip))
    .join('/');
  if (query === undefined) return place;
  const kept = query.split('&').flatMap((pair) => {
    const [name, value] = cut(pair, '=');
    if (secretParameter.test(decoded(name))) return [];
    return [strippedValue(name, strip) + (value === undefined ? '' : `=${strippedValue(value, strip)}`)];
  });
  return kept.length > 0 ? `${place}?${kept.join('&')}` : place;
}

/** A part of a path that holds a secret, however it is encoded, is masked as a whole. */
function strippedValue(raw: string, strip: Strip): string {
  const plain = decoded(raw);
  const within = plain.length < 16 ? undefined : fromBase64Url(plain);
  const layers = [raw, plain, decoded(plain), within ?? ''];
  return layers.every((layer) => strip(layer) === layer) ? raw : MASK_IN_PATH;
}

function pairs(path: string): { name: string; value: string }[] {
  const [, query = ''] = cut(path, '?');
  return query.split('&').map((pair) => {
    const [name, value = ''] = cut(pair, '=');
    return { name: decoded(name), value: decoded(value) };
  });
}

function cut(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/** A lone surrogate cannot be encoded. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
