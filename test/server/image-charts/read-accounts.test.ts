// In: texts of IMAGE_CHARTS_ACCOUNTS. Out: whether they are read, and a fault names its entry and never its secret.
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';

const read = (text: string) => readConfig({ IMAGE_CHARTS_ACCOUNTS: text }).imageCharts.accounts;
const fault = (text: string) => {
  try {
    read(text);
    return undefined;
  } catch (error) {
    return error instanceof ConfigError ? error.message : error;
  }
};

describe('IMAGE_CHARTS_ACCOUNTS', () => {
  it('holds pairs; a secret may hold colons', () => {
    expect(read('')).toEqual([]);
    expect(read(' shop:a-long-secret ,mail:b:c:defgh,')).toEqual([
      { id: 'shop', secret: 'a-long-secret' },
      { id: 'mail', secret: 'b:c:defgh' },
    ]);
  });

  it.each([
    'shop',
    'shop:',
    ':a-long-secret',
    'shop:short',
    'two words:a-long-secret',
    `${'x'.repeat(65)}:a-long-secret`,
  ])('refuses %s', (entry) => {
    const message = fault(`fine:a-long-enough-one,${entry}`);
    expect(message).toMatch(/IMAGE_CHARTS_ACCOUNTS: Entry 2: Expected id:secret/);
    expect(message).not.toMatch(/long-secret|short|enough/);
  });
});
