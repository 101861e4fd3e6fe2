// In: the command line and the environment of the server. Out: keys made, listed, revoked or moved in the server's store, which
// may be running meanwhile. Ends with 0, with 1 when that was not possible, with 2 when the command line is faulty.
import { randomInt } from 'node:crypto';
import { ConfigError, readConfig } from './config.ts';
import { readCommand } from './keys/read-command.ts';
import { runCommand } from './keys/run-command.ts';
import { createLog } from './log.ts';
import { planNames } from './plans.ts';
import { IN_MEMORY, openStore, words } from './store/open-store.ts';
import { StoreFailure } from './store/store-failure.ts';

const call = import.meta.url.endsWith('.ts') ? 'npm run keys --' : 'node dist/server/keys.js';
const HELP = `API keys. Only their hashes are kept, under DATA_DIR or in REDIS_URL, where the server finds them; it may be running.

  ${call} create --plan <plan> --name "<name>"   makes a key and shows it, this once
  ${call} list [--json]                          ids, plans, days of last use; never the keys
  ${call} revoke <id>                            for good
  ${call} move <id> --plan <plan>                what was used this month stays used

Plans: ${planNames.join(', ')}.
create --test makes a pk_test_ key, which works only on servers with TEST_KEYS on.
Keys given to the server as API_KEYS are none of these and are not listed.
`;

const reading = readCommand(process.argv.slice(2));
if (!reading.ok) complain(reading.faults);
else if (reading.command.do === 'help') process.stdout.write(HELP);
else process.exitCode = await run(reading.command).catch(sayWhy);

function complain(faults: readonly string[]) {
  const { npm_config_plan: plan, npm_config_name: name } = process.env;
  const kept = plan === undefined && name === undefined ? [] : ['npm keeps options that stand before "--".'];
  tell([...faults, ...kept, `For help: ${call} help`]);
  process.exitCode = 2;
}

async function run(command: Parameters<typeof runCommand>[0]): Promise<number> {
  const config = readConfig(process.env);
  const { dataDir, redisUrl, testKeys: testKeysOn } = config;
  if (redisUrl === undefined && dataDir === IN_MEMORY) {
    tell([
      `DATA_DIR=${IN_MEMORY} keeps nothing: name a folder there, or a Redis in REDIS_URL, as for the server.`,
    ]);
    return 1;
  }
  // Without its user and password.
  const place = redisUrl === undefined ? dataDir : `the Redis at ${new URL(redisUrl).host}`;
  const store = await openStore({ config, now: Date.now, log: createLog('silent') });
  try {
    if (store.state() !== 'ok') {
      tell([`Cannot connect to ${place}. Nothing was changed.`]);
      return 1;
    }
    const needs = { keys: store.keys, now: Date.now, draw: randomInt, testKeysOn, place };
    const { out, told, code } = await runCommand(command, needs);
    tell(told);
    process.stdout.write(out.map((line) => `${line}\n`).join(''));
    return code;
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    tell([`${place}: ${words(error)}`, 'Whether anything was changed is not known: "list" shows it.']);
    return 1;
  } finally {
    await store.close();
  }
}

/** What whoever types the command can mend is said in a sentence. */
function sayWhy(error: unknown): number {
  if (!(error instanceof ConfigError || error instanceof StoreFailure)) throw error;
  tell([error.message]);
  return 1;
}

function tell(lines: readonly string[]) {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}
