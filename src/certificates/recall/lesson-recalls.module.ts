import { Global, Injectable, Module } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type LessonRecall, LessonRecalls } from '../../enrollment/index.js';

@Injectable()
class OutstandingRecalls extends LessonRecalls {
  constructor(private readonly db: Database) {
    super();
  }

  of(personId: string): Promise<LessonRecall[]> {
    return this.db.rows(
      `SELECT lesson_title AS lesson, '/recalls/' || recall_id AS href FROM outstanding_recalls
       WHERE person_id = $1 ORDER BY recall_id`,
      [personId],
    );
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  providers: [{ provide: LessonRecalls, useClass: OutstandingRecalls }],
  exports: [LessonRecalls],
})
export class LessonRecallsModule {}
