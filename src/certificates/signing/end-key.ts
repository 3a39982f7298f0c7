import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { DomainError, notFound } from '../../shared/index.js';

export interface KeyEnd {
  keyId: string;
  /** `expired`: retired in good order; `revoked`: in wrong hands from that instant on. */
  kind: 'expired' | 'revoked';
  at: Date;
  reason: string;
}

/** Ends a signing key, for good. What it signed before stays valid; of a revoked one, what the issuance log had before. */
@Injectable()
export class EndKey {
  constructor(private readonly db: Database) {}

  /** @returns numbers of the certificates it signed from that instant on: they are to be issued anew. @throws not_found · key_ended */
  async execute({ keyId, kind, at, reason }: KeyEnd): Promise<string[]> {
    const known = await this.db.row('SELECT 1 FROM signing_keys WHERE id = $1', [keyId]);
    if (!known) throw notFound('key');
    const written = await this.db.rows(
      `INSERT INTO signing_key_ends (key_id, kind, ends_at, reason) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key_id`,
      [keyId, kind, at, reason],
    );
    if (written.length === 0) throw new DomainError('key_ended', 'This key has ended already.', { kind: 'conflict' });
    const signed = await this.db.rows<{ number: string }>(
      `SELECT number FROM certificates WHERE credential #>> '{proof,0,verificationMethod}' = $1 AND issued_at >= $2
       ORDER BY issued_at`,
      [keyId, at],
    );
    return signed.map(({ number }) => number);
  }
}
