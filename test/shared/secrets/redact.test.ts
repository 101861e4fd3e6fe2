// In: secrets in every form that people paste them in, put anywhere into the corpus. Out: whether one ever comes through.
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '#shared/base64url.ts';
import { redact } from '#shared/secrets/redact.ts';
import { decode } from '../../../src/errors/decoder/decode.ts';
import { corpus, NOW } from '../../errors/decoder/corpus.ts';
import fc, { runs } from '../../support/properties.ts';

const M = '••••••••';
const S = 'Zq7wXv9kPmT4';

describe('what is masked, and what stays', () => {
  it.each([
    [`Authorization: Bearer ${S}\r\nHost: x`, `Authorization: Bearer ${M}\r\nHost: x`],
    [`> authorization: Bearer ${S}\n> accept: */*`, `> authorization: Bearer ${M}\n> accept: */*`],
    [`Authorization: Bearer\r\n ${S}\r\nHost: x`, `Authorization: Bearer\r\n ${M}\r\nHost: x`],
    [`  Set-Cookie: sid=${S}; Path=/\n  Retry-After: 3`, `  Set-Cookie: ${M}\n  Retry-After: 3`],
    [`Cookie: a="${S}"; b=${S}`, `Cookie: ${M}`],
    [`-H 'Cookie: a="${S}"; b=${S}' -d x`, `-H 'Cookie: ${M}' -d x`],
    [`-H "X-Api-Key: ${S}" -d x`, `-H "X-Api-Key: ${M}" -d x`],
    [`-H "Authorization: Bearer Zq7wXv\\\n9kPmT4" -d x`, `-H "Authorization: Bearer ${M}" -d x`],
    [`curl -u admin:${S} -X POST x`, `curl -u ${M} -X POST x`],
    [`curl --cookie 'a=${S}' x`, `curl --cookie '${M}' x`],
    [`https://me:${S}@host/p?q=1`, `https://${M}@host/p?q=1`],
    [`/r?key=${S}&type=bar`, `/r?key=${M}&type=bar`],
    [`/r?type=bar&apiKey=${S} HTTP/1.1`, `/r?type=bar&apiKey=${M} HTTP/1.1`],
    [`/r?icac=acme&ichm=${S}`, `/r?icac=${M}&ichm=${M}`],
    [`%3Fkey%3D${S}%26type%3Dbar`, `%3Fkey%3D${M}%26type%3Dbar`],
    [`%253Fkey%253D${S}%2526type`, `%253Fkey%253D${M}%2526type`],
    [`{"apiKey":"${S}","n":1}`, `{"apiKey":"${M}","n":1}`],
    [`{"token":12345678,"n":1}`, `{"token":null,"n":1}`],
    [`{"a":"{\\"secret\\":\\"${S}\\"}"}`, `{"a":"{\\"secret\\":\\"${M}\\"}"}`],
    [`{"name":"Cookie","value":"a=${S}"}`, `{"name":"Cookie","value":"${M}"}`],
    [`[["x-api-key", "${S}"]]`, `[["x-api-key", "${M}"]]`],
    [
      `{"msg":"GET /\\r\\nAuthorization: Bearer ${S}\\r\\nHost: x"}`,
      `{"msg":"GET /\\r\\nAuthorization: Bearer ${M}\\r\\nHost: x"}`,
    ],
    [`{"msg":"GET /\\r\\nCookie: a=${S}","status":401}`, `{"msg":"GET /\\r\\nCookie: ${M}","status":401}`],
    [`Authorization: Digest username="me", response="${S}"`, `Authorization: Digest ${M}`],
    [`https://${S}@host/p`, `https://${M}@host/p`],
    [`X-Subscription-Key: ${S}`, `X-Subscription-Key: ${M}`],
    [`System.Net.Cookie("sid", "${S}", "/")`, `System.Net.Cookie(${M})`],
    [`cookie\nsid=${S}; a=b\naccept\n*/*`, `cookie\n${M}\naccept\n*/*`],
    ['pk_live_abc, \\u0070k_live_abc, %70k_live_abc', `${M}, ${M}, ${M}`],
    ['pk_test_starter pk_test_Ab12 sk_live_1', `pk_test_starter ${M} ${M}`],
    ['x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_d y', `x ${M} y`],
    [`Authorization: Basic ${btoa(`me:${S}`)}`, `Authorization: Basic ${M}`],
    [`/r?chart=${toBase64Url(JSON.stringify({ type: 'bar', apiKey: S }))}&w=1`, `/r?chart=${M}&w=1`],
    [
      `Authorization: Bearer ${S}\n\nThe key ${S} is unknown`,
      `Authorization: Bearer ${M}\n\nThe key ${M} is unknown`,
    ],
    [`${M}typedOn`, M],
  ])('%j', (text, expected) => {
    const once = redact(text);
    expect(once.text).toBe(expected);
    expect(redact(once.text)).toEqual({ text: expected, removed: 0 });
  });

  it.each([
    'Invalid Authorization format. Use: Bearer <key>',
    'WWW-Authenticate: Bearer realm="charts"',
    'Vary: Authorization, Cookie\nAccess-Control-Allow-Credentials: true',
    'Access-Control-Allow-Headers: Authorization, X-Api-Key',
    'Authorization: Bearer $CHART_API_KEY',
    'Authorization: Bearer pk_test_rate_limited',
    'icac=test_fixture',
    'A basic chart, unexpected token } at line 1',
    '{"data":{"labels":["Cookies","Tokens"]}}',
    'x-ic-error-code: IC_INVALID_SIGNATURE\nx-request-id: 5',
    `/api/v1/render?chart=${toBase64Url('{"type":"line","data":{"labels":["Jan"],"datasets":[]}}')}`,
  ])('leaves alone %j', (text) => expect(redact(text)).toEqual({ text, removed: 0 }));
});

