import pg from 'pg';
import type { Logger } from '../logger.js';

/** One open transaction of the stand-in's own small pool. */
export interface Tx {
  rows<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  row<T>(sql: string, parameters?: unknown[]): Promise<T | undefined>;
}

export class Store {
  private readonly pool: pg.Pool;

  constructor(
    databaseUrl: string,
    private readonly logger: Logger,
  ) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      application_name: 'stripe-sandbox',
      max: 6,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 10_000,
      query_timeout: 30_000,
      keepAlive: true,
    });
    this.pool.on('error', this.lost);
    // For as long as it lives: one that dies on its way in or out of the pool would otherwise end the process.
    this.pool.on('connect', (client) => client.on('error', this.lost));
  }

  /** One statement on its own. */
  async row<T>(sql: string, parameters: unknown[] = []): Promise<T | undefined> {
    return (await this.pool.query(sql, parameters)).rows[0] as T | undefined;
  }

  /** Everything in `work` happens, or nothing. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(transactionOn(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private readonly lost = (error: Error) => this.logger.warn({ error: error.message }, 'lost a database connection');
}

function transactionOn(client: pg.PoolClient): Tx {
  const rows = async <T>(sql: string, parameters: unknown[] = []) => (await client.query(sql, parameters)).rows as T[];
  return { rows, row: async <T>(sql: string, parameters?: unknown[]) => (await rows<T>(sql, parameters))[0] };
}
