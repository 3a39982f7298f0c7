import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { DomainError, notFound } from '../../shared/index.js';

/** Tries a mail once more that failed, or whose tries were used up. */
@Injectable()
export class SendAgain {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** @throws not_found · mail_ended: it was sent, withheld or erased */
  execute(mailId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const mail = await tx.row<{ isOpen: boolean }>(
        `UPDATE mails SET failed_at = NULL WHERE id = $1
         RETURNING sent_at IS NULL AND withheld_at IS NULL AND to_email <> '' AS "isOpen"`,
        [mailId],
      );
      if (!mail) throw notFound('mail');
      if (!mail.isOpen)
        throw new DomainError('mail_ended', 'This mail has left, or is withheld.', { kind: 'conflict' });
      await this.jobs.enqueue(tx, 'mail.send', { mailId });
    });
  }
}
