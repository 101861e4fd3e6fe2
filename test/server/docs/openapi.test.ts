// In: the document at `/api/v1/openapi.json`, and answers of the same server. Out: whether the document is valid OpenAPI 3.1, and
// whether what it says about bodies, headers and addresses is true.
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedCodes } from '#shared/errors.ts';
import type { OpenApi, Operation } from '../../../server/docs/openapi-shapes.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { chart, get, post, withKey } from '../ask.ts';
import { standInPool } from '../stand-in-pool.ts';

let server: TestServer;
let document: OpenApi;
beforeAll(async () => {
  server = await startServer({ pool: standInPool(), env: { RATE_LIMIT: '1000' } });
  document = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as OpenApi;
});
afterAll(() => server.stop());

const operation = (path: string, method: 'get' | 'post'): Operation => {
  const found = document.paths[path]?.[method];
  if (!found) throw new Error(`${method} ${path} is not in the document`);
  return found;
};

/** Judges a body by what the document says about this status. */
function judge(path: string, method: 'get' | 'post', status: number, body: unknown) {
  const content = operation(path, method).responses[status]?.content?.['application/json'];
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('uri', true);
  ajv.addSchema({ $id: 'doc', ...document });
  const text = JSON.stringify(content?.schema).replaceAll('"#/', '"doc#/');
  const valid = ajv.compile(JSON.parse(text) as object)(body);
  return { documented: content !== undefined, valid };
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect([valid, errors]).toEqual([true, undefined]);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('describes every code that the server answers with', () => {
    const told = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap((one: Operation) =>
        Object.values(one.responses).flatMap(({ content }) =>
          Object.keys(content?.['application/json']?.examples ?? {}),
        ),
      ),
    );
    expect(new Set(told)).toEqual(new Set(servedCodes));
  });

  it('has an example for each refusal that fits its own schema', () => {
    const judged = Object.entries(operation('/api/v1/render', 'post').responses).flatMap(
      ([status, { content }]) =>
        Object.entries(
          (content?.['application/json']?.examples ?? {}) as Record<string, { value: unknown }>,
        ).map(([code, { value }]) => [code, judge('/api/v1/render', 'post', Number(status), value)] as const),
    );
    expect(judged.length).toBeGreaterThan(10);
    expect(judged.filter(([, verdict]) => !verdict.documented || !verdict.valid)).toEqual([]);
  });

  it.each([
    ['an invalid chart', () => post(server.url, { type: 'bar' }), 400],
    ['no JSON', () => post(server.url, '{'), 400],
    ['a wrong key', () => post(server.url, chart(), withKey('pk_live_wrong')), 401],
    ['PDF without the plan', () => post(server.url, chart(0, { format: 'pdf' })), 402],
    ['a used-up quota', () => post(server.url, chart(), withKey('pk_test_quota_exceeded')), 402],
    ['a wrong type', () => post(server.url, 'x', { 'Content-Type': 'text/plain' }), 415],
    ['a thrown render', () => post(server.url, chart(), withKey('pk_test_server_error')), 500],
    ['a full server', () => post(server.url, chart(), withKey('pk_test_overloaded')), 503],
    ['an address', () => post(server.url, chart(0, { returnUrl: true })), 200],
  ])('tells the truth about %s', async (_, send, status) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(judge('/api/v1/render', 'post', status, await answer.json())).toEqual({
      documented: true,
      valid: true,
    });
    const promised = Object.keys(operation('/api/v1/render', 'post').responses[status]?.headers ?? {});
    const pictureOnly = ['ETag', 'Content-Disposition'];
    for (const name of promised.filter((one) => status !== 200 || !pictureOnly.includes(one)))
      expect(answer.headers.get(name), name).not.toBeNull();
  });

  it('promises the headers that a picture has', async () => {
    const { headers } = await get(server.url, chart());
    for (const name of Object.keys(operation('/api/v1/render', 'get').responses[200]?.headers ?? {}))
      expect(headers.get(name), name).not.toBeNull();
  });

  it('knows the addresses of the server, and only those', async () => {
    const simple = Object.keys(document.paths).filter(
      (path) => !path.includes('{') && path !== '/api/v1/render',
    );
    for (const path of simple) expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
    expect((await fetch(`${server.url}/api/v1/nothing`)).status).toBe(404);
  });

  it('takes the charts that the server takes and refuses what a schema can refuse', () => {
    const ajv = new Ajv2020({ strict: false });
    const takes = ajv.compile(document.components.schemas.Chart ?? {});
    expect(takes(chart(0, { width: 640 }))).toBe(true);
    expect([
      takes(chart(0, { width: 9000 })),
      takes({ type: 'bar' }),
      takes(chart(0, { labels: [] })),
    ]).toEqual([false, false, false]);
  });
});
