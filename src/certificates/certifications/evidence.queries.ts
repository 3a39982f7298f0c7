import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { LicenceStanding, PracticeCounts, Procedures } from '../../eligibility/index.js';
import type { CountedLicence, Evidence } from './evidence.js';
import type { Certification } from './requirements.js';

type Studied = Pick<Evidence, 'courses' | 'exams' | 'evaluatedOn' | 'hours' | 'suspended' | 'recalls'>;

/** Gathers what a person can show, at one instant. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly db: Database,
    private readonly standing: LicenceStanding,
    private readonly counts: PracticeCounts,
    private readonly procedures: Procedures,
  ) {}

  /** `runner` is the transaction that holds the application, so that what it sees is what it decides on. */
  async of(
    personId: string,
    { id, requirements: asked }: Certification,
    cycle: number,
    now: Date,
    runner: Runner = this.db,
  ): Promise<Evidence> {
    const { courses, exams, examMonths = null } = asked;
    const studied = await runner.row<Studied>(studiedSql, [personId, id, cycle, courses, exams, examMonths, now]);
    const licences = await this.standing.of(personId, now, runner);
    const counts = await this.counts.of(personId, runner);
    const procedures = await this.procedures.all();
    const practice = asked.practice.map(({ procedure }) => ({
      procedure,
      title: procedures.find(({ slug }) => slug === procedure)?.title ?? procedure,
      signed: counts.find((one) => one.procedure === procedure)?.signed ?? 0,
    }));
    return { ...studied!, practice, licences: licences.map(counted) };
  }
}

const counted = ({ id, profession, jurisdiction, expiresOn, checkedOn }: CountedLicence): CountedLicence => ({
  ...{ id, profession, jurisdiction, expiresOn, checkedOn },
});

const day = (at: string) => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

const courseEvidence = `(SELECT coalesce(jsonb_agg(jsonb_build_object('slug', wanted.slug, 'title', current.title,
    'completed', CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('slug', c.slug, 'title', ed.title,
      'edition', ed.number, 'minutes', ed.minutes, 'completedOn', ${day('e.completed_at')}) END)
    ORDER BY wanted.position), '[]')
  FROM unnest($4::text[]) WITH ORDINALITY AS wanted (slug, position)
    JOIN courses c ON c.slug = wanted.slug
    JOIN LATERAL (SELECT title FROM editions WHERE course_id = c.id ORDER BY number DESC LIMIT 1) current ON true
    LEFT JOIN enrollments e ON e.course_id = c.id AND e.person_id = $1 AND e.completed_at IS NOT NULL
    LEFT JOIN editions ed ON ed.id = e.edition_id)`;

/** The latest passed attempt that counts: graded, not voided, not too old. */
const examEvidence = `(SELECT coalesce(jsonb_agg(jsonb_build_object('slug', wanted.slug, 'title', q.title,
    'passed', CASE WHEN a.on IS NOT NULL THEN jsonb_build_object('slug', q.slug, 'title', q.title, 'passedOn', a.on) END)
    ORDER BY wanted.position), '[]')
  FROM unnest($5::text[]) WITH ORDINALITY AS wanted (slug, position)
    JOIN quizzes q ON q.slug = wanted.slug
    LEFT JOIN LATERAL (SELECT ${day('finished_at')} AS on FROM attempts
      WHERE quiz_id = q.id AND person_id = $1 AND passed AND graded_at IS NOT NULL AND voided_at IS NULL
        AND ($6::int IS NULL OR finished_at >= $7::timestamptz - make_interval(months => $6::int))
      ORDER BY finished_at DESC LIMIT 1) a ON true)`;

/** Hours count from the issue of the certificate before to now. */
const hourEvidence = `(SELECT coalesce(jsonb_object_agg(category, minutes), '{}') FROM (
  SELECT h.category, sum(h.minutes)::int AS minutes FROM education_hours h
  WHERE h.person_id = $1 AND h.status = 'accepted' AND h.held_on >= (
    SELECT max(c.issued_at) FROM certificates c WHERE c.person_id = $1 AND c.award_id = $2 AND c.cycle = $3 - 1)::date
  GROUP BY h.category) AS counted)`;

const suspended = `EXISTS (SELECT FROM suspensions p JOIN certificates c ON c.id = p.certificate_id
  WHERE c.person_id = $1 AND c.award_id = $2 AND c.cycle = $3 - 1 AND p.cause <> 'licence' AND p.ended_at IS NULL)`;

const recalls = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.recall_id, 'lesson', o.lesson_title) ORDER BY o.recall_id), '[]')
  FROM outstanding_recalls o JOIN courses c ON c.id = o.course_id WHERE o.person_id = $1 AND c.slug = ANY($4::text[]))`;

const studiedSql = `SELECT ${recalls} AS recalls, ${courseEvidence} AS courses, ${examEvidence} AS exams, ${hourEvidence} AS hours, ${suspended} AS suspended,
  (SELECT ${day('given_at')} FROM evaluations WHERE person_id = $1 AND award_id = $2 AND cycle = $3) AS "evaluatedOn"`;
