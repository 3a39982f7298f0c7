import { join } from 'node:path';
import { cleanUp, copyBuild, temporaryFolder } from './machine.mjs';
import { startProcess } from './processes.mjs';

const began = performance.now();
/** Says what is being done, and when it began. */
export const step = (what) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${what}`);

/** Runs a whole benchmark and ends the process: with 0 where it could measure; cleans up however it ends. */
export function measuring(main) {
  let stopping = false;
  async function stop(code, error) {
    if (error && !stopping) console.error(error);
    stopping = true;
    await cleanUp();
    process.exit(code);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(130));
  process.on('uncaughtException', (error) => void stop(1, error));
  main().then(
    () => stop(0),
    (error) => stop(stopping ? 130 : 1, error),
  );
}

/** A copy of the build and a PostgreSQL of its own, in a folder that is gone afterwards. */
export async function startServer() {
  const folder = temporaryFolder();
  const build = copyBuild(folder);
  const dataDir = join(folder, 'data');
  const file = join(import.meta.dirname, '../processes/postgres.mjs');
  const server = await startProcess('PostgreSQL', file, { args: [build, dataDir] });
  const [url, pid] = server.matched[1].split(' ');
  return { folder, build, dataDir, postgres: { url, pid: Number(pid) } };
}
