// In: what another page may post. Out: only well-formed wishes of named origins come through.
import { describe, expect, it } from 'vitest';
import { originsIn, requestIn } from '../../src/embed/messages.ts';
import fc from '../support/properties.ts';

const host = 'https://docs.example';
const get = { source: 'chart-playground', version: 1, id: 7, type: 'get' };
const set = { ...get, type: 'set', text: '{}' };

describe('a message', () => {
  it('of a named origin comes through', () => {
    expect(requestIn(get, host, [host])).toEqual(get);
    expect(requestIn(set, host, ['https://other.example', host])).toEqual(set);
  });

  it.each<[string, unknown, string]>([
    ['of another origin', get, 'https://docs.example.evil'],
    ['of a page without an origin', get, 'null'],
    ['of another version', { ...get, version: 2 }, host],
    ['without a type', { ...get, type: undefined }, host],
    ['that sets no text', { ...set, text: { length: 3 } }, host],
    ['that is a megabyte and more', { ...set, text: 'x'.repeat(1_000_001) }, host],
    ['that is a text', JSON.stringify(get), host],
    ['that is nothing', null, host],
  ])('%s does not', (_name, data, sender) => expect(requestIn(data, sender, [host])).toBeUndefined());

  it('without any named origin nobody is heard, whatever is said', () => {
    fc.assert(fc.property(fc.anything(), fc.webUrl(), (data, url) => requestIn(data, url, []) === undefined));
  });
});

it('origins are read from the address, and what is none is left out', () => {
  const search =
    '?origin=https://a.example/path&origin=javascript:alert(1)&origin=*&origin=http://localhost:8080';
  expect(originsIn(search)).toEqual(['https://a.example', 'http://localhost:8080']);
});
