// In: an exchange. Out: the line that sums it up, part by part.
import { expect, test } from 'vitest';
import { resultLine } from '../../src/request/result-line.ts';
import { answer, noAnswer } from './an-exchange.ts';

test('everything that a good answer tells, in order', () => {
  const exchange = answer(200, {
    statusText: 'OK',
    bytes: 31_400,
    headers: { 'content-type': 'image/png', 'x-cache': 'MISS', 'x-request-id': 'req-1' },
  });
  expect(resultLine(exchange, 1)).toEqual(['200 OK', '84 ms', '31.4 kB PNG', 'cache MISS', 'id req-1']);
  expect(resultLine(exchange, 2)).toEqual([
    '200 OK',
    '84 ms',
    '31.4 kB PNG',
    'cache MISS',
    'try 2',
    'id req-1',
  ]);
});

test.each([
  ['image/svg+xml', '0 B SVG'],
  ['application/json; charset=utf-8', '0 B JSON'],
  ['application/pdf', '0 B PDF'],
  ['text/html;charset=x', '0 B HTML'],
  ['', '0 B'],
  ['nonsense', '0 B'],
])('the kind of %j', (type, part) => {
  expect(resultLine(answer(200, { headers: { 'content-type': type } }), 1)[2]).toBe(part);
});

test('an answer without any words has its number', () => {
  expect(resultLine(answer(429), 1)).toEqual(['429', '84 ms', '0 B']);
});

test('from ten seconds on, seconds are enough', () => {
  expect(resultLine({ ...answer(200), durationMs: 9999 }, 1)[1]).toBe('9999 ms');
  expect(resultLine({ ...answer(200), durationMs: 10_000 }, 1)[1]).toBe('10.0 s');
});

test('where nothing came back, the line says so', () => {
  expect(resultLine(noAnswer('network_error'), 3)).toEqual(['No answer', '84 ms', 'try 3']);
  expect(resultLine(noAnswer('time_out'), 1)).toEqual(['Timed out', '84 ms']);
});
