import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** One thing that happened to a certificate. */
export interface HistoryEvent {
  at: Date;
  what: 'issued' | 'suspended' | 'reinstated' | 'revoked' | 'superseded';
  /** Cause of a suspension; number of the certificate that took its place. */
  about: string | null;
  reason: string | null;
  byName: string | null;
}

@Injectable()
export class HistoryQueries {
  constructor(private readonly db: Database) {}

  /** Oldest first. */
  of(certificateId: string): Promise<HistoryEvent[]> {
    return this.db.rows(
      `SELECT e.at, e.what, e.about, e.reason, p.name AS "byName" FROM (
         SELECT issued_at AS at, 'issued' AS what, NULL AS about, NULL AS reason, NULL::uuid AS by
           FROM certificates WHERE id = $1
         UNION ALL SELECT at, 'suspended', cause, reason, by FROM suspensions WHERE certificate_id = $1
         UNION ALL SELECT ended_at, 'reinstated', cause, ended_reason, ended_by FROM suspensions
           WHERE certificate_id = $1 AND ended_at IS NOT NULL
         UNION ALL SELECT at, 'revoked', NULL, reason, by FROM revocations WHERE certificate_id = $1
         UNION ALL SELECT issued_at, 'superseded', number, NULL, NULL FROM certificates WHERE replaces = $1
       ) e LEFT JOIN people p ON p.id = e.by ORDER BY e.at`,
      [certificateId],
    );
  }
}
