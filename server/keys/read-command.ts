// In: the words of a command line. Out: what to do, or every fault in them as a sentence. Pure.
import { parseArgs } from 'node:util';
import { nearest } from '#shared/sentences.ts';
import { type PlanName, planNames } from '../plans.ts';
import { readKey } from './key-form.ts';

export type Command =
  | { do: 'help' }
  | { do: 'create'; plan: PlanName; name: string; test: boolean }
  | { do: 'list'; json: boolean }
  | { do: 'revoke'; id: string }
  | { do: 'move'; id: string; plan: PlanName };

export type Reading = { ok: true; command: Command } | { ok: false; faults: string[] };

const OPTIONS = {
  plan: { type: 'string' },
  name: { type: 'string' },
  test: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Option = keyof typeof OPTIONS;

const commands: Record<Command['do'], { takes: readonly Option[]; needs: readonly Option[]; id: boolean }> = {
  create: { takes: ['plan', 'name', 'test'], needs: ['plan', 'name'], id: false },
  list: { takes: ['json'], needs: [], id: false },
  revoke: { takes: [], needs: [], id: true },
  move: { takes: ['plan'], needs: ['plan'], id: true },
  help: { takes: [], needs: [], id: false },
};
const words = Object.keys(commands);

const MOST_NAME = 80;
const CONTROL = /[\p{Cc}\p{Cs}]/u;

export function readCommand(args: readonly string[]): Reading {
  const { tokens, positionals } = parseArgs({
    args: args.map((arg, i) => (takesNone(arg, args[i + 1]) ? `${arg}=` : arg)),
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const [word, ...others] = positionals;
  if (word === 'help' || given.some(({ name }) => name === 'help'))
    return { ok: true, command: { do: 'help' } };
  const command = words.find((known) => known === word) as Command['do'] | undefined;
  if (command === undefined) return { ok: false, faults: [noCommand(word)] };

  const { values, faults } = readOptions(command, given);
  const name = values.get('name')?.trim() ?? '';
  const plan = planNames.find((known) => known === values.get('plan'));
  if (values.get('plan') && plan === undefined)
    faults.push(`Unknown plan ${near(values.get('plan') ?? '', planNames)} Plans: ${planNames.join(', ')}.`);
  if (values.get('name') && (name === '' || name.length > MOST_NAME || CONTROL.test(name)))
    faults.push(`A name has 1 to ${MOST_NAME} characters, all of which can be seen.`);
  const { id } = commands[command];
  if (id && others.length === 0) faults.push(`${command} needs the id of a key; "list" shows them.`);
  // What follows a misspelt option is its value.
  if (!faults.some((fault) => fault.startsWith('Unknown option')))
    faults.push(...others.slice(id ? 1 : 0).map((extra) => unexpected(extra, values.has('name'))));

  if (faults.length > 0) return { ok: false, faults };
  const full = { plan: plan ?? planNames[0], name, id: idOf(others[0] ?? '') };
  return {
    ok: true,
    command: { do: command, ...full, test: values.has('test'), json: values.has('json') },
  };
}

function readOptions(command: Command['do'], given: readonly { name: string; value?: string | undefined }[]) {
  const { takes, needs } = commands[command];
  const values = new Map<string, string>();
  const faults: string[] = [];
  for (const { name, value } of given) {
    const option = takes.find((known) => known === name);
    const valued = option !== undefined && OPTIONS[option].type === 'string';
    if (option === undefined && name in OPTIONS) faults.push(`${command} takes no --${name}.`);
    else if (option === undefined) faults.push(`Unknown option ${near(name, takes, dashed)}`);
    else if (values.has(name)) faults.push(`--${name} stands there twice.`);
    else if (valued && !value) faults.push(`--${name} needs a value.`);
    else if (!valued && value) faults.push(`--${name} takes no value.`);
    values.set(option ?? nearest(name, takes) ?? name, (option && value) ?? '');
  }
  for (const name of needs) if (!values.has(name)) faults.push(`--${name} is missing.`);
  return { values, faults };
}

const quoted = (word: string) => `"${word}"`;
const dashed = (option: string) => (option.length > 1 ? `--${option}` : `-${option}`);

/** What was written, and what may have been meant. */
function near(text: string, right: readonly string[], dress = quoted): string {
  const meant = nearest(text, right);
  return `${dress(text)}.${meant === undefined ? '' : ` Did you mean ${dress(meant)}?`}`;
}

function unexpected(extra: string, named: boolean): string {
  const plan = planNames.find((known) => known === extra);
  if (plan) return `Unexpected "${extra}". Did you mean --plan ${plan}?`;
  return `Unexpected "${extra}".${named ? ' Put a name of several words in quotes.' : ''}`;
}

/** An option that wants a value, right before another option: that one is not its value. */
const takesNone = (arg: string, next: string | undefined) =>
  (arg === '--plan' || arg === '--name') && next?.startsWith('--') === true;

const noCommand = (word: string | undefined) =>
  word === undefined
    ? `Say what to do: ${words.join(', ')}.`
    : `Unknown command ${near(word, words)} There are ${words.join(', ')}.`;

/** Whoever has only the key itself at hand may give that. */
const idOf = (text: string) => readKey(text)?.id ?? text;
