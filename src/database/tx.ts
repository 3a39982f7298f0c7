import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { statementName } from './statement-name.js';

/** One open transaction. `manager` works on entities in the same transaction. */
export class Tx {
  private readonly before: (() => Promise<void>)[] = [];
  private readonly after: (() => void)[] = [];

  constructor(
    private readonly client: pg.PoolClient,
    readonly manager: EntityManager,
  ) {}

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const answer = await this.client.query({ name: statementName(sql), text: sql, values: parameters });
    return answer.rows as T[];
  }

  async row<T>(sql: string, parameters: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, parameters))[0];
  }

  /** Rows in pieces, for answers that are too long to hold. One at a time, without parameters. */
  async *stream<T>(sql: string): AsyncGenerator<T[], void, undefined> {
    await this.client.query(`DECLARE streamed NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await this.client.query('FETCH 5000 FROM streamed');
      if (rows.length === 0) break;
      yield rows as T[];
    }
    await this.client.query('CLOSE streamed');
  }

  /** SQL that another library wrote; several statements at once have no parameters and cannot be prepared. */
  async execute(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }> {
    if (!parameters?.length) return this.client.query(sql);
    return this.client.query({ name: statementName(sql), text: sql, values: parameters });
  }

  /** Waits for, and then holds until the end of the transaction, the lock with this name. */
  async lock(name: string): Promise<void> {
    await this.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }

  /** Runs as the last thing before the commit. */
  beforeCommit(action: () => Promise<void>): void {
    this.before.push(action);
  }

  /** Runs once the commit is known to have happened; must not fail. */
  afterCommit(action: () => void): void {
    this.after.push(action);
  }

  async finish(): Promise<void> {
    for (const action of this.before) await action();
  }

  committed(): void {
    for (const action of this.after) action();
  }
}

/** What a query needs when it may run inside or outside a transaction. */
export type Runner = Pick<Tx, 'rows' | 'row'>;
