import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Mailer } from '../../mail/index.js';
import { invalidField, newId, sha256 } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';
import { CheckCredentials } from '../check-credentials.js';
import { tokenMadeMail } from '../mails/account-mails.js';
import { wrongPassword } from '../users.errors.js';
import { tooManyTokens, unconfirmedOwner } from './token.errors.js';
import { scopesOf, TokenAreas } from './token-areas.js';
import { newTokenSecret } from './token-secret.js';

const most = 20;

export interface NewToken {
  name: string;
  scopes: string[];
  days: number;
  currentPassword: string;
  ip: string;
}

export interface MadeToken {
  id: string;
  name: string;
  /** Answered once and kept nowhere. */
  token: string;
}

/** Makes a token for oneself. The password is asked again, for a token outlives the session; the owner is told by mail. */
@Injectable()
export class MakeToken {
  constructor(
    private readonly db: Database,
    private readonly credentials: CheckCredentials,
    private readonly mailer: Mailer,
    private readonly all: TokenAreas,
  ) {}

  /** @throws invalid_input for a scope there is not, unconfirmed, wrong_password, too_many_tries, too_many_tokens */
  async execute(viewer: Viewer, { currentPassword, ip, ...wanted }: NewToken): Promise<MadeToken> {
    const known = new Set<string>(scopesOf(this.all.areas).map(({ scope }) => scope));
    if (!wanted.scopes.every((scope) => known.has(scope))) throw invalidField('scopes', 'Choose from what is offered.');
    if (!viewer.confirmed) throw unconfirmedOwner();
    const owner = await this.credentials.execute({ email: viewer.email, password: currentPassword, ip });
    if (!owner) throw wrongPassword();
    return this.db.transaction((tx) => this.make(tx, viewer, wanted));
  }

  private async make(tx: Tx, owner: Viewer, { name, scopes, days }: Pick<NewToken, 'name' | 'scopes' | 'days'>) {
    await tx.rows('SELECT id FROM people WHERE id = $1 FOR UPDATE', [owner.personId]);
    const made = { id: newId(), name, ...newTokenSecret() };
    const row = await tx.row(
      `INSERT INTO api_tokens (id, person_id, name, token_hash, begins_with, scopes, expires_at)
       SELECT $1, $2, $3, $4, $5, $6, now() + make_interval(days => $7)
       WHERE (SELECT count(*) FROM api_tokens WHERE person_id = $2 AND ended_at IS NULL AND expires_at > now()) < ${most}
       RETURNING id`,
      [made.id, owner.personId, name, sha256(made.token), made.beginsWith, scopes, days],
    );
    if (!row) throw tooManyTokens();
    const to = { id: owner.personId, name: owner.name, email: owner.email };
    await this.mailer.send(tx, { to, ...tokenMadeMail(made.beginsWith) });
    return { id: made.id, name, token: made.token };
  }
}
