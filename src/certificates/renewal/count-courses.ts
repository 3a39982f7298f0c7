import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, Facts, OnFact } from '../../jobs/index.js';
import { Config, newId } from '../../shared/index.js';

interface Completed {
  enrollmentId: string;
  personId: string;
}

/** A course of ours that was completed counts as continuing education by itself, once, with its stated length. */
@Injectable()
export class CountCourses {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly facts: Facts,
  ) {}

  @OnFact('course.completed', 'certificates.count-courses')
  async handle({ data: { enrollmentId, personId } }: Pick<Fact<Completed>, 'data'>): Promise<void> {
    await this.db.transaction(async (tx) => {
      const counted = await tx.rows(
        `INSERT INTO education_hours
           (id, person_id, category, minutes, title, provider, held_on, enrollment_id, status, decided_at)
         SELECT $1, $2, 'general', greatest(15, ed.minutes), ed.title, $4, e.completed_at::date, e.id, 'accepted', now()
         FROM enrollments e JOIN editions ed ON ed.id = e.edition_id WHERE e.id = $3 AND e.completed_at IS NOT NULL
         ON CONFLICT (enrollment_id) DO NOTHING RETURNING id`,
        [newId(), personId, enrollmentId, new URL(this.config.baseUrl).host],
      );
      if (counted.length > 0) this.facts.record(tx, 'hours.counted', { personId });
    });
  }
}
