// In: files as programs write them. Out: their text, whatever the encoding, or a sentence.
import { describe, expect, it } from 'vitest';
import { isChart, readFile } from '../../src/data/read-file.ts';

const file = (...bytes: number[]) => new File([new Uint8Array(bytes)], 'table.csv');

describe('reading a file', () => {
  it.each([
    ['UTF-8', file(...new TextEncoder().encode('Größe,€\n')), 'Größe,€\n'],
    ['two bytes a letter, little end first', file(0xff, 0xfe, 0x41, 0, 0xac, 0x20), 'A€'],
    ['two bytes a letter, big end first', file(0xfe, 0xff, 0, 0x41, 0x20, 0xac), 'A€'],
    ['an older Windows program', file(0x47, 0x72, 0xf6, 0xdf, 0x65), 'Größe'],
    ['nothing', file(), ''],
  ])('%s', async (_, given, text) => {
    expect(await readFile(given)).toEqual({ ok: true, name: 'table.csv', text });
  });

  it('says that a file is too large, without reading it', async () => {
    const large = { name: 'all.csv', size: 50_000_000 } as File;
    expect(await readFile(large)).toEqual({
      ok: false,
      sentence: '“all.csv” is larger than 40 MB. Take a part of it.',
    });
  });

  it('says that a folder is no file', async () => {
    const folder = { name: 'all', size: 1, arrayBuffer: () => Promise.reject(new Error('no')) };
    expect(await readFile(folder as unknown as File)).toMatchObject({ ok: false });
  });
});

it.each([
  ['{"type":"bar","data":{}}', true],
  ['[{"type":"bar","data":1}]', false],
  ['{"a":1}', false],
  ['type,data\n1,2', false],
  ['null', false],
])('takes %s for a chart: %s', (text, chart) => {
  expect(isChart(text)).toBe(chart);
});
