import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Mailer } from '../../mail/index.js';
import { closedMail } from './closed-mail.js';

/** Closes an endpoint that does not answer any more, and tells every admin. What waits stays until it is opened again. */
@Injectable()
export class CloseEndpoint {
  constructor(private readonly mailer: Mailer) {}

  async close(tx: Tx, endpointId: string, because: 'failing' | 'gone'): Promise<void> {
    const closed = await tx.row<{ url: string }>(
      `UPDATE webhook_endpoints SET closed_at = now(), closed_because = $2 WHERE id = $1 AND closed_at IS NULL RETURNING url`,
      [endpointId, because],
    );
    if (!closed) return;
    const admins = await tx.rows<{ id: string; name: string; email: string }>(
      `SELECT p.id, p.name, p.email FROM people p JOIN person_roles r ON r.person_id = p.id
       WHERE r.role = 'admin' AND p.erased_at IS NULL ORDER BY p.id`,
    );
    for (const to of admins) await this.mailer.send(tx, { to, ...closedMail(endpointId, closed.url, because) });
  }
}
