import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noSuchEntry } from '../practice.errors.js';
import type { EntryContent } from './entry.schemas.js';

export type EntryStatus = 'waiting' | 'signed' | 'refused' | 'withdrawn';

export interface EntryRow {
  id: string;
  procedure: string;
  title: string;
  performedOn: string;
  place: string;
  status: EntryStatus;
  /** Versions written after the one that was signed. */
  amendments: number;
}

export interface EntryVersion {
  version: number;
  content: EntryContent;
  hash: string;
  why: string | null;
  by: string;
  at: string;
}

export interface EntryDecision {
  id: string;
  version: number;
  hash: string;
  decision: 'signed' | 'refused';
  way: 'session' | 'code';
  rating: number | null;
  reason: string | null;
  by: string;
  at: string;
  /** What became of the authority it was made under. */
  isRevoked: boolean;
}

export interface EntryDetail extends Omit<EntryRow, 'place' | 'amendments'> {
  versions: EntryVersion[];
  decisions: EntryDecision[];
  withdrawal: { reason: string; at: string } | null;
}

const status = `CASE WHEN EXISTS (SELECT FROM logbook_withdrawals w WHERE w.entry_id = e.id) THEN 'withdrawn'
  WHEN EXISTS (SELECT FROM sign_offs s WHERE s.entry_id = e.id AND s.decision = 'signed') THEN 'signed'
  WHEN EXISTS (SELECT FROM sign_offs s WHERE s.entry_id = e.id AND s.version = v.version) THEN 'refused'
  ELSE 'waiting' END`;

/** One's own logbook. */
@Injectable()
export class LogbookQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  of(personId: string): Promise<EntryRow[]> {
    return this.db.rows(
      `SELECT e.id, e.procedure, p.title, e.performed_on AS "performedOn", v.content ->> 'place' AS place, ${status} AS status,
         coalesce(v.version - (SELECT s.version FROM sign_offs s WHERE s.entry_id = e.id AND s.decision = 'signed'), 0) AS amendments
       FROM logbook_entries e JOIN procedures p ON p.slug = e.procedure
       JOIN LATERAL (SELECT * FROM logbook_versions v WHERE v.entry_id = e.id ORDER BY v.version DESC LIMIT 1) v ON true
       WHERE e.person_id = $1 ORDER BY e.performed_on DESC, e.id DESC LIMIT 500`,
      [personId],
    );
  }

  /** All versions, the newest first, and what was decided about them. @throws not_found, the same for a stranger's */
  async detail(id: string, personId: string): Promise<EntryDetail> {
    const entry = await this.db.row<EntryDetail>(
      `SELECT e.id, e.procedure, p.title, e.performed_on AS "performedOn", ${status} AS status,
         (SELECT jsonb_agg(jsonb_build_object('version', o.version, 'content', o.content, 'hash', o.content_hash, 'why', o.why,
            'by', b.name, 'at', o.written_at) ORDER BY o.version DESC)
          FROM logbook_versions o JOIN people b ON b.id = o.written_by WHERE o.entry_id = e.id) AS versions,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'version', s.version, 'hash', s.content_hash,
            'decision', s.decision, 'way', s.way, 'rating', s.rating, 'reason', s.reason, 'by', b.name, 'at', s.decided_at,
            'isRevoked', EXISTS (SELECT FROM preceptor_authority_ends x WHERE x.authority_id = s.authority_id AND x.kind = 'revoked'))
            ORDER BY s.version DESC), '[]'::jsonb)
          FROM sign_offs s JOIN people b ON b.id = s.preceptor_id WHERE s.entry_id = e.id) AS decisions,
         (SELECT jsonb_build_object('reason', w.reason, 'at', w.withdrawn_at) FROM logbook_withdrawals w
          WHERE w.entry_id = e.id) AS withdrawal
       FROM logbook_entries e JOIN procedures p ON p.slug = e.procedure
       JOIN LATERAL (SELECT * FROM logbook_versions v WHERE v.entry_id = e.id ORDER BY v.version DESC LIMIT 1) v ON true
       WHERE e.id = $1 AND e.person_id = $2`,
      [id, personId],
    );
    if (!entry) throw noSuchEntry();
    return entry;
  }

  /** Who may sign for this learner: names to choose from. */
  preceptorsOf(personId: string): Promise<{ id: string; name: string }[]> {
    return this.db.rows(
      `SELECT DISTINCT p.id, p.name FROM preceptor_assignments a JOIN people p ON p.id = a.preceptor_id
       WHERE a.learner_id = $1 AND NOT EXISTS (SELECT FROM preceptor_assignment_ends x WHERE x.assignment_id = a.id)
       ORDER BY p.name, p.id`,
      [personId],
    );
  }
}
