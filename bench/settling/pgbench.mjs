import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
// pg's own way to write an array or an object as PostgreSQL reads it.
import { prepareValue } from 'pg/lib/utils.js';

const run = promisify(execFile);
const isThere = () => spawnSync('pgbench', ['--version']).status === 0;

/**
 * The recorded statements by PostgreSQL's own load tool, parameters read from a side table by one more statement per order.
 * Undefined where pgbench is not installed.
 */
export function pgbench(url, folder, width) {
  if (!isThere()) return undefined;
  let from = 0;
  return async (orders) => {
    await keepParameters(url, from, orders);
    const file = join(folder, 'settle.sql');
    writeFileSync(file, scriptOf(orders[0]));
    const each = orders.length / width;
    const variables = ['-D', 'n=-1', '-D', `each=${each}`, '-D', `from=${from}`];
    from += orders.length;
    const options = ['-n', '-M', 'prepared', '-c', String(width), '-j', '2', '-t', String(each), '-f', file];
    const { stdout } = await run('pgbench', [...options, ...variables, url]);
    if (!/number of failed transactions: 0/.test(stdout)) throw new Error(`pgbench:\n${stdout}`);
    return { rate: Number(/tps = ([\d.]+)/.exec(stdout)[1]) };
  };
}

const columns = (statements) =>
  statements.flatMap(({ values = [] }, s) => values.map((value, p) => ({ name: `s${s}_p${p + 1}`, value })));

async function keepParameters(url, from, orders) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = columns(orders[0]).map(({ name }) => name);
  await client.query(
    `CREATE TABLE IF NOT EXISTS bench.parameters (at int PRIMARY KEY, ${names.map((name) => `${name} text`).join()})`,
  );
  const rows = orders.map((statements, at) => ({
    at: from + at,
    ...Object.fromEntries(columns(statements).map(({ name, value }) => [name, prepareValue(value)?.toString()])),
  }));
  await client.query(
    'INSERT INTO bench.parameters SELECT * FROM jsonb_populate_recordset(NULL::bench.parameters, $1)',
    [JSON.stringify(rows)],
  );
  await client.query('VACUUM ANALYZE bench.parameters');
  await client.end();
}

function scriptOf(statements) {
  const wanted = columns(statements).map(({ name }) => name);
  const bodies = statements.map(({ text, values = [] }, s) =>
    text.replace(/\$(\d+)/g, (_, p) => (values[p - 1] === null ? 'NULL' : `:s${s}_p${p}`)),
  );
  return [
    '\\set n :n + 1',
    '\\set at :from + :client_id * :each + :n',
    `SELECT ${wanted.join(', ')} FROM bench.parameters WHERE at = :at \\gset`,
    'BEGIN;',
    ...bodies.map((body) => `${body.trim().replace(/;$/, '')};`),
    'COMMIT;',
    '',
  ].join('\n');
}
