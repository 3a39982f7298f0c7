import { Injectable } from '@nestjs/common';
import type { Evidence } from '../certifications/evidence.js';
import type { Claim } from '../credential/claim.js';
import { Database, type Runner } from '../../database/index.js';
import type { ApplicationKind, LatestCertificate } from './next-cycle.js';

export type ApplicationStatus = 'open' | 'ready' | 'granted' | 'refused' | 'withdrawn';

export interface Application {
  id: string;
  personId: string;
  awardId: string;
  cycle: number;
  kind: ApplicationKind;
  status: ApplicationStatus;
  submittedAt: Date;
  readyAt: Date | null;
  closedAt: Date | null;
  evidence: Evidence | null;
}

export interface Decision {
  verdict: 'grant' | 'refuse';
  reason: string;
  by: string;
  byName: string;
  at: Date;
  counts: boolean;
}

export interface CertificateBefore {
  id: string;
  claim: Claim;
  validUntil: Date | null;
}

/** A line of the queue of those who decide. */
export interface ReadyApplication {
  id: string;
  personId: string;
  candidate: string;
  title: string;
  kind: ApplicationKind;
  readyAt: Date;
  grants: number;
  eyes: number;
}

const columns = `a.id, a.person_id AS "personId", a.award_id AS "awardId", a.cycle, a.kind, a.status,
  a.submitted_at AS "submittedAt", a.ready_at AS "readyAt", a.closed_at AS "closedAt", a.evidence`;

@Injectable()
export class ApplicationQueries {
  constructor(private readonly db: Database) {}

  byId(id: string, runner: Runner = this.db): Promise<Application | undefined> {
    return runner.row(`SELECT ${columns} FROM applications a WHERE a.id = $1`, [id]);
  }

  /** Waits until nobody else changes it. */
  locked(id: string, tx: Runner): Promise<Application | undefined> {
    return tx.row(`SELECT ${columns} FROM applications a WHERE a.id = $1 FOR UPDATE`, [id]);
  }

  /** The last one of a person for a certification, whatever became of it. */
  lastOf(personId: string, awardId: string): Promise<Application | undefined> {
    return this.db.row(
      `SELECT ${columns} FROM applications a WHERE a.person_id = $1 AND a.award_id = $2 ORDER BY a.id DESC LIMIT 1`,
      [personId, awardId],
    );
  }

  pendingOf(personId: string): Promise<{ id: string }[]> {
    return this.db.rows(
      `SELECT id FROM applications WHERE person_id = $1 AND status IN ('open', 'ready') ORDER BY id`,
      [personId],
    );
  }

  latestCertificate(
    personId: string,
    awardId: string,
    runner: Runner = this.db,
  ): Promise<(LatestCertificate & { id: string; number: string }) | undefined> {
    return runner.row(
      `SELECT c.id, c.number, c.cycle, c.valid_until AS "validUntil", r.at AS "revokedAt"
       FROM certificates c LEFT JOIN revocations r ON r.certificate_id = c.id
       WHERE c.person_id = $1 AND c.award_id = $2 ORDER BY c.cycle DESC, c.issue DESC LIMIT 1`,
      [personId, awardId],
    );
  }

  /** The certificate that stood last before a cycle. */
  certificateBefore(personId: string, awardId: string, cycle: number): Promise<CertificateBefore | undefined> {
    return this.db.row(
      `SELECT c.id, c.claim, c.valid_until AS "validUntil" FROM certificates c
       WHERE c.person_id = $1 AND c.award_id = $2 AND c.cycle = $3 - 1 ORDER BY c.issue DESC LIMIT 1`,
      [personId, awardId, cycle],
    );
  }

  /** Newest last. `counts` is false for those given before the evidence changed. */
  decisions(applicationId: string, runner: Runner = this.db): Promise<Decision[]> {
    return runner.rows(
      `SELECT d.verdict, d.reason, d.by, p.name AS "byName", d.at, d.ready_at = a.ready_at AS counts
       FROM application_decisions d JOIN applications a ON a.id = d.application_id
       JOIN people p ON p.id = d.by WHERE d.application_id = $1 ORDER BY d.id`,
      [applicationId],
    );
  }

  /** Oldest first; without one's own and those one has decided on. */
  ready(viewerId: string, limit: number): Promise<ReadyApplication[]> {
    return this.db.rows(
      `SELECT a.id, a.person_id AS "personId", p.name AS candidate, w.title, a.kind, a.ready_at AS "readyAt",
         (w.requirements ->> 'eyes')::int AS eyes,
         (SELECT count(*)::int FROM application_decisions d
          WHERE d.application_id = a.id AND d.ready_at = a.ready_at AND d.verdict = 'grant') AS grants
       FROM applications a JOIN people p ON p.id = a.person_id JOIN awards w ON w.id = a.award_id
       WHERE a.status = 'ready' AND a.person_id <> $1
         AND NOT EXISTS (SELECT FROM application_decisions d WHERE d.application_id = a.id AND d.ready_at = a.ready_at AND d.by = $1)
       ORDER BY a.ready_at, a.id LIMIT $2`,
      [viewerId, limit],
    );
  }
}
