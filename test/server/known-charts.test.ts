// In: the same requests again and again, and ones that look alike. Out: whether what is remembered is what would be read.
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#shared/limits.ts';
import { renderPath } from '#shared/render-url.ts';
import type { AppError } from '../../server/app-error.ts';
import { normalised, pictureName } from '../../server/etag.ts';
import { createKnownCharts } from '../../server/known-charts.ts';
import { chartFromBody } from '../../server/read-chart.ts';
import { chart } from './ask.ts';

const bodyOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const known = (mostBytes = 2 ** 20) => createKnownCharts({ version: '1', mostBytes });

const codeOf = (read: () => unknown) => {
  try {
    return read();
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('what is known', () => {
  it('is what reading it would give, the first time and every other time', () => {
    const charts = known();
    const value = chart(7, {
      format: 'svg',
      returnUrl: true,
      options: { plugins: { title: { text: 'Größe 😀' } } },
    });
    const body = bodyOf(value);
    const spec = normalised(chartFromBody(body));
    for (const asked of [
      charts.ofBody(body),
      charts.ofBody(Buffer.from(body)),
      charts.ofUrl(renderPath(value)),
    ]) {
      const { name, format, returnUrl } = asked;
      expect({ name, format, returnUrl }).toEqual({
        name: pictureName(spec, '1'),
        format: 'svg',
        returnUrl: true,
      });
      expect(JSON.stringify(asked.spec())).toBe(JSON.stringify(spec));
    }
  });

  it('tells apart what differs in one byte, also in bytes that are no ASCII', () => {
    const charts = known();
    const named = (label: string) =>
      bodyOf({ ...chart(), data: { labels: [label], datasets: [{ data: [1] }] } });
    const names = ['é', 'è', 'Ã©', 'e', '😀', '😁'].map((label) => charts.ofBody(named(label)).name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('never becomes longer-lived by a refusal: each is refused again', () => {
    const charts = known();
    const wrong: [Buffer, string][] = [
      [Buffer.from('{"type"'), 'invalid_json'],
      [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'invalid_json'],
      [bodyOf({ type: 'bar' }), 'invalid_spec'],
    ];
    for (const [body, code] of [...wrong, ...wrong]) expect(codeOf(() => charts.ofBody(body))).toBe(code);
    const long = `/api/v1/render?chart=${'A'.repeat(LIMITS.urlCharacters)}`;
    for (const target of [long, long]) expect(codeOf(() => charts.ofUrl(target))).toBe('url_too_long');
    expect(charts.bytes()).toBe(0);
  });

  it.each(['key', 'apiKey', '%6Bey', 'api%4bey'])('is nothing of a URL with a credential (%s)', (name) => {
    const charts = known();
    const target = `${renderPath(chart())}&${name}=pk_live_secret`;
    expect(charts.ofUrl(target).name).toBe(charts.ofUrl(renderPath(chart())).name);
    expect(charts.bytes()).toBeLessThan(2 * target.length + 400);
    const before = charts.bytes();
    charts.ofUrl(target);
    expect(charts.bytes()).toBe(before);
  });
});

describe('the bound', () => {
  it('holds, and whoever was not asked for longest leaves first', () => {
    const charts = known(20_000);
    const bodies = Array.from({ length: 200 }, (_, i) => bodyOf(chart(i)));
    const first = charts.ofBody(bodies[0] as Buffer);
    let most = 0;
    for (const body of bodies) {
      charts.ofBody(body);
      charts.ofBody(bodies[0] as Buffer);
      most = Math.max(most, charts.bytes());
    }
    expect(most).toBeLessThanOrEqual(20_000);
    expect(most).toBeGreaterThan(15_000);
    // Known ones read their chart only when asked to, and then anew.
    const [stayed, left] = [bodies[0], bodies[1]].map((body) => charts.ofBody(body as Buffer));
    expect(stayed?.name).toBe(first.name);
    expect(stayed?.spec()).not.toBe(stayed?.spec());
    expect(left?.spec()).toBe(left?.spec());
  });

  it('a long one is read every time', () => {
    const charts = known(20_000);
    charts.ofBody(bodyOf(chart(0, { options: { plugins: { title: { text: 'x'.repeat(1500) } } } })));
    expect(charts.bytes()).toBe(0);
  });
});
