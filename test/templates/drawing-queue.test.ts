// In: wishes for pictures, and moments of quiet given by hand. Out: whether each is drawn once, alone, and forgotten in time.
import { expect, it } from 'vitest';
import { createDrawingQueue } from '../../src/templates/drawing-queue.ts';

function stand(most = 10) {
  const moments: (() => unknown)[] = [];
  const drawn: string[] = [];
  const told: string[] = [];
  const queue = createDrawingQueue<string>({ idle: (run) => void moments.push(run), most });
  const want = (name: string, who = name) =>
    queue.want(
      name,
      async () => {
        drawn.push(name);
        if (name === 'broken') throw new Error('no chart');
        return name;
      },
      () => void told.push(who),
    );
  const quiet = async () => {
    for (const run of moments.splice(0)) await run();
  };
  return { want, quiet, drawn, told, moments };
}

it('draws one in each quiet moment, in the order of the wishes', async () => {
  const { want, quiet, drawn } = stand();
  want('a');
  want('b');
  expect(drawn).toEqual([]);
  await quiet();
  expect(drawn).toEqual(['a']);
  await quiet();
  expect(drawn).toEqual(['a', 'b']);
});

it('draws once for all who want the same, and tells whoever comes later at once', async () => {
  const { want, quiet, drawn, told } = stand();
  want('a', 'first');
  want('a', 'second');
  await quiet();
  want('a', 'third');
  expect([drawn, told]).toEqual([['a'], ['first', 'second', 'third']]);
});

it('does not draw what nobody wants any more', async () => {
  const { want, quiet, drawn, told } = stand();
  want('a')();
  const leave = want('b', 'gone');
  want('b', 'there');
  leave();
  await quiet();
  await quiet();
  expect([drawn, told]).toEqual([['b'], ['there']]);
});

it('goes on after one that cannot be drawn', async () => {
  const { want, quiet, told } = stand();
  want('broken');
  want('a');
  await quiet();
  await quiet();
  expect(told).toEqual(['a']);
});

it('keeps those that were wanted last', async () => {
  const { want, quiet, drawn } = stand(2);
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) {
    want(name);
    await quiet();
  }
  expect(drawn).toEqual(['a', 'b', 'c', 'b']);
});

it('asks for no moment when nothing waits', async () => {
  const { want, quiet, moments } = stand();
  want('a');
  await quiet();
  expect(moments).toEqual([]);
});
