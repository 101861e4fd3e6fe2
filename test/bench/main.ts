// In: what to measure and how often: nothing for all of it, or one part, `npm run bench -- page 10` (edits; 50 without),
// `-- server 5` (rounds; 7 without), `-- peers 5` (the server beside other libraries). Out: the tables of that part, in BENCH.md too.
import { benchPage } from './bench-page.ts';
import { installPeers } from './server/install-peers.ts';
import { benchServer } from './server/main.ts';

const USAGE = 'Usage: npm run bench -- [page [edits] | server [rounds] | peers [rounds]]';
const EDITS = 50;
const ROUNDS = 7;

const [part, given] = process.argv.slice(2);
const count = (fallback: number): number => {
  const read = given === undefined ? fallback : Number(given);
  if (!Number.isInteger(read) || read < 1) throw new Error(USAGE);
  return read;
};

if (part === undefined) {
  // What the peers need to compile may be missing: then the server is measured without them, and the report says so.
  await benchServer({ rounds: ROUNDS, withPeers: installPeers() });
  await benchPage(EDITS);
} else if (part === 'page') await benchPage(count(EDITS));
else if (part === 'server') await benchServer({ rounds: count(ROUNDS), withPeers: false });
else if (part === 'peers') await benchServer({ rounds: count(ROUNDS), withPeers: installPeers() });
else throw new Error(USAGE);
