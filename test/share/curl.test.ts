// In: hostile texts. Out: commands whose every argument a real shell hands over unchanged.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CurlRequest, curlCommand } from '../../src/share/curl.ts';
import fc, { runs } from '../support/properties.ts';

const asked: CurlRequest = {
  origin: 'https://charts.example',
  path: '/api/v1/render',
  body: null,
  withKey: false,
  file: 'chart.png',
};

let folder: string;
beforeAll(() => {
  // Stands in for curl: prints its arguments and, where it is told to read it, its standard input, each ended by a NUL.
  folder = mkdtempSync(join(tmpdir(), 'curl-'));
  writeFileSync(
    join(folder, 'curl'),
    '#!/bin/sh\nprintf "%s\\0" "$@"\nfor last; do :; done\n[ "$last" = "@-" ] && cat\nexit 0\n',
  );
  chmodSync(join(folder, 'curl'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a shell makes of the command: curl's arguments, and its standard input as the last one. */
function run(request: Partial<CurlRequest>): string[] {
  const env = { PATH: `${folder}:${process.env.PATH}`, CHART_API_KEY: 'pk "$HOME" key' };
  // The script goes in by standard input: the shell itself could not take it as one long argument either.
  return execFileSync('sh', { input: `${curlCommand({ ...asked, ...request })}\n`, env, cwd: folder })
    .toString()
    .split('\0');
}
const bodyOf = (body: string) => {
  const args = run({ body });
  const data = args[args.indexOf('--data-binary') + 1];
  return data === '@-' ? (args.at(-1) ?? '').replace(/\n$/, '') : data;
};

const hostile = [
  "it's",
  "'; touch owned; '",
  "''''",
  "\\'",
  '$(id) `id` $' + '{HOME} $CHART_API_KEY',
  '"double" \\ back \\n slash',
  '!event ^caret ~ * ? [a-z] {1,2} # & | ; < > ( )',
  'line\nbreak\r\n\ttab',
  '-o /etc/passwd',
  '@/etc/passwd',
  '@-',
  "@it's $(id)\nCHART\nid\nCHART_\n",
  '<html>',
  'übrigens 🎉 日本',
  '%s %d',
  '',
  ' ',
];

describe('the body', () => {
  test.each(hostile)('%j arrives as it is', (text) => {
    expect(bodyOf(text)).toBe(text);
  });

  test('any text does', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'\'"\\$`!@\n-CHART_ '),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(bodyOf(text)).toBe(text);
      }),
      runs(60),
    );
  });

  test('so does one that is too long for an argument', () => {
    for (const text of [
      `"${'7,'.repeat(20_500)}"`,
      '€'.repeat(40_000),
      'x'.repeat(40_001),
      'x'.repeat(200_000),
      `{"a": "it's $(id)"}\n`.repeat(30_000),
    ])
      expect(bodyOf(text) === text).toBe(true);
  });

  test('a text that names a file sends the text, not the file', () => {
    writeFileSync(join(folder, 'secret'), 'of this machine');
    const args = run({ body: '@secret' });
    expect(args).toContain('@-');
    expect(args.join()).not.toContain('of this machine');
  });

  test('no line of a text ends the text, and nothing of it is run', () => {
    const text = '@\nCHART\necho owned\nCHART_\necho owned again\n';
    expect(run({ body: text }).at(-1)).toBe(`${text}\n`);
  });
});

describe('the command', () => {
  test('for a GET is the address alone', () => {
    expect(run({ path: '/api/v1/render?chart=a-_b&x=1' })).toEqual([
      '--fail-with-body',
      '-o',
      'chart.png',
      'https://charts.example/api/v1/render?chart=a-_b&x=1',
      '',
    ]);
  });

  test('for a POST says that it sends JSON', () => {
    expect(run({ body: '{}', file: 'chart.svg' }).slice(1)).toEqual([
      '-o',
      'chart.svg',
      'https://charts.example/api/v1/render',
      '-H',
      'Content-Type: application/json',
      '--data-binary',
      '{}',
      '',
    ]);
  });

  test('names the key as a variable, which the shell fills in as one word', () => {
    expect(curlCommand({ ...asked, withKey: true })).toContain('"Authorization: Bearer $CHART_API_KEY"');
    expect(run({ withKey: true })).toContain('Authorization: Bearer pk "$HOME" key');
    expect(run({ body: '{}' }).join()).not.toContain('Authorization');
  });

  test.each(hostile)('an address with %j is one word', (text) => {
    expect(run({ path: `/${text}` })).toContain(`https://charts.example/${text}`);
  });
});
