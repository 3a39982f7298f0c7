import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Every } from '../jobs/index.js';

/** Throws away what has no use any more: old tries, links and sessions. */
@Injectable()
export class SweepUsers {
  constructor(private readonly db: Database) {}

  @Every('23 * * * *', 'users.sweep')
  async execute(): Promise<void> {
    await this.db.rows(`DELETE FROM tries WHERE at < now() - interval '24 hours'`);
    await this.db.rows(`DELETE FROM tokens WHERE expires_at < now() - interval '30 days'`);
    await this.db.rows(`DELETE FROM api_tokens WHERE coalesce(ended_at, expires_at) < now() - interval '90 days'`);
    // Kept a while longer than they can be used: they tell from where the owner usually comes.
    await this.db.rows(`DELETE FROM sessions WHERE created_at < now() - interval '90 days'`);
  }
}
