import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Jobs, OnJob } from '../../jobs/index.js';
import { Deliveries } from '../deliveries/deliveries.js';
import { smtpFailure } from '../deliveries/smtp-failure.js';
import { MayLeave } from './may-leave.js';
import { type MailRow, Post } from './post.js';

/** Sends one written mail, unless it is no longer wanted; an optional one waits for the end of quiet hours. */
@Injectable()
export class SendMail {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly mayLeave: MayLeave,
    private readonly post: Post,
    private readonly deliveries: Deliveries,
  ) {}

  @OnJob('mail.send')
  async execute({ mailId }: { mailId: string }): Promise<void> {
    const mail = await this.db.row<MailRow>(
      `SELECT * FROM mails
       WHERE id = $1 AND sent_at IS NULL AND withheld_at IS NULL AND failed_at IS NULL AND to_email <> ''`,
      [mailId],
    );
    if (!mail) return;
    if (mail.topic) {
      const { reason, until } = await this.mayLeave.ask(mailId);
      if (reason) return this.withhold(mailId, reason);
      if (until) return this.wait(mailId, until);
    }
    await this.hand(mail);
  }

  private async hand(mail: MailRow): Promise<void> {
    const failure = await this.post.hand(mail).then(
      () => undefined,
      (error: unknown) => ({ error, delivery: smtpFailure(error) }),
    );
    const delivery = failure?.delivery ?? { outcome: 'accepted' as const, status: null, detail: '' };
    await this.db.transaction(async (tx) => {
      await this.deliveries.write(tx, mail.id, delivery);
      if (delivery.outcome === 'accepted') {
        await tx.rows('UPDATE mails SET sent_at = now(), withheld_at = NULL, withheld_why = NULL WHERE id = $1', [
          mail.id,
        ]);
      } else if (delivery.outcome !== 'deferred') {
        await tx.rows('UPDATE mails SET failed_at = now() WHERE id = $1 AND withheld_at IS NULL', [mail.id]);
      }
    });
    if (delivery.outcome === 'deferred') throw failure!.error;
  }

  private async withhold(mailId: string, reason: string): Promise<void> {
    await this.db.rows('UPDATE mails SET withheld_at = now(), withheld_why = $2 WHERE id = $1', [mailId, reason]);
  }

  private wait(mailId: string, until: Date): Promise<void> {
    return this.db.transaction((tx) => this.jobs.enqueue(tx, 'mail.send', { mailId }, { startAfter: until }));
  }
}
