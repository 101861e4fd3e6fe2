// In: what is typed into the command palette. Out: the commands that are meant, the likeliest first. Pure.

export type Command = {
  id: string;
  name: string;
  group: 'Chart' | 'Share' | 'Request' | 'View' | 'Help';
  /** One letter that means this command first when it is typed alone. */
  letter?: string;
  /** As shown: `Ctrl+K`. */
  keys?: string;
  /** Other words that people use for it. */
  also?: string;
  run: () => void;
};

/** Lower is better; undefined is no match. Letters in order count, words and their beginnings count more. */
export function rank(command: Command, typed: string): number | undefined {
  const query = typed.trim().toLowerCase();
  if (query === '') return 0;
  if (query === command.letter) return -1;
  const name = command.name.toLowerCase();
  const text = `${name} ${command.also?.toLowerCase() ?? ''} ${command.group.toLowerCase()}`;
  if (name.startsWith(query)) return 0;
  const words = query.split(/\s+/);
  const starts = (word: string) => new RegExp(`(^|[^a-z0-9])${escaped(word)}`).test(text);
  if (words.every(starts)) return name.includes(words[0] ?? '') ? 1 : 2;
  if (words.every((word) => text.includes(word))) return 3;
  return inOrder(name, query.replaceAll(' ', '')) ? 4 : undefined;
}

export function found(commands: readonly Command[], typed: string): Command[] {
  return commands
    .map((command, at) => ({ command, at, rank: rank(command, typed) }))
    .filter((one) => one.rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.at - b.at)
    .map(({ command }) => command);
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function inOrder(name: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
