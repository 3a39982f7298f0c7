// The sums of the books computed again by the product's own verb, in a process whose memory is nobody else's.
// argv: JSON of settings
import { join } from 'node:path';
import { openProduct } from '../settling/open-product.mjs';

const { build, url, repair } = JSON.parse(process.argv[2]);
const product = await openProduct(build, url, 2);
const { RebuildBooks } = await import(join(build, 'src/ledger/index.js'));
const rebuild = product.get(RebuildBooks);
const before = process.memoryUsage().rss;
let highest = before;
const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 50);
const began = performance.now();
const wrong = await rebuild.execute(product.db, () => undefined, { repair });
clearInterval(watch);
console.log(
  `ready ${JSON.stringify({ wrong, elapsed: performance.now() - began, memory: (highest - before) / 1024 / 1024 })}`,
);
await product.close();
process.exit(0);
