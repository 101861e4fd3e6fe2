// In: command lines, right and wrong. Out: whether each is understood, or every fault in it is said with what may have been meant.
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeKey } from '../../../server/keys/key-form.ts';
import { readCommand } from '../../../server/keys/read-command.ts';

const ID = 'pk_live_4fZk09Qe';
const { id: madeId, key } = makeKey('live', (below) => randomInt(below));

describe('a right command line', () => {
  it.each([
    [
      ['create', '--plan', 'pro', '--name', 'My app'],
      { do: 'create', plan: 'pro', name: 'My app', test: false },
    ],
    [
      ['create', '--test', '--name= x ', '--plan=trial'],
      { do: 'create', plan: 'trial', name: 'x', test: true },
    ],
    [['--plan', 'pro', 'create', '--name=--x'], { do: 'create', plan: 'pro', name: '--x' }],
    [['list'], { do: 'list', json: false }],
    [['list', '--json'], { do: 'list', json: true }],
    [['revoke', ID], { do: 'revoke', id: ID }],
    [['revoke', key], { do: 'revoke', id: madeId }],
    [['move', ID, '--plan', 'business'], { do: 'move', id: ID, plan: 'business' }],
    [['help'], { do: 'help' }],
    [['create', '--help'], { do: 'help' }],
    [['-h'], { do: 'help' }],
  ])('%j', (args, command) => {
    expect(readCommand(args)).toEqual({ ok: true, command: expect.objectContaining(command) });
  });
});

const PLANS = 'Plans: starter, trial, expired, pro, business.';
describe('a wrong command line', () => {
  it.each([
    [[], ['Say what to do: create, list, revoke, move, help.']],
    [
      ['creat', '--plan', 'x'],
      ['Unknown command "creat". Did you mean "create"? There are create, list, revoke, move, help.'],
    ],
    [['destroy'], ['Unknown command "destroy". There are create, list, revoke, move, help.']],
    [['create'], ['--plan is missing.', '--name is missing.']],
    [['create', '--pln', 'pro', '--name', 'x'], ['Unknown option --pln. Did you mean --plan?']],
    [
      ['create', '--plan', 'prro', '--name', ''],
      ['--name needs a value.', `Unknown plan "prro". Did you mean "pro"? ${PLANS}`],
    ],
    [['create', '--plan', '--name', 'x'], ['--plan needs a value.']],
    [
      ['create', '--plan', 'gold', '--name', 'My', 'app'],
      [`Unknown plan "gold". ${PLANS}`, 'Unexpected "app". Put a name of several words in quotes.'],
    ],
    [
      ['create', '--plan', 'pro', '--plan', 'trial', '--name', 'a\nb'],
      ['--plan stands there twice.', 'A name has 1 to 80 characters, all of which can be seen.'],
    ],
    [
      ['create', '--plan', 'pro', '--name', 'x'.repeat(81), '--test=yes'],
      ['--test takes no value.', 'A name has 1 to 80 characters, all of which can be seen.'],
    ],
    [
      ['list', '--jsn', '-x'],
      ['Unknown option --jsn. Did you mean --json?', 'Unknown option -x.'],
    ],
    [['list', '--plan', 'pro'], ['list takes no --plan.']],
    [['list', ID], [`Unexpected "${ID}".`]],
    [['revoke'], ['revoke needs the id of a key; "list" shows them.']],
    [['revoke', ID, ID], [`Unexpected "${ID}".`]],
    [['move', ID], ['--plan is missing.']],
    [
      ['move', ID, 'pro'],
      ['--plan is missing.', 'Unexpected "pro". Did you mean --plan pro?'],
    ],
  ])('%j', (args, faults) => {
    expect(readCommand(args)).toEqual({ ok: false, faults });
  });
});
