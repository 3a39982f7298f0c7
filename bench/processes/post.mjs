// Booking of sales by the product's poster, beside the same statements by plain pg and by pgbench, each on a database of its
// own that began the same. argv: JSON of settings
import { join } from 'node:path';
import pg from 'pg';
import { tell } from '../books/make-sales.mjs';
import { spent } from '../support/cpu.mjs';
import { medians } from '../support/figures.mjs';
import { openProduct } from '../settling/open-product.mjs';
import { pgbench } from '../settling/pgbench.mjs';
import { plainPool } from '../settling/plain.mjs';
import { recorded } from '../settling/record.mjs';

const { build, urls, postmaster, folder, turns } = JSON.parse(process.argv[2]);
const { PostUnposted } = await import(join(build, 'src/ledger/posting/post-unposted.js'));
const names = ['ours', 'plain', 'pgbench'];
const pools = Object.fromEntries(
  Object.entries(urls).map(([name, url]) => [name, new pg.Pool({ connectionString: url, max: 1 })]),
);
const [product, example] = [await openProduct(build, urls.ours, 2), await openProduct(build, urls.recorded, 2)];
const plain = plainPool(urls.plain, 1);
const inOneGo = pgbench(urls.pgbench, folder, 1);
const ways = {
  ours: () => product.get(PostUnposted).execute(),
  plain: async (batches) => {
    for (const batch of batches) await plain.settle(batch);
  },
  pgbench: inOneGo,
};

/** What the poster sends, one list for each of its transactions, each with the look at the work list before it. */
async function batchesOf(round) {
  await tell(pools.recorded, round);
  const statements = await recorded(() => example.get(PostUnposted).execute());
  const batches = [[]];
  for (const statement of statements) {
    if (/^\s*COMMIT\b/i.test(statement.text)) batches.push([]);
    else if (!/^\s*(START TRANSACTION|BEGIN)\b/i.test(statement.text)) batches.at(-1).push(statement);
  }
  return batches.slice(0, -1); // the last one is the look that finds nothing
}

const count = async (name) => {
  const { rows } = await pools[name].query('SELECT count(*)::int AS postings FROM postings');
  return rows[0].postings;
};

const seen = Object.fromEntries(names.map((name) => [name, []]));
for (let turn = 0; turn < turns; turn++) {
  const batches = await batchesOf(turn);
  for (const name of turn % 2 ? names : names.toReversed()) {
    if (!ways[name]) continue;
    await tell(pools[name], turn);
    const before = await count(name);
    const { result, elapsed, app, postgres } = await spent(process.pid, postmaster, () => ways[name](batches));
    const postings = (await count(name)) - before;
    // pgbench says itself how long it took, without its start.
    const seconds = name === 'pgbench' ? batches.length / result.rate : elapsed / 1000;
    seen[name].push({ rate: postings / seconds, app: app / postings, postgres: postgres / postings, postings });
  }
}
const counted = (name) => seen[name].slice(1); // the first one warms up
const totals = await Promise.all(names.map((name) => (ways[name] ? count(name) : count('ours'))));
console.log(
  `ready ${JSON.stringify({
    same: new Set(totals).size === 1,
    ways: names
      .filter((name) => ways[name])
      .map((name) => ({
        name,
        ...medians(counted(name)),
        ratios: counted(name).map(({ rate }, at) => counted('ours')[at].rate / rate),
      })),
  })}`,
);
for (const pool of [...Object.values(pools), plain.pool]) await pool.end();
for (const each of [product, example]) await each.close();
process.exit(0);
