import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Jobs, OnJob } from '../../jobs/index.js';
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
  ) {}

  @OnJob('mail.send')
  async execute({ mailId }: { mailId: string }): Promise<void> {
    const mail = await this.db.row<MailRow>(
      'SELECT * FROM mails WHERE id = $1 AND sent_at IS NULL AND withheld_at IS NULL',
      [mailId],
    );
    if (!mail) return;
    if (mail.topic) {
      const { wanted, until } = await this.mayLeave.ask(mailId);
      if (!wanted) return this.withhold(mailId);
      if (until) return this.wait(mailId, until);
    }
    await this.post.hand(mail);
    await this.db.rows('UPDATE mails SET sent_at = now(), withheld_at = NULL, withheld_why = NULL WHERE id = $1', [
      mailId,
    ]);
  }

  private async withhold(mailId: string): Promise<void> {
    await this.db.rows(`UPDATE mails SET withheld_at = now(), withheld_why = 'stopped' WHERE id = $1`, [mailId]);
  }

  private wait(mailId: string, until: Date): Promise<void> {
    return this.db.transaction((tx) => this.jobs.enqueue(tx, 'mail.send', { mailId }, { startAfter: until }));
  }
}
