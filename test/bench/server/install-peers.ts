// In: nothing. Out: the libraries that we are compared with, installed in a folder of their own; or what is missing for them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const peersFolder = fileURLToPath(new URL('../peers', import.meta.url));
/** Written by the compiler at the end: a folder without it is an installation that broke off. */
const LAST_PIECE = `${peersFolder}/node_modules/canvas/build/Release/canvas.node`;

/** False when they cannot be had here; why has been printed then. */
export function installPeers(): boolean {
  if (existsSync(LAST_PIECE)) return true;
  console.log('Installing the peers into test/bench/peers (once; minutes where canvas has to be compiled)');
  const { status } = spawnSync('npm', ['ci', '--prefix', peersFolder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0 && existsSync(LAST_PIECE)) return true;
  console.log('No peers: see test/bench/README.md for the system packages that canvas needs');
  return false;
}
