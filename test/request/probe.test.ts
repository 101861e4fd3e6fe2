// In: a failed request, and what the browser finds when it asks around. Out: the most likely cause, and the evidence in the order
// in which it was gathered.
import { describe, expect, test } from 'vitest';
import { type Asked, type ProbeQuestion, probe } from '../../src/request/probe.ts';

const own: ProbeQuestion = {
  url: 'https://charts.example/api/v1/render',
  pageUrl: 'https://charts.example/#c=1',
  method: 'POST',
  headerNames: ['Accept', 'Content-Type', 'Authorization'],
  stage: 'connect',
};
const foreign: ProbeQuestion = { ...own, url: 'https://other.example/chart.js/4?c=1' };

type World = { online?: boolean; cors?: Asked; noCors?: Asked };
async function look(question: ProbeQuestion, { online = true, cors, noCors }: World = {}) {
  const asked: string[] = [];
  const evidence = await probe(question, {
    online: () => online,
    ask: async (url, mode) => {
      asked.push(`${mode} ${url}`);
      return (mode === 'cors' ? cors : noCors) ?? { kind: 'failed' };
    },
  });
  return { ...evidence, asked };
}
const status = (code: number): Asked => ({ kind: 'status', status: code });

describe('the cause', () => {
  const cases: [what: string, question: ProbeQuestion, world: World, cause: string][] = [
    ['no network', own, { online: false }, 'offline'],
    ['no network, cut in the middle', { ...own, stage: 'body' }, { online: false }, 'offline'],
    ['nobody answers', own, {}, 'down'],
    ['nobody answers in time', own, { cors: { kind: 'slow' } }, 'down'],
    ['health answers', own, { cors: status(200) }, 'dropped'],
    ['health is unknown there', foreign, { cors: status(404) }, 'dropped'],
    ['a gateway answers', own, { cors: status(502) }, 'gateway'],
    ['cut in the middle', { ...own, stage: 'body' }, { cors: status(200) }, 'cut'],
    ['cut in the middle, and gone since', { ...own, stage: 'body' }, {}, 'cut'],
    ['another server, not readable', foreign, { noCors: { kind: 'opaque' } }, 'unreadable'],
    ['another server, not there', foreign, {}, 'down'],
    ['another server, too slow', foreign, { noCors: { kind: 'slow' } }, 'down'],
    ['forbidden by this page', foreign, { cors: { kind: 'forbidden' } }, 'forbidden'],
    ['http from https', { ...foreign, url: 'http://other.example/' }, {}, 'mixed'],
    [
      'http from http',
      { ...foreign, url: 'http://other.example/', pageUrl: 'http://a.example/' },
      {},
      'down',
    ],
    ['http on this device', { ...foreign, url: 'http://127.0.0.1:3000/' }, { cors: status(200) }, 'dropped'],
    ['http on localhost', { ...foreign, url: 'http://localhost:3000/' }, { cors: status(200) }, 'dropped'],
  ];
  test.each(cases)('%s', async (_what, question, world, cause) => {
    const { conclusion, advice, ...rest } = await look(question, world);
    expect(rest.cause).toBe(cause);
    expect(conclusion).toMatch(/^[A-Z].*[^.]$/);
    expect(advice).toMatch(/\.$/);
    expect(conclusion + advice).not.toContain('Failed to fetch');
  });

  test('each has words of its own', async () => {
    const told = await Promise.all(cases.map(([, question, world]) => look(question, world)));
    const byCause = new Map(told.map(({ cause, conclusion }) => [cause, conclusion]));
    expect(byCause.size).toBe(8);
    expect(new Set(byCause.values()).size).toBe(8);
  });
});

describe('the evidence', () => {
  test('no more is asked than is needed, and only the health of the server that was asked', async () => {
    const health = 'https://other.example/healthz';
    expect((await look(own, { online: false })).asked).toEqual([]);
    expect((await look({ ...foreign, url: 'http://other.example/' })).asked).toEqual([]);
    expect((await look(own)).asked).toEqual(['cors https://charts.example/healthz']);
    expect((await look(foreign)).asked).toEqual([`cors ${health}`, `no-cors ${health}`]);
    expect((await look({ ...foreign, stage: 'body' })).asked).toEqual([`cors ${health}`]);
  });

  test('is told in order, each with what came of it', async () => {
    const { findings } = await look(foreign, { noCors: { kind: 'opaque' } });
    expect(findings).toEqual([
      { tried: 'This device’s network', outcome: 'There is one.', fine: true },
      { tried: 'https://other.example/healthz', outcome: 'No answer.', fine: false },
      {
        tried: 'https://other.example/healthz, without reading the answer',
        outcome: 'Answered, though this page may not read it.',
        fine: true,
      },
    ]);
  });

  test('a connection cut in the middle says so before anything is asked', async () => {
    const { findings } = await look({ ...own, stage: 'body' }, { cors: status(200) });
    expect(findings.map(({ tried, fine }) => [tried, fine])).toEqual([
      ['This device’s network', true],
      ['This request', false],
      ['https://charts.example/healthz', true],
    ]);
  });
});

describe('the headers that another server would need', () => {
  const needed = async (more: Partial<ProbeQuestion>) =>
    (await look({ ...foreign, ...more }, { noCors: { kind: 'opaque' } })).needed;

  test('the origin of this page, and leave for what was sent', async () => {
    expect(await needed({})).toEqual([
      'Access-Control-Allow-Origin: https://charts.example',
      'Access-Control-Allow-Headers: Content-Type, Authorization',
    ]);
    expect(await needed({ method: 'GET', headerNames: ['Accept'] })).toEqual([
      'Access-Control-Allow-Origin: https://charts.example',
    ]);
    expect(await needed({ method: 'PUT', headerNames: [] })).toEqual([
      'Access-Control-Allow-Origin: https://charts.example',
      'Access-Control-Allow-Methods: PUT',
    ]);
  });

  test('for no other cause', async () => {
    expect((await look(foreign)).needed).toEqual([]);
    expect((await look(own, { cors: status(200) })).needed).toEqual([]);
  });
});

test('a search that is given up comes to nothing', async () => {
  const gone = new DOMException('gone', 'AbortError');
  const ask = () => Promise.reject(gone);
  await expect(probe(own, { online: () => true, ask })).rejects.toBe(gone);
});
