import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { DomainError } from '../../shared/index.js';
import { RevokeCertificate } from './revoke-certificate.js';

interface Reopened {
  personId: string;
  courseId: string;
  reason: string;
  by: string;
}

/** Revokes what stood on a course whose completion was taken back. */
@Injectable()
export class RevokeWithdrawn {
  constructor(
    private readonly db: Database,
    private readonly revoking: RevokeCertificate,
  ) {}

  @OnFact('course.reopened', 'certificates.revoke')
  async handle({ data: { personId, courseId, reason, by } }: Pick<Fact<Reopened>, 'data'>): Promise<void> {
    const standing = await this.db.rows<{ number: string }>(
      `SELECT c.number FROM certificates c JOIN awards a ON a.id = c.award_id JOIN courses k ON k.id = $2
       WHERE c.person_id = $1 AND a.requirements -> 'courses' ? k.slug
         AND NOT EXISTS (SELECT FROM revocations r WHERE r.certificate_id = c.id)
         AND NOT EXISTS (SELECT FROM enrollments e WHERE e.person_id = $1 AND e.course_id = $2 AND e.completed_at IS NOT NULL)`,
      [personId, courseId],
    );
    for (const { number } of standing) {
      await this.revoking.execute({ number, reason, by }).catch((error: unknown) => {
        // A fact may come twice.
        if (!(error instanceof DomainError && error.code === 'already_revoked')) throw error;
      });
    }
  }
}
