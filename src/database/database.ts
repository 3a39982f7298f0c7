import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { statementName } from './statement-name.js';
import { Tx } from './tx.js';

/** Plain SQL on the pool, and transactions. Statement texts are constants; whatever varies is a parameter. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {
    // Between the pool and whoever uses a client nobody listens: a connection that ends just then would end the process.
    const heard = new WeakSet<pg.PoolClient>();
    this.pool.on('acquire', (client) => {
      if (heard.has(client)) return;
      heard.add(client);
      client.on('error', () => undefined);
    });
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const answer = await this.pool.query({ name: statementName(sql), text: sql, values: parameters });
    return answer.rows as T[];
  }

  async row<T>(sql: string, parameters: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, parameters))[0];
  }

  /** SQL that another library wrote; several statements at once have no parameters and cannot be prepared. */
  async execute(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }> {
    if (!parameters?.length) return this.pool.query(sql);
    return this.pool.query({ name: statementName(sql), text: sql, values: parameters });
  }

  /** Everything in `work` happens, or nothing. An error while committing means that the outcome is not known. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      await runner.startTransaction();
      const tx = new Tx(client, runner.manager);
      const result = await work(tx);
      await tx.finish();
      await runner.commitTransaction();
      tx.committed();
      return result;
    } catch (error) {
      // The connection may be gone: the first error is the one to tell.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private get pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }
}
