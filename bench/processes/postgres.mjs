// The embedded PostgreSQL, opened and migrated by the product's own code, so that it is as durable as the product's is.
// argv: folder of the build, data folder
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , build, dataDir] = process.argv;
const { openDatabase, migrate } = await import(join(build, 'src/database/index.js'));
const database = await openDatabase({ values: { DATA_DIR: dataDir } });

let stopping;
const stop = () => (stopping ??= database.close().finally(() => process.exit(0)));
// The package's own listeners end this process before the server has stopped; whoever waits for us waits for the server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.removeAllListeners(signal);
  process.on(signal, () => void stop());
}

await migrate(database.ownerUrl);
const postmaster = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
console.log(`ready ${database.ownerUrl} ${postmaster}`);
