// In: environments. Out: whether the configuration they make is right, or names every fault without repeating a value.
import { describe, expect, it } from 'vitest';
import { keyDigest } from '../../server/auth.ts';
import { configTable, readConfig } from '../../server/config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: undefined,
      publicUrl: undefined,
      dataDir: './data',
      redisUrl: undefined,
      savedBytes: 2 ** 30,
      testKeys: true,
      limits: true,
      keys: [],
      trustProxy: 0,
      rate: { limit: 100, windowMs: 900_000 },
      budget: { cpuMs: 3000, wallMs: 6000, rssBytes: 768 * 2 ** 20 },
    });
    expect(config.workers).toBeGreaterThanOrEqual(2);
    expect(config.queue).toBe(config.workers * 64);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it.each([
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', TEST_KEYS: 'on' }, true],
    [{ TEST_KEYS: 'off' }, false],
    [{ TEST_KEYS: ' ' }, true],
  ])('test keys with %o: %s', (env, on) => {
    expect(readConfig(env).testKeys).toBe(on);
  });

  it.each([
    ['pairs', 'secret-key-1:pro, secret-key-2:starter'],
    ['JSON', '[{"key":"secret-key-1","plan":"pro"},{"key":"secret-key-2","plan":"starter"}]'],
  ])('reads API keys as %s and keeps their digests only', (_, text) => {
    const { keys } = readConfig({ API_KEYS: text });
    expect(keys).toEqual([
      { digest: keyDigest('secret-key-1'), plan: 'pro' },
      { digest: keyDigest('secret-key-2'), plan: 'starter' },
    ]);
  });

  it('drops a slash at the end of PUBLIC_URL', () => {
    expect(readConfig({ PUBLIC_URL: 'https://charts.example/' }).publicUrl).toBe('https://charts.example');
  });

  it('names all faults at once and repeats no value', () => {
    const env = {
      PORT: 'eighty',
      LIMITS: 'yes',
      API_KEYS: 'secret-key-1:gold,short:pro',
      RENDER_WORKERS: '0',
      PUBLIC_URL: 'ftp://x',
      REDIS_URL: 'http://user:secret@redis',
    };
    const read = () => readConfig(env);
    for (const name of Object.keys(env)) expect(read).toThrow(`  ${name}: `);
    expect(read).toThrow(/7 fault/);
    expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }));
  });

  it('documents every variable', () => {
    expect(configTable).toHaveLength(21);
    for (const row of configTable) expect([row.name, row.default, row.meaning]).not.toContain('');
  });
});
