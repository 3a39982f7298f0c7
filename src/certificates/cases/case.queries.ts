import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { CaseKind, CaseStatus } from './case.js';

/** An appeal, a complaint, or a wish to have a name corrected; about one certificate or one application. */
export interface Case {
  id: string;
  kind: CaseKind;
  status: CaseStatus;
  text: string;
  wanted: string | null;
  openedAt: Date;
  closedAt: Date | null;
  answer: string | null;
  /** Who opened it; null for a visitor. */
  by: string | null;
  contact: string | null;
  certificateId: string | null;
  number: string | null;
  applicationId: string | null;
  certification: string;
  slug: string;
  holderId: string;
  holderName: string;
}

const columns = `k.id, k.kind, k.text, k.wanted, k.at AS "openedAt", k.answer, k.by, k.contact,
  coalesce(k.decided_at, k.withdrawn_at) AS "closedAt", k.certificate_id AS "certificateId",
  k.application_id AS "applicationId", c.number, w.title AS certification, w.slug,
  coalesce(k.outcome, CASE WHEN k.withdrawn_at IS NULL THEN 'open' ELSE 'withdrawn' END) AS status,
  coalesce(c.person_id, a.person_id) AS "holderId", coalesce(c.holder_name, p.name) AS "holderName"`;
const tables = `certificate_cases k LEFT JOIN certificates c ON c.id = k.certificate_id
  LEFT JOIN applications a ON a.id = k.application_id LEFT JOIN people p ON p.id = a.person_id
  JOIN awards w ON w.id = coalesce(c.award_id, a.award_id)`;

@Injectable()
export class CaseQueries {
  constructor(private readonly db: Database) {}

  byId(id: string, runner: Runner = this.db): Promise<Case | undefined> {
    return runner.row(`SELECT ${columns} FROM ${tables} WHERE k.id = $1`, [id]);
  }

  /** Waits until nobody else changes it. */
  async locked(id: string, tx: Runner): Promise<Case | undefined> {
    await tx.rows('SELECT 1 FROM certificate_cases WHERE id = $1 FOR UPDATE', [id]);
    return this.byId(id, tx);
  }

  /** What a person opened, the newest first. */
  ofPerson(personId: string): Promise<Case[]> {
    return this.db.rows(`SELECT ${columns} FROM ${tables} WHERE k.by = $1 ORDER BY k.id DESC LIMIT 100`, [personId]);
  }

  /** What waits for an answer, the oldest first; nothing about or from the viewer. */
  waiting(viewerId: string): Promise<Case[]> {
    return this.db.rows(
      `SELECT ${columns} FROM ${tables} WHERE k.decided_at IS NULL AND k.withdrawn_at IS NULL
         AND coalesce(c.person_id, a.person_id) <> $1 AND k.by IS DISTINCT FROM $1 ORDER BY k.at, k.id LIMIT 100`,
      [viewerId],
    );
  }

  /** Whether this person took a decision that the case is about. */
  async tookPart(personId: string, { applicationId, certificateId }: Case, runner: Runner = this.db): Promise<boolean> {
    const found = await runner.row<{ part: boolean }>(
      `SELECT EXISTS (SELECT FROM application_decisions WHERE application_id = $2 AND by = $1)
         OR EXISTS (SELECT FROM suspensions WHERE certificate_id = $3 AND by = $1 AND ended_at IS NULL)
         OR EXISTS (SELECT FROM revocations WHERE certificate_id = $3 AND by = $1) AS part`,
      [personId, applicationId, certificateId],
    );
    return found!.part;
  }
}
