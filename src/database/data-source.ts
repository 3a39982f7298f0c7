import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

// bigint columns hold minor units and counters, all within exact integers; refuse anything that is not.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond exact integers: ${text}`);
  return value;
});
// A date without a time has no zone: keep it as its text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** How this process talks to PostgreSQL. Time limits on statements belong to the database role, see docs/operations.md. */
export function dataSourceOptions(url: string, poolSize = 12): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'glabella',
    poolSize,
    extra: { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, query_timeout: 30_000, keepAlive: true },
  };
}
