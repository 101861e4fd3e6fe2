// In: what to do with the keys, and where they are kept. Out: what to say about it once it is done.
import { nearest } from '#shared/sentences.ts';
import { keyDigest } from '../auth.ts';
import type { StoredKey, StoredKeys } from '../store/stored-keys.ts';
import { BELIEVED_AT_MOST_MS, BELIEVED_MS } from './key-directory.ts';
import { makeKey } from './key-form.ts';
import type { Command } from './read-command.ts';

/** `out` is for programs, `told` for people. */
export interface Said {
  out: string[];
  told: string[];
  code: 0 | 1;
}

interface Needs {
  keys: StoredKeys;
  now: () => number;
  draw: (below: number) => number;
  /** Whether test keys work on a server with the same settings. */
  testKeysOn: boolean;
  /** Where the keys are kept, in words. */
  place: string;
}

const SOON = `within ${BELIEVED_MS / 1000} s; one that cannot reach the store, within ${BELIEVED_AT_MOST_MS / 1000} s`;

const done = (told: string[], out: string[] = []): Said => ({ out, told, code: 0 });
const failed = (...told: string[]): Said => ({ out: [], told, code: 1 });

/** @throws StoreFailure */
export async function runCommand(command: Exclude<Command, { do: 'help' }>, needs: Needs): Promise<Said> {
  switch (command.do) {
    case 'create':
      return create(command, needs);
    case 'list':
      return list(command, needs);
    case 'revoke':
    case 'move':
      return change(command, needs);
  }
}

async function create(
  { plan, name, test }: Command & { do: 'create' },
  { keys, now, draw, testKeysOn, place }: Needs,
): Promise<Said> {
  const { id, key } = makeKey(test ? 'test' : 'live', draw);
  const digest = keyDigest(key).toString('hex');
  if (!(await keys.add({ id, digest, name, plan, createdMs: now() })))
    return failed(`The id ${id} is taken: nothing was made. Please try again.`);
  const told = [`Made ${id} for "${name}" on the plan ${plan}, in ${place}.`];
  if (test)
    told.push(
      `A test key works only where TEST_KEYS is on${testKeysOn ? '' : '; with these settings it is off'}.`,
    );
  told.push('Copy the key now, it is not shown again: only its hash is kept.');
  return done(told, [key]);
}

async function change(command: Command & { do: 'revoke' | 'move' }, { keys, now }: Needs): Promise<Said> {
  const { id } = command;
  const key = await keys.find(id);
  if (key === undefined) return unknownId(id, await keys.list());
  const who = `${id} ("${key.name}")`;
  if (key.revokedMs !== undefined)
    return (command.do === 'revoke' ? (told: string) => done([told]) : failed)(
      `${who} was revoked on ${day(key.revokedMs)}.`,
    );
  if (command.do === 'revoke') {
    await keys.change(id, { revokedMs: now() });
    return done([`Revoked ${who}. Servers refuse it ${SOON}.`]);
  }
  const { plan } = command;
  if (key.plan === plan) return done([`${who} is on the plan ${plan} already.`]);
  await keys.change(id, { plan });
  return done([`Moved ${who} from ${key.plan} to ${plan}. Servers know ${SOON}.`]);
}

function unknownId(id: string, keys: readonly StoredKey[]): Said {
  const near = nearest(
    id,
    keys.map((key) => key.id),
  );
  // Not all of it: it may be a key with a letter missing.
  const shown = id.length > 16 ? `${id.slice(0, 16)}…` : id;
  return failed(`No key has the id "${shown}".${near ? ` Did you mean "${near}"?` : ' "list" shows them.'}`);
}

async function list({ json }: Command & { do: 'list' }, { keys, place }: Needs): Promise<Said> {
  const all = await keys.list();
  if (json) return done([], [JSON.stringify(all.map(forPrograms), undefined, 2)]);
  if (all.length === 0) return done([`No keys in ${place} yet.`]);
  const head = ['id', 'plan', 'created', 'last used', 'revoked', 'name'];
  const rows = all.map(({ id, plan, createdMs, usedDayMs, revokedMs, name }) => [
    id,
    plan,
    day(createdMs),
    usedDayMs === undefined ? 'never' : day(usedDayMs),
    revokedMs === undefined ? '' : day(revokedMs),
    name,
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return done([], [head, ...rows].map(line));
}

const forPrograms = ({ id, name, plan, createdMs, usedDayMs, revokedMs }: StoredKey) => ({
  id,
  name,
  plan,
  created: new Date(createdMs).toISOString(),
  lastUsed: usedDayMs === undefined ? null : day(usedDayMs),
  revoked: revokedMs === undefined ? null : new Date(revokedMs).toISOString(),
});

/** UTC, like the month of the quotas. */
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
