import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { Manifest } from '../manifest/manifest.js';
import type { SavedData } from './read-state.js';

/** One learner's way through one package. */
export interface Registration {
  id: string;
  enrollmentId: string;
  personId: string;
  packageId: string;
  lesson: string;
  courseSlug: string;
  manifest: Manifest;
}

/** What was saved last of an item. */
export interface StoredState {
  item: string;
  rev: number;
  data: SavedData;
  completed: boolean;
  passed: boolean | null;
  score: number | null;
  seconds: number;
  at: Date;
}

const registration = `r.id, r.enrollment_id AS "enrollmentId", e.person_id AS "personId", r.package_id AS "packageId",
  r.lesson, c.slug AS "courseSlug", p.manifest
  FROM package_registrations r JOIN enrollments e ON e.id = r.enrollment_id JOIN courses c ON c.id = e.course_id
    JOIN packages p ON p.id = r.package_id`;

@Injectable()
export class PackageStateQueries {
  constructor(private readonly db: Database) {}

  ofLesson(enrollmentId: string, lesson: string, runner: Runner = this.db): Promise<Registration | undefined> {
    return runner.row(`SELECT ${registration} WHERE r.enrollment_id = $1 AND r.lesson = $2`, [enrollmentId, lesson]);
  }

  find(id: string, personId: string, runner: Runner = this.db): Promise<Registration | undefined> {
    return runner.row(`SELECT ${registration} WHERE r.id = $1 AND e.person_id = $2`, [id, personId]);
  }

  /** The newest of every item. What was finished once counts as finished. */
  states(registrationId: string, runner: Runner = this.db): Promise<StoredState[]> {
    return runner.rows(
      `SELECT DISTINCT ON (item) item, rev, data, bool_or(completed) OVER (PARTITION BY item) AS completed, passed,
         score::float8 AS score, seconds, at
       FROM package_states WHERE registration_id = $1 ORDER BY item, rev DESC`,
      [registrationId],
    );
  }

  async savesSince(registrationId: string, seconds: number, runner: Runner = this.db): Promise<number> {
    const row = await runner.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM package_states
       WHERE registration_id = $1 AND at > now() - $2 * interval '1 second'`,
      [registrationId, seconds],
    );
    return row!.count;
  }
}
