// In: charts with secrets, and charts that only speak of them. Out: whether each secret is found where it stands, and nothing else.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/editor/edit-value.ts';
import { examples } from '../../src/examples.ts';
import { lintChart, redactions } from '../../src/share/chart-lint.ts';
import { exampleText } from '../../src/start.ts';
import fc from '../support/properties.ts';

const chart = (label: string) =>
  JSON.stringify({ type: 'bar', data: { labels: [label], datasets: [{ label: 'S', data: [1] }] } }, null, 2);
const S = 'Zq7wXv9kPmT4';

describe('found', () => {
  test.each<[label: string, what: string, value: string]>([
    ['by pk_live_4f9s8d7f6g5h4j', 'An API key', 'pk_live_4f9s8d7f6g5h4j'],
    ['key sk-proj-4f9s8d7f6g5h4j3k2l1m', 'A secret key', 'sk-proj-4f9s8d7f6g5h4j3k2l1m'],
    ['AKIAIOSFODNN7EXAMPLE', 'An AWS access key', 'AKIAIOSFODNN7EXAMPLE'],
    [`ghp_${S}${S}${S}`, 'A GitHub token', `ghp_${S}${S}${S}`],
    [`glpat-${S}${S}`, 'A GitLab token', `glpat-${S}${S}`],
    [`xoxb-1234567890-${S}`, 'A Slack token', `xoxb-1234567890-${S}`],
    [`https://hooks.slack.com/services/T0123456/B0123456/${S}`, 'A Slack token', `T0123456/B0123456/${S}`],
    [
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_d',
      'A JSON Web Token',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_d',
    ],
    [
      '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
      'A private key',
      '-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----',
    ],
    [`Authorization: Bearer ${S}`, 'Something like a password or a key', S],
    [`password=${S}`, 'Something like a password or a key', S],
    ['postgres://me:hunter@db.example.com/x', 'Something like a password or a key', 'me:hunter'],
    ['ask ann.lee+charts@acme.co.uk', 'An e-mail address', 'ann.lee+charts@acme.co.uk'],
    ['db-7.prod.internal:5432 is slow', 'An address inside of a network', 'db-7.prod.internal:5432'],
    ['http://localhost:3000/', 'An address inside of a network', 'localhost:3000'],
    ['from 192.168.0.17', 'An address inside of a network', '192.168.0.17'],
    ['172.31.255.1, 10.1.2.3', 'An address inside of a network', '172.31.255.1'],
  ])('%j', (label, what, value) => {
    const text = chart(label);
    const [finding] = lintChart(text);
    expect(finding?.what).toBe(what);
    expect(text.slice(finding?.start, finding?.end)).toBe(value);
  });

  test('more than one, in the order of the text', () => {
    const text = chart(`a@b.io, 10.0.0.1, ${`ghp_${S}${S}`}, c@d.io`);
    expect(lintChart(text).map(({ kind }) => kind)).toEqual(['email', 'internal', 'secret', 'email']);
  });

  test('a secret under its name in the JSON, also a bare one', () => {
    const text = `{"theme":{"apiKey":"${S}","token":"see docs"}}`;
    expect(lintChart(text).map(({ start, end }) => text.slice(start, end))).toEqual([S]);
  });

  test('of a secret only the beginning is shown', () => {
    expect(lintChart(chart(`ghp_${S}${S}`))[0]?.shown).toBe('ghp_…');
  });
});

test.each([
  ...[
    'Password resets',
    'Session token: high',
    'Cookies: accepted',
    'Secrets, 2024',
    'API key rotations: 14',
  ],
  ...['Bearer bonds 2024', 'token count = 1200', 'Authorization: granted', 'pk_test_starter'],
  ...['someone@example.com', '@handle', 'a@b', 'me@localhost', '1.10.0.0.1', '11.1.2.3', '172.32.0.1'],
  ...[
    'local',
    'Local.',
    'internal',
    'the.Internal-team',
    'version 10.0.1',
    'localhosting',
    'café.local-news',
  ],
])('not a finding: %j', (label) => expect(lintChart(chart(label))).toEqual([]));

test('the examples hold none', () => {
  for (const example of examples) expect(lintChart(exampleText(example.chart))).toEqual([]);
});

test('redacted in one go, it is JSON still and nothing is left to find', () => {
  const text = chart(`a@b.io, 10.0.0.1, ghp_${S}${S}, password=${S}, https://me:pw@h.io`);
  const after = applyEdits(text, redactions(lintChart(text)));
  expect(lintChart(after)).toEqual([]);
  expect(JSON.parse(after)).toHaveProperty(
    'data.labels.0',
    '••••••••, ••••••••, ••••••••, password=••••••••, https://••••••••@h.io',
  );
});

test('property: any text is read, and its findings lie in order', () => {
  const pieces = fc.constantFrom(
    '"',
    '\\n',
    '@',
    'a.io',
    '10.',
    '.local',
    'key=',
    'sk-',
    `${S}`,
    '://',
    ':',
    ' ',
    '{',
    '}',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const found = lintChart(text);
      for (const [i, { start, end }] of found.entries()) {
        expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
