// In: what to measure and how often: `npm run bench -- page 10` (edits; 50 without), `-- server 5` (rounds; 7 without), `-- peers 5`
// (the server beside other libraries). Out: the tables of that part; all but the peers without a word.
import { benchPage } from './bench-page.ts';
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
  await benchServer({ rounds: ROUNDS, withPeers: false });
  await benchPage(EDITS);
} else if (part === 'page') await benchPage(count(EDITS));
else if (part === 'server' || part === 'peers')
  await benchServer({ rounds: count(ROUNDS), withPeers: part === 'peers' });
else throw new Error(USAGE);
