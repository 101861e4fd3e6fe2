// In: the moves of the page. Out: its commands, as the palette lists them.

import { keysOf } from '../shortcuts.ts';
import { hasSurface, type SurfaceId } from '../surfaces.tsx';
import type { Command } from './commands.ts';

export type PageMoves = {
  show: (surface: SurfaceId) => void;
  render: () => void;
  format: () => void;
  fix: () => void;
  face: (face: 'design' | 'json') => void;
  simple: () => void;
  theme: (theme: 'system' | 'light' | 'dark') => void;
  errorLab: () => void;
  help: () => void;
  copyImageUrl: () => void;
  copyEditLink: () => void;
};

const surfaceCommands: readonly (Omit<Command, 'run' | 'id'> & { id: SurfaceId })[] = [
  { id: 'templates', name: 'Browse templates', group: 'Chart', letter: 'e', also: 'examples gallery start' },
  {
    id: 'data',
    name: 'Paste or load data',
    group: 'Chart',
    letter: 'd',
    also: 'csv spreadsheet excel table import',
  },
  { id: 'open-url', name: 'Open an image URL', group: 'Chart', letter: 'o', also: 'import link curl' },
  { id: 'history', name: 'Version history', group: 'Chart', letter: 'h', also: 'restore undo saved' },
  {
    id: 'check',
    name: 'Check accessibility',
    group: 'Chart',
    letter: 'a',
    also: 'alt text contrast colour blind table',
  },
  {
    id: 'compare',
    name: 'Compare browser and server',
    group: 'View',
    letter: 'c',
    also: 'pixels difference swipe',
  },
  {
    id: 'share',
    name: 'Share',
    group: 'Share',
    letter: 's',
    also: 'snippets html markdown embed curl python',
  },
];

export function pageCommands(moves: PageMoves): Command[] {
  const surfaces = surfaceCommands
    .filter(({ id }) => hasSurface(id))
    .map((command): Command => ({ ...command, run: () => moves.show(command.id) }));
  const others: Command[] = [
    { id: 'format', name: 'Format the JSON', group: 'Chart', keys: 'Shift+Alt+F', run: moves.format },
    {
      id: 'fix',
      name: 'Quick fixes',
      group: 'Chart',
      letter: 'f',
      keys: keysOf('fix'),
      also: 'repair problems errors',
      run: moves.fix,
    },
    { id: 'image-url', name: 'Copy image URL', group: 'Share', letter: 'u', run: moves.copyImageUrl },
    { id: 'edit-link', name: 'Copy edit link', group: 'Share', also: 'permalink', run: moves.copyEditLink },
    {
      id: 'render',
      name: 'Render on the server',
      group: 'Request',
      letter: 'r',
      keys: keysOf('render'),
      also: 'send request',
      run: moves.render,
    },
    {
      id: 'error-lab',
      name: 'Error lab',
      group: 'Request',
      letter: 'l',
      also: 'every error reproduce simulate',
      run: moves.errorLab,
    },
    {
      id: 'decode',
      name: 'Decode a pasted answer',
      group: 'Request',
      letter: 'v',
      also: 'curl har response error',
      run: moves.errorLab,
    },
    {
      id: 'design',
      name: 'Design face',
      group: 'View',
      keys: keysOf('design'),
      run: () => moves.face('design'),
    },
    {
      id: 'json',
      name: 'JSON face',
      group: 'View',
      letter: 'j',
      keys: keysOf('json'),
      run: () => moves.face('json'),
    },
    {
      id: 'simple',
      name: 'Simple editor on or off',
      group: 'View',
      also: 'plain textarea',
      run: moves.simple,
    },
    { id: 'light', name: 'Light theme', group: 'View', letter: 't', run: () => moves.theme('light') },
    { id: 'dark', name: 'Dark theme', group: 'View', run: () => moves.theme('dark') },
    { id: 'system', name: 'Theme of the system', group: 'View', run: () => moves.theme('system') },
    {
      id: 'help',
      name: 'Help and keys',
      group: 'Help',
      keys: keysOf('help'),
      also: 'shortcuts',
      run: moves.help,
    },
    {
      id: 'docs',
      name: 'API documentation',
      group: 'Help',
      also: 'reference openapi',
      run: () => location.assign('/docs'),
    },
  ];
  const order = ['Chart', 'Share', 'Request', 'View', 'Help'];
  return [...surfaces, ...others].sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}
