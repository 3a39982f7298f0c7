import { Injectable } from '@nestjs/common';
import { FrozenEditions } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { noCourse, noLesson } from '../enrollment.errors.js';
import { EnrollmentQueries } from '../enrollment.queries.js';
import { refuseClosed } from '../rules/refuse-closed.js';
import { tooManyNotes } from './note.errors.js';
import type { NoteSent } from './note.schemas.js';

/** Of one course: more than anybody writes by hand. */
export const mostNotes = 2_000;

/** Keeps a note, a highlight or a bookmark in a lesson that somebody studies. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentQueries,
    private readonly editions: FrozenEditions,
  ) {}

  /** @throws not_found, not_open_yet, too_many_notes */
  execute(personId: string, course: string, lesson: string, sent: NoteSent): Promise<{ id: string; rev: number }> {
    return this.db.transaction(async (tx) => {
      const access = await this.enrollments.access(personId, course, tx);
      if (!access) throw noCourse();
      refuseClosed(access, lesson);
      const found = await this.editions.lesson(access.editionId, lesson);
      if (!found) throw noLesson();
      await tx.lock(`study-notes ${access.enrollmentId}`);
      const { kind, passage, colour, text } = sent;
      const written = await tx.row<{ id: string; rev: number }>(
        `INSERT INTO study_notes (id, enrollment_id, lesson, lesson_title, kind, block, quote, before, after, colour, text)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
         WHERE (SELECT count(*) FROM study_notes WHERE enrollment_id = $2) < ${mostNotes} RETURNING id, rev`,
        [
          ...[newId(), access.enrollmentId, lesson, found.title, kind, passage?.block ?? null, passage?.quote ?? null],
          ...[passage?.before ?? '', passage?.after ?? '', colour ?? null, text],
        ],
      );
      if (!written) throw tooManyNotes(mostNotes);
      return written;
    });
  }
}
