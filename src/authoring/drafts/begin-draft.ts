import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CourseQueries, SourceQueries, type SourceFile } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId, slug } from '../../shared/index.js';
import { courseTaken, courseUnknown } from '../authoring.errors.js';
import { writeFiles } from '../files/write-files.js';
import { firstFiles } from './first-files.js';

export const newDraft = z.strictObject({
  course: slug.describe('The course: its name in addresses'),
  from: z.enum(['edition', 'nothing']).describe('The newest edition, or a course that is not there yet'),
});

/** Begins a draft: the files of the newest edition byte by byte, or of a course that is not there yet. */
@Injectable()
export class BeginDraft {
  constructor(
    private readonly db: Database,
    private readonly courses: CourseQueries,
    private readonly sources: SourceQueries,
    private readonly facts: Facts,
  ) {}

  /** @returns the draft's id. @throws course_unknown, course_taken */
  execute({ course, from }: z.infer<typeof newDraft>, personId: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const id = newId();
      const source = from === 'edition' ? await this.sources.newest(course, tx) : undefined;
      if (from === 'edition' && !source) throw courseUnknown();
      if (from === 'nothing' && (await this.courses.exists(course, tx))) throw courseTaken();
      const files: SourceFile[] = source ? await this.sources.files(source.id, tx) : firstFiles();
      await tx.rows('INSERT INTO drafts (id, course, begun_by) VALUES ($1, $2, $3)', [id, course, personId]);
      if (source) {
        await tx.rows('INSERT INTO draft_bases (draft_id, number, source_id) VALUES ($1, 1, $2)', [id, source.id]);
      }
      const changes = files.map(({ path, bytes }) => ({ path, rev: 1, bytes }));
      await writeFiles(tx, { draftId: id, personId, how: source ? 'begun' : 'written', changes });
      this.facts.record(tx, 'draft.begun', { draftId: id, course, personId });
      return id;
    });
  }
}
