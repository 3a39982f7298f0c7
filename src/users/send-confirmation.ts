import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Mailer } from '../mail/index.js';
import type { Viewer } from '../web/index.js';
import { confirmMail } from './mails/account-mails.js';
import { Tokens } from './tokens.js';

/** Sends the mail with the confirming link once more. Somebody already confirmed gets none. */
@Injectable()
export class SendConfirmation {
  constructor(
    private readonly db: Database,
    private readonly tokens: Tokens,
    private readonly mailer: Mailer,
  ) {}

  async execute({ personId, name, email, confirmed }: Viewer): Promise<void> {
    if (confirmed) return;
    await this.db.transaction(async (tx) => {
      const token = await this.tokens.issue(tx, 'confirm-email', personId);
      if (!token) return;
      await this.mailer.send(tx, { to: { name, email }, ...confirmMail(token) });
    });
  }
}
