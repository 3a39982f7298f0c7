import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { type Market, marketJson } from './market.js';

@Injectable()
export class MarketQueries {
  constructor(private readonly db: Database) {}

  /** Every market, closed ones too, in the order in which they are offered. */
  async all(runner: Runner = this.db): Promise<Market[]> {
    const rows = await runner.rows<{ market: Market }>(
      `SELECT ${marketJson} AS market FROM markets m ORDER BY m.position`,
    );
    return rows.map(({ market }) => market);
  }

  async byName(name: string, runner: Runner = this.db): Promise<Market | undefined> {
    const row = await runner.row<{ market: Market }>(
      `SELECT ${marketJson} AS market FROM markets m WHERE m.name = $1`,
      [name],
    );
    return row?.market;
  }
}
