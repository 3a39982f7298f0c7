import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { DomainError } from '../../shared/index.js';
import { type Hours, QuietHours } from './quiet-hours.js';
import { MailChoices, type Wishes } from './mail-choices.js';

interface Chooser {
  email: string;
  confirmed: boolean;
}

/** What somebody who is signed in wants to get by mail, and when. */
@Injectable()
export class ChooseMail {
  constructor(
    private readonly db: Database,
    private readonly choices: MailChoices,
    private readonly hours: QuietHours,
  ) {}

  /** @throws unconfirmed: the mailbox may be a stranger's */
  async execute({ email, confirmed }: Chooser, wishes: Partial<Wishes>, quiet: Hours | undefined): Promise<void> {
    if (!confirmed) {
      const why = 'Confirm your e-mail address first: the link is in the mail we sent you.';
      throw new DomainError('unconfirmed', why, { kind: 'conflict' });
    }
    await this.db.transaction(async (tx) => {
      await this.choices.choose(tx, email, wishes, 'account');
      if (quiet) await this.hours.choose(tx, email, quiet);
    });
  }
}
