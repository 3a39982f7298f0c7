import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { Viewer } from '../web/index.js';
import { CheckCredentials } from './check-credentials.js';
import { NewPassword } from './new-password.js';
import { requireGoodPassword } from './passwords/password-rules.js';
import { Passwords } from './passwords/passwords.js';
import { wrongPassword } from './users.errors.js';

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
  ip: string;
}

/** Replaces one's own password. Every session ends; the browser that asked begins a new one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Database,
    private readonly credentials: CheckCredentials,
    private readonly passwords: Passwords,
    private readonly passwordRow: NewPassword,
  ) {}

  /** @throws wrong_password, weak_password, too_many_tries, busy */
  async execute(
    { personId, name, email }: Viewer,
    { currentPassword, newPassword, ip }: PasswordChange,
  ): Promise<void> {
    const known = await this.credentials.execute({ email, password: currentPassword, ip });
    if (!known) throw wrongPassword();
    await requireGoodPassword({ password: newPassword, email, name }, 'newPassword');
    const passwordHash = await this.passwords.hash(newPassword);
    await this.db.transaction((tx) => this.passwordRow.set(tx, { id: personId, name, email }, passwordHash));
  }
}
