import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { EntryContent } from '../logbook/entry.schemas.js';
import { authorityCovers, hasLapsed, isAssigned } from '../preceptors/authority-sql.js';
import type { Procedure } from '../procedures/procedures.js';

export interface WaitingEntry {
  id: string;
  learner: string;
  procedure: Procedure;
  performedOn: string;
  version: number;
  hash: string;
  content: EntryContent;
  why: string | null;
}

export interface DecidedEntry {
  id: string;
  learner: string;
  title: string;
  performedOn: string;
  decision: 'signed' | 'refused';
  at: Date;
}

/** What waits for a preceptor, and what they decided. */
@Injectable()
export class WaitingQueries {
  constructor(private readonly db: Database) {}

  /** Entries that they may sign, the oldest first. */
  for(preceptorId: string): Promise<WaitingEntry[]> {
    return this.db.rows(
      `SELECT e.id, l.name AS learner, to_jsonb(p) - 'position' AS procedure, e.performed_on AS "performedOn", v.version,
         v.content_hash AS hash, v.content, v.why
       FROM logbook_entries e JOIN people l ON l.id = e.person_id JOIN procedures p ON p.slug = e.procedure
       JOIN LATERAL (SELECT * FROM logbook_versions v WHERE v.entry_id = e.id ORDER BY v.version DESC LIMIT 1) v ON true
       WHERE e.person_id <> $1 AND ${isAssigned('$1', 'e.person_id')} AND NOT ${hasLapsed('$1')}
         AND NOT EXISTS (SELECT FROM sign_offs s WHERE s.entry_id = e.id AND (s.decision = 'signed' OR s.version = v.version))
         AND NOT EXISTS (SELECT FROM logbook_withdrawals w WHERE w.entry_id = e.id)
         AND EXISTS (SELECT FROM preceptor_authorities a WHERE a.preceptor_id = $1
           AND ${authorityCovers('e.procedure', 'e.performed_on', false)})
         AND EXISTS (SELECT FROM preceptor_authorities a WHERE a.preceptor_id = $1
           AND ${authorityCovers('e.procedure', '(now() AT TIME ZONE e.zone)::date', true)})
       ORDER BY e.performed_on, e.id LIMIT 200`,
      [preceptorId],
    );
  }

  /** Their last decisions, newest first. */
  decidedBy(preceptorId: string, limit: number): Promise<DecidedEntry[]> {
    return this.db.rows(
      `SELECT s.id, l.name AS learner, p.title, e.performed_on AS "performedOn", s.decision, s.decided_at AS at
       FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id JOIN people l ON l.id = e.person_id
       JOIN procedures p ON p.slug = e.procedure
       WHERE s.preceptor_id = $1 ORDER BY s.decided_at DESC, s.id DESC LIMIT $2`,
      [preceptorId, limit],
    );
  }
}
