// In: every template in every format. Out: whether the server draws it, as the kind of file that was asked for.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { formats } from '#shared/chart-spec.ts';
import { templateRenderPath } from '#shared/templates/template-list.ts';
import { templates } from '#shared/templates/templates.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { LIMITS: 'off', API_KEYS: 'pk_formats:pro' } });
  // On a busy machine the first drawing child takes longer to start than a request may wait.
  await vi.waitUntil(() => server.pool.ready(), { timeout: 60_000 });
});
afterAll(() => server.stop());

const begins: Record<(typeof formats)[number], string> = {
  png: '89504e47',
  jpeg: 'ffd8ff',
  webp: '52494646',
  svg: Buffer.from('<svg').toString('hex'),
  pdf: Buffer.from('%PDF').toString('hex'),
};

it.each(templates.map(({ id }) => id))('%s', async (id) => {
  const drawn = [];
  for (const format of formats) {
    const answer = await fetch(`${server.url}${templateRenderPath(id)}?format=${format}&key=pk_formats`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    drawn.push([
      format,
      answer.status,
      bytes.toString('hex').slice(0, begins[format].length),
      bytes.length > 2000,
    ]);
  }
  expect(drawn).toEqual(formats.map((format) => [format, 200, begins[format], true]));
});
