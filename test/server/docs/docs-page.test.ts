// In: the page at `/docs`. Out: whether it holds what the server knows, can be linked to, and cannot run anything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedCodes } from '#shared/errors.ts';
import { html, prose } from '../../../server/docs/html.ts';
import { schemaWords } from '../../../server/docs/schema-words.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { standInPool } from '../stand-in-pool.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ pool: standInPool() });
});
afterAll(() => server.stop());

describe('/docs', () => {
  it('tells every code, each with an anchor, and the test keys', async () => {
    const text = await (await fetch(`${server.url}/docs`)).text();
    for (const code of servedCodes) expect(text).toContain(`id="${code}"`);
    expect(text).toContain('pk_test_rate_limited');
    expect(text).toContain(`${server.url}/api/v1/render?type=bar`);
  });

  it('has no test keys where there are none', async () => {
    const other = await startServer({ pool: standInPool(), env: { TEST_KEYS: 'off' } });
    const text = await (await fetch(`${other.url}/docs`)).text();
    await other.stop();
    expect(text).not.toContain('pk_test_');
    expect(text).not.toContain('href="#keys"');
  });

  it('runs nothing', async () => {
    const answer = await fetch(`${server.url}/docs`);
    const text = await answer.text();
    expect(text).not.toMatch(/<script|\son\w+=|style=/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('its words', () => {
  it('cannot become markup', () => {
    expect(html`<p title="${'"x"'}">${'<b>&'}</p>`.text).toBe('<p title="&quot;x&quot;">&lt;b&gt;&amp;</p>');
    expect(prose('`<img>` **is** <b>').text).toBe('<code>&lt;img&gt;</code> <strong>is</strong> &lt;b&gt;');
  });

  it.each([
    [{ type: 'integer', minimum: 100, maximum: 4000 }, 'integer, 100–4000'],
    [{ enum: ['png', 'svg', 'pdf'] }, '"png", "svg" or "pdf"'],
    [
      { type: 'array', maxItems: 6, items: { type: ['number', 'null'] } },
      'array of at most 6: number or null',
    ],
    [
      { anyOf: [{ type: 'string', maxLength: 100 }, { const: 'flex' }] },
      'string, at most 100 characters or "flex"',
    ],
    [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'integer, at least 1'],
  ])('say what a schema takes: %j', (schema, words) => {
    expect(schemaWords(schema)).toBe(words);
  });
});
