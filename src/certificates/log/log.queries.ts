import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { entryLeaf } from './log-entry.js';

export interface SignedHead {
  size: number;
  root: Buffer;
  signedAt: Date;
  keyId: string;
  signature: string;
}

export interface LogEntry {
  position: number;
  leaf: Buffer;
  enteredAt: Date;
}

@Injectable()
export class LogQueries {
  constructor(private readonly db: Database) {}

  /** The latest; undefined before the first certificate. */
  head(): Promise<SignedHead | undefined> {
    return this.db.row(
      `SELECT size::float8 AS size, root, signed_at AS "signedAt", key_id AS "keyId", signature
       FROM issuance_heads ORDER BY issuance_heads.size DESC LIMIT 1`,
    );
  }

  entries(start: number, limit: number): Promise<LogEntry[]> {
    return this.db.rows(
      `SELECT position::float8 AS position, leaf, entered_at AS "enteredAt" FROM issuance_log
       WHERE issuance_log.position >= $1 ORDER BY issuance_log.position LIMIT $2`,
      [start, limit],
    );
  }

  /** Where the issue of this certificate was entered; undefined while it waits. */
  ofCertificate(certificateId: string): Promise<LogEntry | undefined> {
    return this.db.row(
      `SELECT position::float8 AS position, leaf, entered_at AS "enteredAt" FROM issuance_log
       WHERE certificate_id = $1 AND kind = 'issued'`,
      [certificateId],
    );
  }

  /** When a credential with this proof was entered; undefined if it never was. */
  async enteredAt(proofValue: string): Promise<Date | undefined> {
    const row = await this.db.row<{ at: Date }>('SELECT entered_at AS at FROM issuance_log WHERE leaf = $1', [
      entryLeaf('issued', proofValue),
    ]);
    return row?.at;
  }
}
