// In: a JSON value and dice. Out: the same value as somebody else would have typed it: keys in another order, blanks and line breaks
// anywhere, numbers and texts spelt another way.
import type { Dice } from '../fixtures/dice.ts';

const blanks = ['', '', ' ', '  ', '\n', '\n  ', '\t', ' \n\t ', '\r\n'];

export function writtenAnyhow(value: unknown, dice: Dice, wild = dice.chance(0.5)): string {
  const blank = () => (wild ? dice.pick(blanks) : '');
  const list = (items: string[], open: string, close: string) =>
    open +
    blank() +
    items.map((item, i) => item + blank() + (i < items.length - 1 ? `,${blank()}` : '')).join('') +
    close;
  const write = (it: unknown): string => {
    if (Array.isArray(it)) return list(it.map(write), '[', ']');
    if (typeof it === 'number')
      return dice.chance(0.1) && Number(it.toExponential()) === it ? it.toExponential() : JSON.stringify(it);
    if (typeof it === 'string')
      return dice.chance(0.1) ? `"${[...it].map(escaped).join('')}"` : JSON.stringify(it);
    if (typeof it !== 'object' || it === null) return JSON.stringify(it);
    const entries = Object.entries(it).filter(([, inner]) => inner !== undefined);
    const shuffled = entries.map((entry) => [dice.next(), entry] as const).toSorted((a, b) => a[0] - b[0]);
    return list(
      shuffled.map(([, [key, inner]]) => `${JSON.stringify(key)}${blank()}:${blank()}${write(inner)}`),
      '{',
      '}',
    );
  };
  if (!wild) return JSON.stringify(value, null, dice.pick([0, 2, 2, 4, '\t']));
  return blank() + write(value) + blank();
}

const escaped = (letter: string): string =>
  letter.length > 1 ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
