import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';

/** So long a message is kept for a look or a replay. */
export const keptDays = 60;

/** Forgets what is over: messages that wait for nobody, statements that are stored, and secrets that sign no more. */
@Injectable()
export class SweepMessages {
  constructor(private readonly db: Database) {}

  @Every('41 3 * * *', 'integrations.sweep')
  async execute(): Promise<void> {
    await this.db.rows(
      `DELETE FROM webhook_messages m WHERE written_at < now() - interval '${keptDays} days'
       AND NOT EXISTS (SELECT FROM webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id
         WHERE d.message_id = m.id AND d.standing = 'waiting' AND e.closed_at IS NULL)`,
    );
    await this.db.rows(
      `DELETE FROM xapi_statements WHERE standing = 'stored' AND written_at < now() - interval '${keptDays} days'`,
    );
    await this.db.rows(`DELETE FROM webhook_secrets WHERE ends_at < now() - interval '7 days'`);
  }
}
