import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { OnJob } from '../jobs/index.js';
import { Mailer } from '../mail/index.js';
import { resetMail } from './mails/account-mails.js';
import { PeopleQueries } from './people.queries.js';
import { Tokens } from './tokens.js';

/** Mails the owner of an e-mail, if there is one, a link to set a new password. */
@Injectable()
export class SendPasswordReset {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
    private readonly tokens: Tokens,
    private readonly mailer: Mailer,
  ) {}

  @OnJob('users.send-reset')
  execute({ email }: { email: string }): Promise<void> {
    return this.db.transaction(async (tx) => {
      const person = await this.people.byEmail(email, tx);
      const token = person && (await this.tokens.issue(tx, 'reset-password', person.id));
      if (!token) return;
      await this.mailer.send(tx, { to: person, ...resetMail(token) });
    });
  }
}
