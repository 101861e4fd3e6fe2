// In: the environment. Out: one frozen object with everything that can be set; or every fault at once.
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { readKeys } from './config-keys.ts';
import { readAccounts } from './image-charts/read-accounts.ts';
import { logLevels } from './log.ts';

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');
/** What is refused early is decided by the estimated wait; this only bounds how many charts lie in memory meanwhile. */
const PLACES_PER_WORKER = 64;
const cores = Math.max(2, availableParallelism());

/** `fallback` is what counts when the variable is missing or blank; `shown` its wording where it depends on the machine. */
const variable = <S extends z.ZodType>(schema: S, fallback: string, meaning: string, shown?: string) => ({
  schema,
  fallback,
  meaning,
  shown: shown ?? (fallback === '' ? 'none' : `\`${fallback}\``),
});

const variables = {
  PORT: variable(whole(0, 65_535), '3000', 'Port to listen on; 0 takes a free one'),
  HOST: variable(z.string(), '', 'Address to listen on, such as `127.0.0.1`', 'all addresses'),
  DATA_DIR: variable(
    z.string(),
    './data',
    'Folder for what must survive a restart: limits, quotas and saved pictures, in one file; `:memory:` for none',
  ),
  REDIS_URL: variable(
    z.union([z.literal(''), z.url({ protocol: /^rediss?$/ })]),
    '',
    'Redis or Valkey that keeps them instead, for any number of servers together: `redis://host:6379`',
  ),
  SAVED_MB: variable(
    whole(1, 1_048_576),
    '1024',
    'Disk for saved pictures (`returnUrl`) under `DATA_DIR`, in MiB; those saved longest ago leave first',
  ),
  PUBLIC_URL: variable(
    z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).transform((url) => url.replace(/\/+$/, '')),
    '',
    'Address under which the server is known outside; `returnUrl` answers begin with it',
    'taken from the request',
  ),
  TEST_KEYS: variable(
    z.enum(['on', 'off', '']),
    '',
    'Whether the public test keys `pk_test_…`, and keys made with `create --test`, work',
    '`on`, in production (`NODE_ENV=production`) `off`',
  ),
  LIMITS: variable(onOff, 'on', '`off` lifts rates and quotas, for a private server; test keys keep theirs'),
  API_KEYS: variable(
    z.string().transform(readKeys),
    '',
    'Keys beside those made by `npm run keys`, with their plans: `key:plan,key:plan`, or JSON `[{"key":"…","plan":"pro"}]`',
  ),
  IMAGE_CHARTS_ACCOUNTS: variable(
    z.string().transform(readAccounts),
    '',
    'Accounts that may sign requests of the Image-Charts dialect: `id:secret,id:secret`',
  ),
  IMAGE_CHARTS_LIMITS: variable(
    onOff,
    'off',
    '`on` gives unsigned Image-Charts requests 10 a minute, then blocks the client for a minute; the test account always has it',
  ),
  TRUST_PROXY: variable(
    whole(0, 10),
    '0',
    'Number of own proxies in front, whose entries in `X-Forwarded-For` are believed',
  ),
  LOG_LEVEL: variable(z.enum(logLevels), 'info', `How much to log: ${logLevels.join(', ')}`),
  CACHE_MB: variable(whole(1, 65_536), '64', 'Memory for pictures that were drawn before, in MiB'),
  RENDER_WORKERS: variable(
    whole(1, 256),
    String(cores),
    'Pictures drawn at the same time, each in a process of its own',
    'number of cores, at least 2',
  ),
  RENDER_QUEUE: variable(
    z.union([z.literal(''), whole(0, 10_000)]),
    '',
    'Renders that may wait for a free worker',
    '64 × workers',
  ),
  RENDER_CPU_MS: variable(whole(100, 60_000), '3000', 'CPU time that one render may use, in ms'),
  RENDER_WALL_MS: variable(whole(100, 120_000), '6000', 'Time that one render may take, in ms'),
  RENDER_RSS_MB: variable(whole(128, 65_536), '768', 'Memory that one render may use, in MiB'),
  RATE_LIMIT: variable(
    whole(1, 1_000_000),
    '100',
    'Requests that a key, or an address without one, has in a window',
  ),
  RATE_WINDOW_SECONDS: variable(whole(1, 86_400), '900', 'Length of that window, in seconds'),
} as const;

/** Every variable with its default and meaning, for the README. */
export const configTable = Object.entries(variables).map(([name, { shown, meaning }]) => ({
  name,
  default: shown,
  meaning,
}));

type Variables = typeof variables;
type Values = { [Name in keyof Variables]: z.output<Variables[Name]['schema']> };

/** What was wrong, one line per variable. Values are not repeated: one of them may be a key. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.join('\n')}`);
    this.name = 'ConfigError';
  }
}

export type Config = ReturnType<typeof readConfig>;

/** @throws ConfigError with all faults */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const set = readAll(env);
  return Object.freeze({
    port: set.PORT,
    host: set.HOST === '' ? undefined : set.HOST,
    dataDir: set.DATA_DIR,
    redisUrl: set.REDIS_URL === '' ? undefined : set.REDIS_URL,
    savedBytes: set.SAVED_MB * 2 ** 20,
    publicUrl: set.PUBLIC_URL === '' ? undefined : set.PUBLIC_URL,
    testKeys: set.TEST_KEYS === '' ? env.NODE_ENV !== 'production' : set.TEST_KEYS === 'on',
    limits: set.LIMITS,
    keys: set.API_KEYS,
    imageCharts: { accounts: set.IMAGE_CHARTS_ACCOUNTS, unsignedLimits: set.IMAGE_CHARTS_LIMITS },
    trustProxy: set.TRUST_PROXY,
    logLevel: set.LOG_LEVEL,
    cacheBytes: set.CACHE_MB * 2 ** 20,
    workers: set.RENDER_WORKERS,
    queue: set.RENDER_QUEUE === '' ? set.RENDER_WORKERS * PLACES_PER_WORKER : set.RENDER_QUEUE,
    budget: { cpuMs: set.RENDER_CPU_MS, wallMs: set.RENDER_WALL_MS, rssBytes: set.RENDER_RSS_MB * 2 ** 20 },
    rate: { limit: set.RATE_LIMIT, windowMs: set.RATE_WINDOW_SECONDS * 1000 },
  });
}

function readAll(env: Readonly<Record<string, string | undefined>>): Values {
  const faults: string[] = [];
  const values = Object.entries(variables).map(([name, { schema, fallback }]) => {
    const read = schema.safeParse(env[name]?.trim() || fallback);
    if (!read.success) faults.push(...read.error.issues.map(({ message }) => `  ${name}: ${message}`));
    return [name, read.data] as const;
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.fromEntries(values) as Values;
}
