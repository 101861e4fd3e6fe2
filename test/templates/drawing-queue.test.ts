// In: wishes for pictures, and moments of quiet given by hand. Out: whether each is drawn once, alone, and forgotten in time.
import { expect, it } from 'vitest';
import { createDrawingQueue } from '../../src/templates/drawing-queue.ts';

function stand(most = 10) {
  const moments: (() => void)[] = [];
  const drawn: string[] = [];
  const told: string[] = [];
  const queue = createDrawingQueue<string>({ idle: (run) => void moments.push(run), most });
  const want = (name: string, who = name) =>
    queue.want(
      name,
      () => {
        drawn.push(name);
        return name;
      },
      () => void told.push(who),
    );
  const quiet = () => moments.splice(0).forEach((run) => void run());
  return { want, quiet, drawn, told, moments };
}

it('draws one in each quiet moment, in the order of the wishes', () => {
  const { want, quiet, drawn } = stand();
  want('a');
  want('b');
  expect(drawn).toEqual([]);
  quiet();
  expect(drawn).toEqual(['a']);
  quiet();
  expect(drawn).toEqual(['a', 'b']);
});

it('draws once for all who want the same, and tells whoever comes later at once', () => {
  const { want, quiet, drawn, told } = stand();
  want('a', 'first');
  want('a', 'second');
  quiet();
  want('a', 'third');
  expect([drawn, told]).toEqual([['a'], ['first', 'second', 'third']]);
});

it('does not draw what nobody wants any more', () => {
  const { want, quiet, drawn, told } = stand();
  want('a')();
  const leave = want('b', 'gone');
  want('b', 'there');
  leave();
  quiet();
  quiet();
  expect([drawn, told]).toEqual([['b'], ['there']]);
});

it('keeps those that were wanted last', () => {
  const { want, quiet, drawn } = stand(2);
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) {
    want(name);
    quiet();
  }
  expect(drawn).toEqual(['a', 'b', 'c', 'b']);
});

it('asks for no moment when nothing waits', () => {
  const { want, quiet, moments } = stand();
  want('a');
  quiet();
  expect(moments).toEqual([]);
});
