// In: signed queries. Out: whether exactly the right ones pass, and the published vectors come out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createIdentify,
  signatureOf,
  signedPart,
  TEST_ACCOUNT,
} from '../../../server/image-charts/accounts.ts';
import { ImageChartsRefusal } from '../../../server/image-charts/refusal.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { standInPool } from '../stand-in-pool.ts';
import { ask, chartQuery, signed } from './ask-image-charts.ts';

const vectors = [
  [
    'cht=p&chd=t%3A1%2C2%2C3&chs=100x100&icac=test_fixture',
    '71bd93758b49ed28fdabd23a0ff366fe7bf877296ea888b9aaf4ede7978bdc8d',
  ],
  [
    'chart=%7Btype%3A%27bar%27%2Cdata%3A%7Blabels%3A%5B%27Hello+world%27%2C%27Foo+bar%27%5D%2Cdatasets%3A%5B%7Blabel%3A%27Foo%27%2Cdata%3A%5B1%2C2%5D%7D%5D%7D%7D&icac=test_fixture',
    '49b0554d30517ceee5bb1fd7d5077ee6488cdef49f9574822af4ea7b4ceb136d',
  ],
] as const;

const identify = createIdentify([TEST_ACCOUNT, { id: 'shop', secret: 'a-long-secret' }]);
const outcome = (query: string) => {
  try {
    return identify(query)?.id ?? 'unsigned';
  } catch (thrown) {
    return thrown instanceof ImageChartsRefusal ? thrown.code : thrown;
  }
};

describe('the signature', () => {
  it.each(vectors)('%s', (message, ichm) => {
    expect(signatureOf('plop', message)).toBe(ichm);
    expect(outcome(`${message}&ichm=${ichm}`)).toBe('test_fixture');
    expect(outcome(`ichm=${ichm}&${message}`)).toBe('test_fixture');
    const cut = message.indexOf('&icac');
    expect(outcome(`${message.slice(0, cut)}&ichm=${ichm}${message.slice(cut)}`)).toBe('test_fixture');
  });

  it('also fits the decoded pairs', () => {
    const plain = "c={type:'bar'} + é&icac=shop";
    const ichm = signatureOf('a-long-secret', plain);
    expect(outcome(`c=${encodeURIComponent("{type:'bar'} + é")}&icac=shop&ichm=${ichm}`)).toBe('shop');
    expect(outcome(`c=%7Btype%3A'bar'%7D+%2B+%C3%A9&icac=shop&ichm=${ichm}`)).toBe('shop');
  });

  it('is left out of what is signed, and nothing else is', () => {
    expect(signedPart('a=1&ichm=x&&b=%20+&ichmm=2')).toBe('a=1&&b=%20+&ichmm=2');
    expect(signedPart('ichm=x')).toBe('');
    expect(signedPart('%69chm=x&a=1')).toBe('a=1');
  });

  const [[message, right]] = vectors;
  it.each([
    ['c={}', 'unsigned'],
    ['icac=test_fixture', 'IC_MISSING_ENT_PARAMETER'],
    ['ichm=x', 'IC_MISSING_ENT_PARAMETER'],
    ['icac=other&ichm=x', 'IC_ACCOUNT_ID_NOT_FOUND'],
    ['icac=&ichm=x', 'IC_ACCOUNT_ID_NOT_FOUND'],
    ['icac=__proto__&ichm=x', 'IC_ACCOUNT_ID_NOT_FOUND'],
    ['icac=test_fixture&ichm=', 'IC_INVALID_SIGNATURE'],
    [`${message}&ichm=${right.toUpperCase()}`, 'IC_INVALID_SIGNATURE'],
    [`${message}&ichm=${right.slice(0, -1)}`, 'IC_INVALID_SIGNATURE'],
    [`${message}&ichm=${right.slice(0, -1)}é`, 'IC_INVALID_SIGNATURE'],
    [`${message}&x=1&ichm=${right}`, 'IC_INVALID_SIGNATURE'],
    [message.replace('test_fixture', 'shop').concat(`&ichm=${right}`), 'IC_INVALID_SIGNATURE'],
  ])('of %s: %s', (query, expected) => {
    expect(outcome(query)).toBe(expected);
  });
});

describe('accounts of a server', () => {
  let open: TestServer;
  let closed: TestServer;
  beforeAll(async () => {
    const env = { IMAGE_CHARTS_ACCOUNTS: 'shop:a-long-secret, mail:another-secret' };
    open = await startServer({ pool: standInPool(), env });
    closed = await startServer({ pool: standInPool(), env: { ...env, TEST_KEYS: 'off' } });
  });
  afterAll(() => Promise.all([open.stop(), closed.stop()]));

  it('are those of the configuration, and the public one where test keys are on', async () => {
    const query = chartQuery();
    const retina = chartQuery(undefined, { icretina: '1' });
    for (const { url } of [open, closed]) {
      expect((await ask(url, signed(query, 'shop', 'a-long-secret'))).status).toBe(200);
      expect((await ask(url, signed(retina, 'mail', 'another-secret'))).status).toBe(200);
      expect((await ask(url, signed(query, 'shop', 'another-secret'))).status).toBe(401);
    }
    expect((await ask(open.url, signed(query))).status).toBe(200);
    const refused = await ask(closed.url, signed(query));
    expect([refused.status, refused.headers.get('x-ic-error-code')]).toEqual([
      401,
      'IC_ACCOUNT_ID_NOT_FOUND',
    ]);
  });

  it('signs for the page with the public account only', async () => {
    const sign = (server: TestServer, query: string) =>
      fetch(`${server.url}/api/v1/image-charts/sign?${query}`);
    const query = "c={type:'bar',data:{datasets:[{data:[1]}]}}&width=300";
    const made = (await (await sign(open, `${query}&ichm=old`)).json()) as { query: string; signed: string };
    expect(made).toEqual({
      icac: 'test_fixture',
      // As it arrived: a browser writes the quotes of a query as %27.
      signed: `${query.replaceAll("'", '%27')}&icac=test_fixture`,
      ichm: signatureOf('plop', made.signed),
      query: `${made.signed}&ichm=${signatureOf('plop', made.signed)}`,
    });
    expect((await ask(open.url, made.query)).status).toBe(200);
    const other = await sign(open, `${query}&icac=shop`);
    expect([other.status, await other.json()]).toEqual([
      400,
      {
        error: 'Invalid chart specification',
        details: [{ path: 'icac', message: 'Only the public test account test_fixture signs here' }],
      },
    ]);
    expect((await sign(closed, query)).status).toBe(404);
    expect(open.logText() + closed.logText()).not.toContain('a-long-secret');
  });
});
