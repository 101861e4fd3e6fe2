// In: nothing. Out: a process that holds a pool of one child, which hangs; prints the child's id and lives until it is killed.
import { fileURLToPath } from 'node:url';
import { createPool } from '../../../server/render/pool.ts';
import { order } from './a-chart.ts';

const pool = createPool({
  entry: {
    file: fileURLToPath(new URL('./hostile-child.ts', import.meta.url)),
    execArgv: ['--import', 'tsx'],
    args: [],
  },
  now: () => performance.now(),
  size: 1,
  spare: 0,
  budget: { cpuMs: 600_000, wallMs: 600_000, rssBytes: 2 ** 31 },
});
const { bytes } = await pool.render(order('pid'));
process.stdout.write(`${bytes.toString()}\n`);
await pool.render(order('spin'));
