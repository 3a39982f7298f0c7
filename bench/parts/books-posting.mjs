import { join } from 'node:path';
import pg from 'pg';
import { makeSales } from '../books/make-sales.mjs';
import { startProcess } from '../support/processes.mjs';

const file = join(import.meta.dirname, '../processes/post.mjs');
const perRound = 2_000; // ten of the poster's batches

/** Sales booked by the product, by plain pg and by pgbench. `databases`: see `../books/databases.mjs` */
export async function measurePosting({ build, postgres, folder, rounds, databases }) {
  const turns = rounds + 1;
  const url = await databases.make('posting');
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await makeSales(pool, turns, perRound);
  await pool.end();
  const urls = {};
  for (const name of ['ours', 'recorded', 'plain', 'pgbench'])
    urls[name] = await databases.make(`posting_${name}`, 'posting');
  const settings = JSON.stringify({ build, urls, postmaster: postgres.pid, folder, turns });
  const child = await startProcess('posting', file, { args: [settings] });
  await child.ended;
  for (const name of ['ours', 'recorded', 'plain', 'pgbench']) await databases.drop(`posting_${name}`);
  await databases.drop('posting');
  return JSON.parse(child.matched[1]);
}