const small = corpus.filter(({ text }) => text.length < 20_000);
const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'];
/** Long enough that no text holds it by chance, and without a digit at its end that an escape could take for its own. */
const secret = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 16, maxLength: 32 })
  .map((s) => `q${s}Zk`);
const percent = (text: string): string =>
  [...text].map((letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const unicode = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** A secret as it may stand in a paste; each of these must be known wherever it stands. */
const forms: readonly ((s: string) => string)[] = [
  (s) => `pk_live_${s}`,
  (s) => `pk_test_${s}`,
  (s) => percent(`pk_live_${s}`),
  (s) => unicode(`pk_live_${s}`),
  (s) => percent(percent(`pk_live_${s}`)),
  (s) => `pk_live_${s.slice(0, 6)}\\\n${s.slice(6)}`,
  (s) => `pk_live_${s.slice(0, 6)}^\r\n${s.slice(6)}`,
  (s) => ` Bearer ${s} `,
  (s) => `&key=${s}&`,
  (s) => `?apiKey=${s}&`,
  (s) => `&icac=acme&ichm=${s} `,
  (s) => `%26apiKey%3D${s}%26`,
  (s) => ` Bearer%20${s}%0A`,
  (s) => ` eyJhbGciOiJIUzI1NiJ9.eyJzdWIi${s.slice(0, 8)}\\\n${s.slice(8)}.${s} `,
  (s) => `\nAuthorization: Bearer ${s}\n`,
  (s) => `\r\nauthorization: Bearer\r\n   ${s}\r\n`,
  (s) => `\n> Cookie: sid=${s}; theme=dark\n`,
  (s) => `\n< set-cookie: sid=${s}; Path=/\n`,
  (s) => `\nx-api-key: ${s}\n`,
  (s) => ` -H 'Authorization: Bearer ${s}' `,
  (s) => ` -H "X-Api-Key: ${s}" `,
  (s) => ` ^"cookie: sid=${s}^" `,
  (s) => `,"apiKey":"${s}",`,
  (s) => `,\\"token\\":\\"${s}\\",`,
  (s) => `,{"name":"Authorization","value":"Bearer ${s}"},`,
  (s) => ` https://user:${s}@charts.example/ `,
  (s) => ` eyJhbGciOiJIUzI1NiJ9.eyJzdWIi${s}.${s} `,
  (s) => ` ${toBase64Url(`pk_live_${s}`)} `,
  (s) => ` Basic ${btoa(`user:${s}`)} `,
];

/** The secret itself and every way of writing it that a decoder could undo. */
const holds = (text: string, s: string): boolean => {
  const read = [
    s,
    percent(s),
    unicode(s),
    percent(percent(s)),
    btoa(`user:${s}`),
    toBase64Url(`pk_live_${s}`),
  ];
  return read.some((form) => text.includes(form));
};

describe('a planted secret', () => {
  it('in any form, at any place of any sample, is nowhere in what comes out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.constantFrom(...forms),
        secret,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, form, s, share) => {
          const at = Math.floor(share * sample.text.length);
          const decoded = decode(sample.text.slice(0, at) + form(s) + sample.text.slice(at), NOW);
          expect(holds(JSON.stringify(decoded), s)).toBe(false);
          expect(
            holds(
              [decoded.text, decoded.chart?.text, decoded.request?.url, decoded.request?.body].join('\n'),
              s,
            ),
          ).toBe(false);
        },
      ),
      runs(3000),
    );
  });

  it('counts what it took out, and nothing when run again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...forms), secret, (form, s) => {
        const { text, removed } = redact(`before ${form(s)} after`);
        expect(removed).toBeGreaterThan(0);
        expect(redact(text)).toEqual({ text, removed: 0 });
      }),
      runs(500),
    );
  });
});

describe('never throws', () => {
  it('for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void decode(text, NOW)),
      runs(3000),
    );
  });

  it('for the corpus with pieces cut out, doubled and mixed', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.constantFrom(...small),
        place,
        place,
        fc.string({ maxLength: 6 }),
        (a, b, from, to, more) => {
          const cut = (text: string, share: number) => Math.floor(share * text.length);
          const text = a.text.slice(0, cut(a.text, from)) + more + b.text.slice(cut(b.text, to));
          const decoded = decode(text, NOW);
          expect(JSON.stringify(decoded)).not.toMatch(/pk_live_\w/);
        },
      ),
      runs(2000),
    );
  });
});
