import { join } from 'node:path';
import pg from 'pg';
import { fillDailySales } from '../books/daily-sales.mjs';
import { generateBooks } from '../books/generate.mjs';
import { request } from '../support/client.mjs';
import { spent } from '../support/cpu.mjs';
import { median, shown } from '../support/figures.mjs';
import { step } from '../support/measuring.mjs';
import { makeLearners } from '../support/people.mjs';
import { startProcess } from '../support/processes.mjs';
import { startProduct } from '../support/product.mjs';

const rebuilder = join(import.meta.dirname, '../processes/rebuild.mjs');
const asked = 31;

/** What an accountant opens; `month` is the last whole one. */
const reports = ({ month, day }) => ({
  'month at a glance': `/books?month=${month}`,
  'trial balance': `/books/trial-balance?at=${day}`,
  'deferred revenue, roll-forward': `/books/deferred?month=${month}`,
  'month at a glance, charts of 36 months': `/books?month=${month}&span=36`,
});

/** The reports over books of each size, each made anew in a database of its own; the sums of its days by the rebuild. */
export async function measureBooks({ build, dataDir, postgres, sizes, databases }) {
  const measured = [];
  await databases.hasten(true);
  for (const payments of sizes) {
    const url = await databases.make('size');
    step(`books of ${payments} payments`);
    const pool = new pg.Pool({ connectionString: url, max: 3 });
    await generateBooks(pool, payments);
    step('  their sums');
    const rebuilt = await rebuild(build, url, true);
    const checked = await rebuild(build, url, false);
    await fillDailySales(pool);
    for (const table of ['daily_balances', 'daily_sales']) await pool.query(`VACUUM (ANALYZE) ${table}`);
    const { rows } = await pool.query(
      `SELECT (SELECT count(*)::int FROM postings) AS postings, (SELECT count(*)::int FROM daily_balances) AS sums`,
    );
    step('  their reports');
    const found = await read({ build, url, dataDir, postgres, pool });
    // Said at once: the next size takes long, and whoever stops it there knows this much.
    for (const [name, { ms, cpu }] of Object.entries(found)) step(`    ${name}: ${shown(ms)} ms, ${shown(cpu)} of CPU`);
    measured.push({ payments, ...rows[0], rebuilt, checked, reports: found });
    await pool.end();
    await databases.drop('size');
  }
  await databases.hasten(false);
  return measured;
}

async function rebuild(build, url, repair) {
  const child = await startProcess('the rebuild', rebuilder, { args: [JSON.stringify({ build, url, repair })] });
  await child.ended;
  return JSON.parse(child.matched[1]);
}

/** Each report, asked one after the other by an accountant who is signed in: milliseconds at the median, and of CPU. */
async function read({ build, url, dataDir, postgres, pool }) {
  const product = await startProduct(build, url, dataDir);
  const [accountant] = await makeLearners(pool, 1);
  await pool.query(`INSERT INTO person_roles (person_id, role) VALUES ($1, 'accountant')`, [accountant.id]);
  const { rows } = await pool.query(
    `SELECT to_char(date_trunc('month', current_date) - interval '1 month', 'YYYY-MM') AS month, (current_date - 1)::text AS day`,
  );
  const found = {};
  for (const [name, address] of Object.entries(reports(rows[0]))) {
    const open = () => request(product.url + address, { headers: { cookie: accountant.cookie } });
    for (let n = 0; n < 4; n++) await open(); // warms up
    const times = [];
    const { app, postgres: database } = await spent(product.pid, postgres.pid, async () => {
      for (let n = 0; n < asked; n++) {
        const began = performance.now();
        await open();
        times.push(performance.now() - began);
      }
    });
    found[name] = { ms: median(times), cpu: (app + database) / asked };
  }
  await product.stop();
  return found;
}
