// In: raw queries. Out: whether the parameters of the Image-Charts dialect are read as documented, and refused in Joi's words.
import { describe, expect, it } from 'vitest';
import { readImageChartsQuery } from '#shared/image-charts-query.ts';

const request = (query: string) => {
  const reading = readImageChartsQuery(query);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.request;
};
const messages = (query: string) => {
  const reading = readImageChartsQuery(query);
  return reading.ok ? [] : reading.faults.map(({ message, path, type }) => [message, path, type]);
};

describe('the query of an Image-Charts request', () => {
  it('has defaults', () => {
    expect(request('chart={}')).toEqual({
      ...{ name: 'chart', text: '{}', encoding: 'url', width: 500, height: 300 },
      ...{ background: undefined, retina: false },
    });
  });

  it('is read whole, in any order, with what is unknown left aside', () => {
    const query =
      'ichm=1&icretina=1&bkg=%23fff&x[]=1&height=200&__proto__=1&width=400&encoding=base64&c=e30%3D&icac=a';
    expect(request(query)).toEqual({
      ...{
        name: 'c',
        text: 'e30=',
        encoding: 'base64',
        width: 400,
        height: 200,
        background: '#fff',
        retina: true,
      },
    });
  });

  it.each([
    ['c=a+b%2Bc', 'a b+c'],
    ['c=50%&d', '50%'],
    ['c=%zz%C3%A9+%ff', '%zzé %ff'],
    ['c=a=b', 'a=b'],
  ])('is decoded as a form, and what is no encoding stays: %s', (query, text) => {
    expect(request(query).text).toBe(text);
  });

  it.each([
    ['', [['"value" must contain at least one of [c, chart]', [], 'object.missing']]],
    ['c=', [['"c" is not allowed to be empty', ['c'], 'string.empty']]],
    ['chart=+', [['"chart" is not allowed to be empty', ['chart'], 'string.empty']]],
    ['c={}&width=wide', [['"width" must be a number', ['width'], 'number.base']]],
    ['c={}&width=', [['"width" must be a number', ['width'], 'number.base']]],
    ['c={}&width=0x200', [['"width" must be a number', ['width'], 'number.base']]],
    ['c={}&width=300.5', [['"width" must be an integer', ['width'], 'number.integer']]],
    ['c={}&height=99', [['"height" must be greater than or equal to 100', ['height'], 'number.min']]],
    ['c={}&height=4001', [['"height" must be less than or equal to 4000', ['height'], 'number.max']]],
    ['c={}&encoding=gzip', [['"encoding" must be one of [url, base64]', ['encoding'], 'any.only']]],
    ['c={}&icretina=2', [['"icretina" must be one of [0, 1]', ['icretina'], 'any.only']]],
    ['c={}&c={}', [['"c" must not be given more than once', ['c'], 'any.once']]],
    ['c={}&chart={}', [['"chart" conflicts with "c", its other name', ['chart'], 'object.xor']]],
    [
      'c={}&bkg=red&backgroundColor=red',
      [['"backgroundColor" conflicts with "bkg", its other name', ['backgroundColor'], 'object.xor']],
    ],
    [
      'width=1&icretina=yes',
      [
        ['"width" must be greater than or equal to 100', ['width'], 'number.min'],
        ['"icretina" must be one of [0, 1]', ['icretina'], 'any.only'],
        ['"value" must contain at least one of [c, chart]', [], 'object.missing'],
      ],
    ],
  ])('is refused in full: %s', (query, expected) => {
    expect(messages(query)).toEqual(expected);
  });
});
