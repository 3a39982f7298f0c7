import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Config } from '../../shared/index.js';

/** What a message tells: numbers and titles, never a name or an address of a person. Who may know more asks with a token. */
@Injectable()
export class MessageData {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  ofEnrollment(enrollmentId: string): Promise<object | undefined> {
    return this.db.row(
      `SELECT e.id AS "enrollmentId", e.person_id AS "learnerId",
         json_build_object('slug', c.slug, 'title', ed.title, 'edition', ed.number) AS course
       FROM enrollments e JOIN courses c ON c.id = e.course_id JOIN editions ed ON ed.id = e.edition_id WHERE e.id = $1`,
      [enrollmentId],
    );
  }

  ofCertificate(certificateId: string): Promise<object | undefined> {
    return this.db.row(
      `SELECT number, person_id AS "learnerId", claim -> 'award' ->> 'kind' AS kind, claim -> 'award' ->> 'slug' AS slug,
         claim -> 'award' ->> 'title' AS title, issued_at AS "issuedAt", valid_until AS "validUntil",
         $2 || '/verify/' || number AS verify
       FROM certificates WHERE id = $1`,
      [certificateId, this.config.baseUrl],
    );
  }
}
