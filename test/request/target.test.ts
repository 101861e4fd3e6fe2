// In: addresses typed by hand, and charts. Out: where they go, in the words of each API.
import { describe, expect, it } from 'vitest';
import { imagePath, originOf } from '../../src/request/target.ts';
import fc from '../support/properties.ts';

const own = 'http://localhost:3000';

describe('a base URL', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    [own, ''],
    [`${own}/`, ''],
    ['https://charts.example', 'https://charts.example'],
    ['https://charts.example:8443/api-root//', 'https://charts.example:8443/api-root'],
    ['HTTP://CHARTS.example/', 'http://charts.example'],
  ])('%j leads to %j', (base, origin) => {
    expect(originOf(base, own)).toEqual({ ok: true, origin });
  });

  it.each([
    ['charts.example', 'https://'],
    ['ftp://charts.example', 'http and https'],
    ['javascript:alert(1)', 'http and https'],
    ['https://me:secret@charts.example', 'password'],
    ['https://charts.example/?key=1', '?'],
    ['https://charts.example/#x', '#'],
  ])('%j is refused, in words', (base, word) => {
    const read = originOf(base, own);
    expect(read).toMatchObject({ ok: false, sentence: expect.stringContaining(word) });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (base) => void originOf(base, own)));
  });
});

describe('an image path', () => {
  const chart = { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] }, returnUrl: true };

  it('answers with the picture, whatever the chart asks of a POST', () => {
    const path = imagePath(chart, 'chart-output');
    expect(Buffer.from(path.split('chart=')[1] ?? '', 'base64url').toString()).not.toContain('returnUrl');
  });

  it('speaks Image-Charts', () => {
    expect(imagePath(chart, 'image-charts')).toMatch(/^\/chart\.js\/4\?c=%7B%22type%22/);
  });
});
