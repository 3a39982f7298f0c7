import { Injectable } from '@nestjs/common';
import { Database, type Runner, type Tx } from '../database/index.js';
import { newId, randomToken, sha256 } from '../shared/index.js';

export type TokenKind = 'confirm-email' | 'reset-password';

const lifetime: Record<TokenKind, string> = { 'confirm-email': '3 days', 'reset-password': '30 minutes' };

/** Whose link it is, and where it leads afterwards. */
export interface TokenOwner {
  personId: string;
  name: string;
  email: string;
  nextPath: string | null;
}

/** The secrets in our mails: kept as hashes, good once and for a while. */
@Injectable()
export class Tokens {
  constructor(private readonly db: Database) {}

  /** The secret for a link; undefined when this person got five within the hour: nobody's mailbox is flooded. */
  async issue(tx: Tx, kind: TokenKind, personId: string, nextPath?: string): Promise<string | undefined> {
    const token = randomToken();
    const issued = await tx.row(
      `INSERT INTO tokens (id, kind, token_hash, person_id, next_path, expires_at)
       SELECT $1, $2, $3, $4, $5, now() + $6::interval
       WHERE (SELECT count(*) FROM tokens
         WHERE person_id = $4 AND kind = $2 AND created_at > now() - interval '1 hour') < 5
       RETURNING id`,
      [newId(), kind, sha256(token), personId, nextPath ?? null, lifetime[kind]],
    );
    return issued ? token : undefined;
  }

  /** Whose link it is, while it is good. */
  look(kind: TokenKind, token: string, runner: Runner = this.db): Promise<TokenOwner | undefined> {
    return runner.row(
      `SELECT p.id AS "personId", p.name, p.email, t.next_path AS "nextPath"
       FROM tokens t JOIN people p ON p.id = t.person_id
       WHERE t.token_hash = $2 AND t.kind = $1 AND t.used_at IS NULL AND t.expires_at > now()`,
      [kind, sha256(token)],
    );
  }

  /** Uses the link up, and with it every other of its kind that the person has. Of two at once one gets it. */
  async use(tx: Tx, kind: TokenKind, token: string): Promise<TokenOwner | undefined> {
    const owner = await this.look(kind, token, tx);
    if (!owner) return undefined;
    await tx.rows('SELECT id FROM people WHERE id = $1 FOR UPDATE', [owner.personId]);
    const used = await tx.rows<{ isThis: boolean }>(
      `UPDATE tokens SET used_at = now() WHERE person_id = $1 AND kind = $2 AND used_at IS NULL
       RETURNING token_hash = $3 AS "isThis"`,
      [owner.personId, kind, sha256(token)],
    );
    return used.some(({ isThis }) => isThis) ? owner : undefined;
  }

  /** Makes open links of this kind worthless. */
  async cancel(tx: Tx, kind: TokenKind, personId: string): Promise<void> {
    await tx.rows('UPDATE tokens SET used_at = now() WHERE person_id = $1 AND kind = $2 AND used_at IS NULL', [
      personId,
      kind,
    ]);
  }
}
