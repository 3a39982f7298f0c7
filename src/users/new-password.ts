import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Mailer } from '../mail/index.js';
import { endTokens } from './api-tokens/end-tokens.js';
import { passwordChangedMail } from './mails/account-mails.js';
import type { Addressee } from './people.queries.js';
import { endSessions } from './sessions/end-sessions.js';
import { Tokens } from './tokens.js';

/** What goes with every new password: all sessions and tokens end, open links lose their worth, the owner is told. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly tokens: Tokens,
    private readonly mailer: Mailer,
  ) {}

  async set(tx: Tx, person: Addressee, passwordHash: string): Promise<void> {
    await tx.rows('UPDATE people SET password_hash = $2 WHERE id = $1', [person.id, passwordHash]);
    await endSessions(tx, person.id);
    await endTokens(tx, person.id);
    await this.tokens.cancel(tx, 'reset-password', person.id);
    await this.mailer.send(tx, { to: person, ...passwordChangedMail() });
  }
}
