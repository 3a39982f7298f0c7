// `npm run bench`: what the product costs, beside a bare page and beside plain pg, in one run on one machine.
import { cpus } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { measureAnalysis } from './parts/analysis.mjs';
import { measureAttempts } from './parts/attempts.mjs';
import { measureFaces } from './parts/faces.mjs';
import { measureImport } from './parts/import.mjs';
import { measurePages } from './parts/pages.mjs';
import { measureSettling } from './parts/settling.mjs';
import { measureStorm } from './parts/storm.mjs';
import { measureWebhooks } from './parts/webhooks.mjs';
import { memoryOf, spent } from './support/cpu.mjs';
import { atEnd, cleanUp, copyBuild, syncCost, temporaryFolder } from './support/machine.mjs';
import { startProcess } from './support/processes.mjs';
import { startProduct } from './support/product.mjs';
import { report } from './report.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
// For example BENCH_FLAGS="--cpu-prof --cpu-prof-dir=profiles": Node's flags for the product's processes.
const flags = process.env.BENCH_FLAGS?.split(' ') ?? [];

let stopping = false;
async function stop(code, error) {
  if (error && !stopping) console.error(error);
  stopping = true;
  await cleanUp();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(130));
process.on('uncaughtException', (error) => void stop(1, error));

const began = performance.now();
const memory = [];
const step = (what) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${what}`);

async function main() {
  const folder = temporaryFolder();
  const build = copyBuild(folder);
  const dataDir = join(folder, 'data');
  step('starting PostgreSQL and the product');
  const files = [build, dataDir];
  const server = await startProcess('PostgreSQL', join(import.meta.dirname, 'processes/postgres.mjs'), { args: files });
  const [url, pid] = server.matched[1].split(' ');
  const postgres = { url, pid: Number(pid) };
  const sql = new pg.Pool({ connectionString: url, max: 2 });
  // On Ctrl-C the terminal stops the server at the same time as us.
  sql.on('error', () => undefined);
  atEnd(() => sql.end());
  const product = await startProduct(build, url, dataDir, flags);
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
  await product.stop();
  step('settling beside plain pg');
  figures.settling = await measureSettling(context);
  step('reading files of questions');
  figures.imported = await measureImport(context);
  step('faces of a certificate');
  figures.faces = await measureFaces(context);
  step('done');
  console.log(report(figures));
}

main().then(
  () => stop(0),
  (error) => stop(stopping ? 130 : 1, error),
);
