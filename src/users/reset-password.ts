import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { NewPassword } from './new-password.js';
import { requireGoodPassword } from './passwords/password-rules.js';
import { Passwords } from './passwords/passwords.js';
import { Tries } from './throttle/tries.js';
import { Tokens } from './tokens.js';
import { linkGone } from './users.errors.js';

/** The owner of the mailbox sets a new password. A password that is refused leaves the link good for another one. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly tokens: Tokens,
    private readonly tries: Tries,
    private readonly newPassword: NewPassword,
  ) {}

  /** @throws link_gone, weak_password, busy */
  async execute({ token, password }: { token: string; password: string }): Promise<void> {
    const owner = await this.tokens.look('reset-password', token);
    if (!owner) throw linkGone();
    await requireGoodPassword({ password, email: owner.email, name: owner.name });
    const passwordHash = await this.passwords.hash(password);
    await this.db.transaction(async (tx) => {
      const person = await this.tokens.use(tx, 'reset-password', token);
      if (!person) throw linkGone();
      await tx.rows('UPDATE people SET confirmed_at = coalesce(confirmed_at, now()) WHERE id = $1', [person.personId]);
      await this.tries.forgetAll(person.email, tx);
      await this.newPassword.set(tx, { id: person.personId, name: person.name, email: person.email }, passwordHash);
    });
  }
}
