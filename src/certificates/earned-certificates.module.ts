import { Global, Injectable, Module } from '@nestjs/common';
import { type EarnedCertificate, EarnedCertificates } from '../checkout/index.js';
import { Database } from '../database/index.js';

@Injectable()
class CertificatesOfCourses extends EarnedCertificates {
  constructor(private readonly db: Database) {
    super();
  }

  of(personId: string, courseIds: string[]): Promise<EarnedCertificate[]> {
    return this.db.rows(
      `SELECT c.number, c.claim #>> '{award,title}' AS title FROM certificates c
       WHERE c.person_id = $1 AND NOT EXISTS (SELECT FROM revocations r WHERE r.certificate_id = c.id)
         AND EXISTS (SELECT FROM courses k WHERE k.id = ANY($2::uuid[])
           AND c.claim -> 'courses' @> jsonb_build_array(jsonb_build_object('slug', k.slug)))
       ORDER BY c.number`,
      [personId, courseIds],
    );
  }
}

/** Answers a question of `checkout`: global, because the asking room stands above this one. */
@Global()
@Module({
  providers: [{ provide: EarnedCertificates, useClass: CertificatesOfCourses }],
  exports: [EarnedCertificates],
})
export class EarnedCertificatesModule {}
