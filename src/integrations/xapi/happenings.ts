import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { itemAddress } from '../../enrollment/index.js';
import type { Happened, Thing } from './statement.js';

type Told = Omit<Happened, 'factId'>;

interface Place {
  personId: string;
  at: Date;
  course: string;
  courseTitle: string;
}

const courseOf = ({ course, courseTitle }: Place): Thing => ({
  ...{ kind: 'course' as const, path: `/courses/${course}`, title: courseTitle },
});

/** Looks up what a fact tells of by numbers. When it happened stands in the fact. */
@Injectable()
export class Happenings {
  constructor(private readonly db: Database) {}

  async course(factId: string, enrollmentId: string, verb: 'registered' | 'completed'): Promise<Told | undefined> {
    const place = await this.place(factId, enrollmentId);
    const result = verb === 'completed' ? { result: { completion: true } } : {};
    return place && { ...told(place), verb, thing: courseOf(place), enrollmentId, ...result };
  }

  async lesson(factId: string, enrollmentId: string, slug: string): Promise<Told | undefined> {
    const place = await this.place(factId, enrollmentId);
    const lesson = await this.db.row<{ title: string }>(
      `SELECT l.title FROM lessons l JOIN enrollments e ON e.edition_id = l.edition_id WHERE e.id = $1 AND l.slug = $2`,
      [enrollmentId, slug],
    );
    if (!place || !lesson) return undefined;
    const thing = {
      kind: 'lesson' as const,
      path: itemAddress(place.course, { kind: 'lesson', slug }),
      title: lesson.title,
    };
    const result = { completion: true };
    return { ...told(place), verb: 'completed', thing, within: courseOf(place), enrollmentId, result };
  }

  async quiz(factId: string, enrollmentId: string, attemptId: string): Promise<Told | undefined> {
    const place = await this.place(factId, enrollmentId);
    const quiz = await this.db.row<{ slug: string; title: string; passed: boolean; awarded: string; possible: string }>(
      `SELECT q.slug, q.title, a.passed, a.marks_awarded AS awarded, a.marks_possible AS possible
       FROM attempts a JOIN quizzes q ON q.id = a.quiz_id WHERE a.id = $1 AND a.graded_at IS NOT NULL`,
      [attemptId],
    );
    if (!place || !quiz) return undefined;
    const score = { awarded: Number(quiz.awarded), possible: Number(quiz.possible) };
    return {
      ...told(place),
      verb: quiz.passed ? 'passed' : 'failed',
      thing: { kind: 'quiz', path: itemAddress(place.course, { kind: 'quiz', slug: quiz.slug }), title: quiz.title },
      within: courseOf(place),
      enrollmentId,
      result: { success: quiz.passed, completion: true, score },
    };
  }

  async certificate(certificateId: string): Promise<Told | undefined> {
    const found = await this.db.row<{ personId: string; at: Date; slug: string; title: string }>(
      `SELECT person_id AS "personId", issued_at AS at, claim -> 'award' ->> 'slug' AS slug,
         claim -> 'award' ->> 'title' AS title
       FROM certificates WHERE id = $1`,
      [certificateId],
    );
    if (!found) return undefined;
    // Not by its number: whoever has that can read the holder's name.
    const thing = { kind: 'certificate' as const, path: `/awards/${found.slug}`, title: found.title };
    return { ...told(found), verb: 'earned', thing };
  }

  private place(factId: string, enrollmentId: string): Promise<Place | undefined> {
    return this.db.row(
      `SELECT e.person_id AS "personId", c.slug AS course, ed.title AS "courseTitle", coalesce(f.at, now()) AS at
       FROM enrollments e JOIN courses c ON c.id = e.course_id JOIN editions ed ON ed.id = e.edition_id
       LEFT JOIN facts f ON f.id = $1 WHERE e.id = $2`,
      [factId, enrollmentId],
    );
  }
}

const told = ({ personId, at }: { personId: string; at: Date }) => ({ personId, at });
