// In: the Authorization header, the raw query and the client's bucket. Out: who calls: under which name its use is counted, on
// which plan. Or the refusal of wrong credentials; none at all are fine.
import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from './app-error.ts';
import type { PlanName } from './plans.ts';
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

/** A key as the server keeps it: by its SHA-256 only. */
export interface KnownKey {
  digest: Buffer;
  plan: PlanName;
}

export const keyDigest = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The caller without credentials. */
const anonymous = (client: string): Caller => ({ subject: `ip ${client}`, plan: 'starter' });

export interface Auth {
  /** @throws AppError `invalid_authorization`, `invalid_api_key` */
  identify(credentials: Credentials): Caller;
  /** The same, but wrong credentials count as none: for headers on answers that were decided earlier. */
  guess(credentials: Credentials): Caller;
}

export function createAuth(options: { keys: readonly KnownKey[]; testKeysOn: boolean }): Auth {
  const known: (KnownKey & { name: string; test?: TestState })[] = options.keys.map((key) => ({
    ...key,
    name: `key ${key.digest.toString('hex', 0, 8)}`,
  }));
  if (options.testKeysOn)
    for (const [key, test] of Object.entries(testKeys))
      known.push({ digest: keyDigest(key), plan: test.plan, name: key, test });

  function find(key: string) {
    const digest = keyDigest(key);
    // All of them, every time: how long this takes says nothing about which one came close.
    return known.filter((candidate) => timingSafeEqual(candidate.digest, digest))[0];
  }

  function identify({ authorization, rawQuery, client }: Credentials): Caller {
    const key = authorization === undefined ? queryKey(rawQuery) : bearer(authorization);
    if (key === undefined) return anonymous(client);
    const account = find(key);
    if (account === undefined) throw refusal('invalid_api_key');
    const { name, plan, test } = account;
    // A test key is public: counted by client, or one visitor would use it up for all.
    return test ? { subject: `${name} ${client}`, plan, test } : { subject: name, plan };
  }

  return {
    identify,
    guess(credentials) {
      try {
        return identify(credentials);
      } catch {
        return anonymous(credentials.client);
      }
    },
  };
}

const refusal = (code: 'invalid_api_key' | 'invalid_authorization') =>
  new AppError(code, undefined, { headers: { 'WWW-Authenticate': 'Bearer' } });

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
