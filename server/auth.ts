// In: the Authorization header, the raw query and the client's bucket. Out: who calls: under which name its use is counted, on
// which plan. Or the refusal of wrong credentials, and of those that cannot be judged; none at all are fine.
import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from './app-error.ts';
import { createKeyDirectory } from './keys/key-directory.ts';
import { readKey } from './keys/key-form.ts';
import { type PlanName, planNames } from './plans.ts';
import { StoreFailure } from './store/store-failure.ts';
import type { StoredKeys } from './store/stored-keys.ts';
import { type TestState, testKeys } from './test-keys.ts';

export interface Caller {
  /** Counters run under this name. Never holds a key. */
  subject: string;
  plan: PlanName;
  test?: TestState;
}

interface Credentials {
  authorization: string | undefined;
  rawQuery: string;
  /** The client's bucket, see `clientBucket`. */
  client: string;
}

/** A key of the environment as the server keeps it: by its SHA-256 only. */
export interface KnownKey {
  digest: Buffer;
  plan: PlanName;
}

export const keyDigest = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The caller without credentials. */
const anonymous = (client: string): Caller => ({ subject: `ip ${client}`, plan: 'starter' });

export interface Auth {
  /** @throws AppError `invalid_authorization`, `invalid_api_key`, `overloaded` when nobody can say now whose key it is */
  identify(credentials: Credentials): Promise<Caller>;
  /** The same, but wrong credentials count as none: for headers on answers that were decided earlier. */
  guess(credentials: Credentials): Promise<Caller>;
}

interface Account {
  name: string;
  plan: PlanName;
  test?: TestState;
}

/** `keys` are those of the environment, `stored` those made by `npm run keys`. */
export function createAuth(options: {
  keys: readonly KnownKey[];
  testKeysOn: boolean;
  stored: StoredKeys;
  now: () => number;
}): Auth {
  const { keys, testKeysOn, stored, now } = options;
  const directory = createKeyDirectory({ keys: stored, now });
  const known: (KnownKey & Account)[] = keys.map((key) => ({
    ...key,
    name: `key ${key.digest.toString('hex', 0, 8)}`,
  }));
  if (testKeysOn)
    for (const [key, test] of Object.entries(testKeys))
      known.push({ digest: keyDigest(key), plan: test.plan, name: key, test });

  async function find(key: string): Promise<Account | undefined> {
    const digest = keyDigest(key);
    // All of them, every time: how long this takes says nothing about which one came close.
    return (
      known.filter((candidate) => timingSafeEqual(candidate.digest, digest))[0] ?? findStored(key, digest)
    );
  }

  async function findStored(key: string, digest: Buffer): Promise<Account | undefined> {
    const form = readKey(key);
    if (form === undefined || (form.kind === 'test' && !testKeysOn)) return undefined;
    const account = await directory.find(form.id).catch(cannotTell);
    if (!account || !timingSafeEqual(Buffer.from(account.digest, 'hex'), digest)) return undefined;
    if (account.revokedMs !== undefined) return undefined;
    const plan = planNames.find((name) => name === account.plan);
    if (plan === undefined)
      throw new Error(`${account.id} is on the plan ${account.plan}, which is unknown here`);
    directory.used(account);
    return { name: `key ${account.id}`, plan };
  }

  async function identify({ authorization, rawQuery, client }: Credentials): Promise<Caller> {
    const key = authorization === undefined ? queryKey(rawQuery) : bearer(authorization);
    if (key === undefined) return anonymous(client);
    const account = await find(key);
    if (account === undefined) throw refusal('invalid_api_key');
    const { name, plan, test } = account;
    // A test key is public: counted by client, or one visitor would use it up for all.
    return test ? { subject: `${name} ${client}`, plan, test } : { subject: name, plan };
  }

  return {
    identify,
    guess: (credentials) => identify(credentials).catch(() => anonymous(credentials.client)),
  };
}

const refusal = (code: 'invalid_api_key' | 'invalid_authorization') =>
  new AppError(code, undefined, { headers: { 'WWW-Authenticate': 'Bearer' } });

const RETRY_AFTER_SECONDS = '2';

/** Neither let in nor called wrong. */
function cannotTell(failure: unknown): never {
  if (!(failure instanceof StoreFailure)) throw failure;
  throw new AppError(
    'overloaded',
    { message: 'This key cannot be checked at the moment. Please retry.' },
    { headers: { 'Retry-After': RETRY_AFTER_SECONDS }, cause: failure },
  );
}

/** The scheme's name has no case (RFC 9110 §11.1). */
function bearer(header: string): string {
  const key = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (key === undefined) throw refusal('invalid_authorization');
  return key;
}

/** `?key=` or `?apiKey=`; a blank one is a wrong key, not a missing one. */
function queryKey(rawQuery: string): string | undefined {
  const query = new URLSearchParams(rawQuery);
  return query.get('key') ?? query.get('apiKey') ?? undefined;
}
