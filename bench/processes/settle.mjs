// The product's settling transaction beside the same statements by plain pg and by pgbench. argv: JSON of settings
import { inParallel } from '../support/client.mjs';
import { spent } from '../support/cpu.mjs';
import { medians } from '../support/figures.mjs';
import { makeOrders } from '../settling/make-orders.mjs';
import { openProduct } from '../settling/open-product.mjs';
import { pgbench } from '../settling/pgbench.mjs';
import { plainPool } from '../settling/plain.mjs';
import { record } from '../settling/record.mjs';

const { build, url, postmaster, folder, rounds } = JSON.parse(process.argv[2]);
const width = 16;
const perRound = 384;
const product = await openProduct(build, url, width);
const plain = plainPool(url, width);
const turns = rounds + 1; // the first one warms up

const settleByUs = async (state) => {
  const status = await product.db.transaction((tx) => product.settle.apply(tx, state));
  if (status !== 'paid') throw new Error(`the order is ${status}`);
};
const ways = [
  { name: 'ours', run: (orders) => inParallel(width, orders, settleByUs) },
  { name: 'plain', run: (orders) => inParallel(width, orders, plain.settle) },
  { name: 'pgbench', run: pgbench(url, folder, width) },
].filter(({ run }) => run);

// Every order is tried once and rolled back, also those that are not replayed: all ways find the same rows.
const prepared = new Map();
for (const way of ways) {
  const states = await makeOrders(plain.pool, way.name, perRound * turns);
  const recorded = await inParallel(8, states, (state) => record(product, state));
  prepared.set(way, way.name === 'ours' ? states : recorded);
}
for (const table of ['orders', 'payments', 'receipts', 'enrollments', 'grants', 'mails', 'facts', 'pgboss.job_common'])
  await plain.pool.query(`VACUUM (ANALYZE) ${table}`).catch(() => undefined);

const seen = new Map(ways.map((way) => [way, []]));
for (let turn = 0; turn < turns; turn++) {
  const order = turn % 2 ? ways : ways.toReversed();
  for (const way of order) {
    const orders = prepared.get(way).splice(0, perRound);
    const { result, elapsed, app, postgres } = await spent(process.pid, postmaster, () => way.run(orders));
    const rate = (result?.rate ?? (perRound / elapsed) * 1000) || NaN;
    seen.get(way).push({ rate, app: app / perRound, postgres: postgres / perRound });
  }
}
const { rows } = await plain.pool.query(
  `SELECT count(*)::int AS open FROM bench.orders b JOIN orders o ON o.id = b.order_id WHERE o.status <> 'paid'`,
);
const counted = (way) => seen.get(way).slice(1);
const ratios = (way) => counted(way).map(({ rate }, at) => counted(ways[0])[at].rate / rate);
console.log(
  `ready ${JSON.stringify({
    open: rows[0].open,
    statements: plain.statements(),
    ways: ways.map((way) => ({ name: way.name, ...medians(counted(way)), ratios: ratios(way) })),
  })}`,
);
await plain.pool.end();
await product.close();
process.exit(0);
