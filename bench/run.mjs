// `npm run bench`: what the product costs, beside a bare page and beside plain pg, in one run on one machine.
import { cpus } from 'node:os';
import pg from 'pg';
import { measureAnalysis } from './parts/analysis.mjs';
import { measureAttempts } from './parts/attempts.mjs';
import { measureAllBooks } from './parts/all-books.mjs';
import { measureFaces } from './parts/faces.mjs';
import { measureImport } from './parts/import.mjs';
import { measurePages } from './parts/pages.mjs';
import { measureSearch } from './parts/search.mjs';
import { measureSettling } from './parts/settling.mjs';
import { measureStorm } from './parts/storm.mjs';
import { measureWebhooks } from './parts/webhooks.mjs';
import { memoryOf, spent } from './support/cpu.mjs';
import { atEnd, syncCost } from './support/machine.mjs';
import { measuring, startServer, step } from './support/measuring.mjs';
import { startProduct } from './support/product.mjs';
import { report } from './report.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
// For example BENCH_FLAGS="--cpu-prof --cpu-prof-dir=profiles": Node's flags for the product's processes.
const flags = process.env.BENCH_FLAGS?.split(' ') ?? [];

const memory = [];

async function main() {
  step('starting PostgreSQL and the product');
  const server = await startServer();
  const { folder, build, dataDir, postgres } = server;
  const sql = new pg.Pool({ connectionString: postgres.url, max: 2 });
  // On Ctrl-C the terminal stops the server at the same time as us.
  sql.on('error', () => undefined);
  atEnd(() => sql.end());
  const product = await startProduct(build, postgres.url, dataDir, flags);
  const context = { sql, product, postgres, folder, build, rounds, flags };
  const figures = { cores: cpus().length, sync: syncCost(folder), memory };
  const remember = (after) => memory.push({ after, ...memoryOf(product.pid) });
  remember('the start');
  const idle = await spent(product.pid, postgres.pid, () => new Promise((resolve) => setTimeout(resolve, 3_000)));
  figures.idle = { app: (idle.app / idle.elapsed) * 100, postgres: (idle.postgres / idle.elapsed) * 100 };

  step('pages and calls');
  const pages = await measurePages(context);
  figures.pages = pages;
  remember('pages');
  step('quiz attempts');
  figures.attempt = await measureAttempts(context);
  remember('attempts');
  step('webhooks');
  figures.webhooks = await measureWebhooks({ ...context, bundle: pages.lesson.bundle });
  remember('webhooks');
  step('lessons while people sign in');
  figures.storm = await measureStorm({ ...pages.targets, rounds });
  remember('the sign-in storm');
  step('item analysis');
  figures.analysis = await measureAnalysis(context);
  remember('item analysis');
  step('search');
  figures.search = await measureSearch({ ...context, reader: pages.reader });
  remember('search');
  await product.stop();
  step('settling beside plain pg');
  figures.settling = await measureSettling(context);
  step('the books');
  figures.books = await measureAllBooks({ ...server, rounds });
  step('reading files of questions');
  figures.imported = await measureImport(context);
  step('faces of a certificate');
  figures.faces = await measureFaces(context);
  step('done');
  console.log(report(figures));
}

measuring(main);
