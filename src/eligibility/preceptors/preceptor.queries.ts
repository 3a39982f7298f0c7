import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

export interface AuthorityRow {
  id: string;
  preceptor: { id: string; name: string; email: string };
  procedures: string[];
  fromOn: string;
  untilOn: string;
  licenceUntil: string;
  reason: string;
  grantedBy: string;
  grantedAt: Date;
  ended: { kind: 'ended' | 'revoked'; by: string; at: string; reason: string } | null;
}

export interface AssignmentRow {
  id: string;
  preceptor: { name: string; email: string };
  learner: { name: string; email: string };
  reason: string;
  assignedBy: string;
  assignedAt: Date;
  ended: { by: string; at: string; reason: string } | null;
}

/** Who may sign what, and whose. */
@Injectable()
export class PreceptorQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  authorities(limit: number): Promise<AuthorityRow[]> {
    return this.db.rows(
      `SELECT a.id, jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) AS preceptor, a.procedures,
         a.from_on AS "fromOn", a.until_on AS "untilOn", a.licence_until AS "licenceUntil", a.reason,
         g.name AS "grantedBy", a.granted_at AS "grantedAt",
         CASE WHEN e.kind IS NOT NULL THEN jsonb_build_object('kind', e.kind, 'by', b.name, 'at', e.ended_at, 'reason', e.reason) END AS ended
       FROM preceptor_authorities a JOIN people p ON p.id = a.preceptor_id JOIN people g ON g.id = a.granted_by
       LEFT JOIN preceptor_authority_ends e ON e.authority_id = a.id LEFT JOIN people b ON b.id = e.ended_by
       ORDER BY a.id DESC LIMIT $1`,
      [limit],
    );
  }

  /** Newest first. */
  assignments(limit: number): Promise<AssignmentRow[]> {
    return this.db.rows(
      `SELECT a.id, jsonb_build_object('name', p.name, 'email', p.email) AS preceptor,
         jsonb_build_object('name', l.name, 'email', l.email) AS learner, a.reason, g.name AS "assignedBy",
         a.assigned_at AS "assignedAt",
         CASE WHEN e.reason IS NOT NULL THEN jsonb_build_object('by', b.name, 'at', e.ended_at, 'reason', e.reason) END AS ended
       FROM preceptor_assignments a JOIN people p ON p.id = a.preceptor_id JOIN people l ON l.id = a.learner_id
       JOIN people g ON g.id = a.assigned_by
       LEFT JOIN preceptor_assignment_ends e ON e.assignment_id = a.id LEFT JOIN people b ON b.id = e.ended_by
       ORDER BY a.id DESC LIMIT $1`,
      [limit],
    );
  }
}
