import { Global, Injectable, Module } from '@nestjs/common';
import { Database } from '../database/index.js';
import { type EarnedCertificate, EarnedCertificates } from '../enrollment/index.js';

/** SQL: a certificate `c` that was not revoked, for one of the courses `$2`. */
const standsFor = `NOT EXISTS (SELECT FROM revocations r WHERE r.certificate_id = c.id)
  AND EXISTS (SELECT FROM courses k WHERE k.id = ANY($2::uuid[])
    AND c.claim -> 'courses' @> jsonb_build_array(jsonb_build_object('slug', k.slug)))`;

@Injectable()
class CertificatesOfCourses extends EarnedCertificates {
  constructor(private readonly db: Database) {
    super();
  }

  of(personId: string, courseIds: string[]): Promise<EarnedCertificate[]> {
    return this.db.rows(
      `SELECT c.number, c.claim #>> '{award,title}' AS title FROM certificates c
       WHERE c.person_id = $1 AND ${standsFor} ORDER BY c.number`,
      [personId, courseIds],
    );
  }

  async holders(personIds: string[], courseIds: string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT DISTINCT c.person_id AS id FROM certificates c WHERE c.person_id = ANY($1::uuid[]) AND ${standsFor}`,
      [personIds, courseIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  providers: [{ provide: EarnedCertificates, useClass: CertificatesOfCourses }],
  exports: [EarnedCertificates],
})
export class EarnedCertificatesModule {}
