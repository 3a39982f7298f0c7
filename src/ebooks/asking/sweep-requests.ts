import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';

/** Forgets addresses that nobody confirmed, and requests that are done with. */
@Injectable()
export class SweepRequests {
  constructor(private readonly db: Database) {}

  @Every('41 * * * *', 'ebooks.sweep')
  async execute(): Promise<void> {
    await this.db.rows(
      `DELETE FROM ebook_requests WHERE asked_at < now() - interval '30 days' AND (confirmed_at IS NULL OR NOT news)`,
    );
  }
}
