import pg from 'pg';
import { startProduct } from '../support/product.mjs';

/** Databases beside the server's own; the first has the shipped content and is what others begin as. */
export async function openDatabases({ build, postgres: { url }, dataDir }) {
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  admin.on('error', () => undefined);
  const urlOf = (name) => url.replace(/[^/]+$/, `books_${name}`);
  const make = async (name, from) => {
    await admin.query(`CREATE DATABASE books_${name} TEMPLATE ${from ? `books_${from}` : 'template0'}`);
    return urlOf(name);
  };
  await make('shipped');
  const product = await startProduct(build, urlOf('shipped'), dataDir);
  await product.stop();
  return {
    make: (name, from = 'shipped') => make(name, from),
    drop: (name) => admin.query(`DROP DATABASE books_${name} WITH (FORCE)`),
    /** Writing is measured elsewhere: less of it for the log while rows are made up. */
    hasten: async (on) => {
      for (const [name, value] of [
        ['max_wal_size', '8GB'],
        ['full_page_writes', 'off'],
        ['maintenance_work_mem', '512MB'],
      ])
        await admin.query(on ? `ALTER SYSTEM SET ${name} = '${value}'` : `ALTER SYSTEM RESET ${name}`);
      await admin.query('SELECT pg_reload_conf()');
    },
    close: async () => {
      await admin.query('DROP DATABASE books_shipped WITH (FORCE)');
      await admin.end();
    },
  };
}
