import { Injectable } from '@nestjs/common';
import { FrozenEditions } from '../../courses/index.js';
import { Database, type Runner } from '../../database/index.js';
import type { colours, kinds } from './note.schemas.js';
import { standsIn } from './stands-in.js';

export interface Note {
  id: string;
  kind: (typeof kinds)[number];
  lesson: string;
  lessonTitle: string;
  block: string | null;
  quote: string | null;
  before: string;
  after: string;
  colour: (typeof colours)[number] | null;
  text: string;
  rev: number;
  writtenAt: Date;
  changedAt: Date;
  /** Whether the passage still stands in the lesson, as this person reads it. */
  found: boolean;
}

/** A course in which somebody wrote something, also when they can study it no longer. */
export interface NotedCourse {
  enrollmentId: string;
  editionId: string;
  slug: string;
  title: string;
  count: number;
}

type Row = Omit<Note, 'found'> & { editionId: string };

const columns = `n.id, n.kind, n.lesson, n.lesson_title AS "lessonTitle", n.block, n.quote, n.before, n.after, n.colour,
  n.text, n.rev, n.written_at AS "writtenAt", n.changed_at AS "changedAt", e.edition_id AS "editionId"`;
const from = `study_notes n JOIN enrollments e ON e.id = n.enrollment_id JOIN courses c ON c.id = e.course_id
  JOIN editions ed ON ed.id = e.edition_id`;

/** One's own notes and nobody else's: each question names the person. Access that ended closes none of them. */
@Injectable()
export class NoteQueries {
  constructor(
    private readonly db: Database,
    private readonly editions: FrozenEditions,
  ) {}

  /** Lesson by lesson as they were written. `q` stands in the words or in the passage. */
  async list(
    personId: string,
    course: string,
    { q, lesson, limit = 2_000, after }: { q?: string; lesson?: string; limit?: number; after?: string } = {},
  ): Promise<Note[]> {
    const rows = await this.db.rows<Row>(
      `SELECT ${columns} FROM ${from}
       WHERE e.person_id = $1 AND c.slug = $2 AND ($3::text IS NULL OR n.lesson = $3)
         AND ($4::text IS NULL OR position(lower($4) IN lower(n.text || ' ' || coalesce(n.quote, ''))) > 0)
         AND ($6::uuid IS NULL OR n.id > $6)
       ORDER BY n.id LIMIT $5`,
      [personId, course, lesson ?? null, q || null, limit, after ?? null],
    );
    return Promise.all(rows.map((row) => this.looked(row)));
  }

  async byId(id: string, personId: string, runner: Runner = this.db): Promise<(Note & { course: string }) | undefined> {
    const row = await runner.row<Row & { course: string }>(
      `SELECT ${columns}, c.slug AS course FROM ${from} WHERE n.id = $1 AND e.person_id = $2`,
      [id, personId],
    );
    return row && { ...(await this.looked(row)), course: row.course };
  }

  course(personId: string, slug: string): Promise<Omit<NotedCourse, 'count'> | undefined> {
    return this.db.row(
      `SELECT e.id AS "enrollmentId", e.edition_id AS "editionId", c.slug, ed.title
       FROM enrollments e JOIN courses c ON c.id = e.course_id JOIN editions ed ON ed.id = e.edition_id
       WHERE e.person_id = $1 AND c.slug = $2`,
      [personId, slug],
    );
  }

  courses(personId: string): Promise<NotedCourse[]> {
    return this.db.rows(
      `SELECT e.id AS "enrollmentId", e.edition_id AS "editionId", c.slug, ed.title, count(*)::integer AS count
       FROM ${from} WHERE e.person_id = $1 GROUP BY e.id, c.slug, ed.title ORDER BY ed.title`,
      [personId],
    );
  }

  private async looked({ editionId, ...row }: Row): Promise<Note> {
    if (row.quote === null || row.block?.startsWith('r-')) return { ...row, found: true };
    const lesson = await this.editions.lesson(editionId, row.lesson);
    return { ...row, found: lesson !== undefined && standsIn(lesson, row.quote) };
  }
}
