import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { lockedEndpoint } from './locked-endpoint.js';

/** Closes an endpoint, opens it, or removes it for good. Doing it again changes nothing. */
@Injectable()
export class SwitchEndpoint {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Nothing leaves any more; what waits stays. @throws not_found */
  pause(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockedEndpoint(tx, id);
      await close(tx, id, 'paused');
    });
  }

  /** What waited goes out at once. @throws not_found */
  open(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      if ((await lockedEndpoint(tx, id)).isOpen) return;
      await tx.rows(
        'UPDATE webhook_endpoints SET closed_at = NULL, closed_because = NULL, failing_since = NULL WHERE id = $1',
        [id],
      );
      const waiting = await tx.rows<{ id: string; round: number; tries: number }>(
        `SELECT id, round, tries FROM webhook_deliveries WHERE endpoint_id = $1 AND standing = 'waiting' ORDER BY id`,
        [id],
      );
      for (const due of waiting) await this.jobs.enqueue(tx, 'integrations.deliver', due);
    });
  }

  /** Its secrets go, and what waited for it has failed. The record of what was sent stays its time. @throws not_found */
  remove(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockedEndpoint(tx, id);
      await tx.rows(`UPDATE webhook_endpoints SET closed_at = now(), closed_because = 'removed' WHERE id = $1`, [id]);
      await tx.rows('DELETE FROM webhook_secrets WHERE endpoint_id = $1', [id]);
      await tx.rows(
        `UPDATE webhook_deliveries SET standing = 'failed', next_at = NULL WHERE endpoint_id = $1 AND standing = 'waiting'`,
        [id],
      );
    });
  }
}

async function close(tx: Tx, id: string, because: 'paused'): Promise<void> {
  await tx.rows(
    'UPDATE webhook_endpoints SET closed_at = now(), closed_because = $2 WHERE id = $1 AND closed_at IS NULL',
    [id, because],
  );
}
