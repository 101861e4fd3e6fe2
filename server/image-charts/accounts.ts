// In: the raw query of a request. Out: the account that signed it, none where it is not signed, or the refusal of a half or wrong
// signature.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { queryPairs } from '#shared/image-charts-query.ts';
import { ImageChartsRefusal } from './refusal.ts';

export interface Account {
  id: string;
  secret: string;
}

/** Public, like the test keys: it exists where they do. */
export const TEST_ACCOUNT: Account = { id: 'test_fixture', secret: 'plop' };

/** Lower-case hex of HMAC-SHA256. */
export const signatureOf = (secret: string, message: string): string =>
  createHmac('sha256', secret).update(message).digest('hex');

/** The query as it was signed: byte for byte, without `ichm`, wherever that stands. */
export const signedPart = (rawQuery: string): string =>
  rawQuery
    .split('&')
    .filter((pair) => queryPairs(pair)[0]?.name !== 'ichm')
    .join('&');

export type Identify = (rawQuery: string) => Account | undefined;

/** @param accounts those of the configuration, and the test account where it exists */
export function createIdentify(accounts: readonly Account[]): Identify {
  const secrets = new Map(accounts.map(({ id, secret }) => [id, secret]));

  /**
   * Refuses in the documented order: half a signature, unknown account, wrong signature.
   *
   * @throws ImageChartsRefusal
   */
  return (rawQuery) => {
    const pairs = queryPairs(rawQuery);
    const id = pairs.find(({ name }) => name === 'icac')?.value;
    const given = pairs.find(({ name }) => name === 'ichm')?.value;
    if (id === undefined && given === undefined) return undefined;
    if (id === undefined || given === undefined) throw new ImageChartsRefusal('IC_MISSING_ENT_PARAMETER');
    const secret = secrets.get(id);
    if (secret === undefined) throw new ImageChartsRefusal('IC_ACCOUNT_ID_NOT_FOUND');
    const plain = pairs.filter(({ name }) => name !== 'ichm').map(({ name, value }) => `${name}=${value}`);
    // Both, always: how long this takes says nothing about which one came close.
    const fits = [signedPart(rawQuery), plain.join('&')].map((message) =>
      same(signatureOf(secret, message), given),
    );
    if (!fits.includes(true)) throw new ImageChartsRefusal('IC_INVALID_SIGNATURE');
    return { id, secret };
  };
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
