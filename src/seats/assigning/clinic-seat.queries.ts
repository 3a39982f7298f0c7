import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { doneOfEnrollment, itemsOfEdition } from '../../enrollment/index.js';
import { coursesOfSeat, seatIsFree, seatStands } from '../lots/standing.js';
import { begunSince } from './begun.js';
import type { SeatFilter } from './seat-filter.js';

/**
 * `waiting`: not accepted · `accepted`: nothing opened yet · `in_study` · `done`: every course complete · `private`: its
 * holder does not share
 */
export type SeatState = 'waiting' | 'accepted' | 'in_study' | 'done' | 'private';

/** A seat that is held for somebody, as the clinic may see it. */
export interface ClinicSeat {
  id: string;
  productId: string;
  title: string;
  /** Of the account once it is accepted; until then as typed, perhaps empty. */
  name: string;
  /** As the clinic typed it. */
  email: string;
  state: SeatState;
  assignedAt: Date;
  acceptedAt: Date | null;
  /** Null unless the holder has accepted and shares. */
  personId: string | null;
  courseCount: number;
  completedCount: number | null;
  /** Whole percent of all courses of the seat, rounded down. */
  progressPercent: number | null;
  completedAt: Date | null;
}

export interface CourseProgress {
  courseId: string;
  title: string;
  progressPercent: number;
  completedAt: Date | null;
}

/** What a clinic has of one product. */
export interface SeatCounts {
  productId: string;
  product: string;
  title: string;
  bought: number;
  free: number;
  waiting: number;
  /** Accepted in all, whatever became of it. */
  accepted: number;
  inStudy: number;
  done: number;
  /** Nothing of it can be used just now. */
  isPaused: boolean;
}

/** Everything of a held seat `a` of a clinic; the study of those who do not share is left out here and nowhere later. */
const seats = `
  SELECT a.id, a.product_id AS "productId", l.title, coalesce(p.name, a.name) AS name, a.email,
    a.assigned_at AS "assignedAt", a.accepted_at AS "acceptedAt", study.courses AS "courseCount",
    CASE WHEN shared THEN a.person_id END AS "personId",
    CASE WHEN shared THEN study.completed END AS "completedCount",
    CASE WHEN shared THEN study.done * 100 / greatest(study.items, 1) END AS "progressPercent",
    CASE WHEN shared AND study.completed = study.courses THEN study.completed_at END AS "completedAt",
    CASE WHEN a.accepted_at IS NULL THEN 'waiting' WHEN NOT shared THEN 'private'
      WHEN study.completed = study.courses THEN 'done' WHEN study.begun THEN 'in_study' ELSE 'accepted' END AS state
  FROM seat_assignments a JOIN seats s ON s.id = a.seat_id JOIN seat_lots l ON l.id = s.lot_id
  LEFT JOIN people p ON p.id = a.person_id
  CROSS JOIN LATERAL (SELECT a.accepted_at IS NOT NULL AND a.sharing_ended_at IS NULL AS shared) sharing
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS courses, count(e.completed_at)::int AS completed, max(e.completed_at) AS completed_at,
      coalesce(sum(i.items), 0)::int AS items, coalesce(sum(least(i.done, i.items)), 0)::int AS done,
      coalesce(bool_or(e.id IS NOT NULL AND ${begunSince}), false) AS begun
    FROM (SELECT sc.course_id FROM ${coursesOfSeat}) c
    LEFT JOIN enrollments e ON e.person_id = a.person_id AND e.course_id = c.course_id
    LEFT JOIN editions ed ON ed.id = e.edition_id
    LEFT JOIN LATERAL (SELECT ${itemsOfEdition} AS items, ${doneOfEnrollment} AS done) i ON e.id IS NOT NULL
  ) study
  WHERE a.clinic_id = $1 AND a.ended_at IS NULL`;

const orders: Record<SeatFilter['sort'], string> = {
  name: 'lower(name), lower(email)',
  state: `array_position(ARRAY['waiting', 'accepted', 'in_study', 'done', 'private'], state), lower(name)`,
  progress: '"progressPercent" DESC NULLS LAST, lower(name)',
  assigned: '"assignedAt" DESC',
};

const listed = (sort: SeatFilter['sort']) => `
  SELECT * FROM (${seats}) seat
  WHERE ($2::text IS NULL OR strpos(lower(name), lower($2)) > 0 OR strpos(lower(email), lower($2)) > 0)
    AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR "productId" = $4)
  ORDER BY ${orders[sort]}, id LIMIT $5 OFFSET $6`;
const list = {
  name: listed('name'),
  state: listed('state'),
  progress: listed('progress'),
  assigned: listed('assigned'),
};

@Injectable()
export class ClinicSeatQueries {
  constructor(private readonly db: Database) {}

  /** Held seats, sorted as the filter says. `from`: how many to pass over. */
  list(clinicId: string, { q, state, product, sort }: SeatFilter, limit: number, from: number): Promise<ClinicSeat[]> {
    return this.db.rows(list[sort], [clinicId, q ?? null, state ?? null, product ?? null, limit, from]);
  }

  one(clinicId: string, assignmentId: string): Promise<ClinicSeat | undefined> {
    return this.db.row(`SELECT * FROM (${seats}) seat WHERE id = $2`, [clinicId, assignmentId]);
  }

  /** Each course of a held seat, for a holder who shares; else nothing. */
  courses(assignmentId: string): Promise<CourseProgress[]> {
    return this.db.rows(
      `SELECT c.course_id AS "courseId", c.title, e.completed_at AS "completedAt",
         coalesce(least(i.done, i.items) * 100 / greatest(i.items, 1), 0)::int AS "progressPercent"
       FROM seat_assignments a JOIN seats s ON s.id = a.seat_id
       CROSS JOIN LATERAL (SELECT sc.course_id, sc.title, sc.position FROM ${coursesOfSeat}) c
       LEFT JOIN enrollments e ON e.person_id = a.person_id AND e.course_id = c.course_id
       LEFT JOIN editions ed ON ed.id = e.edition_id
       LEFT JOIN LATERAL (SELECT ${itemsOfEdition} AS items, ${doneOfEnrollment} AS done) i ON e.id IS NOT NULL
       WHERE a.id = $1 AND a.accepted_at IS NOT NULL AND a.sharing_ended_at IS NULL ORDER BY c.position`,
      [assignmentId],
    );
  }

  /** By title. A product whose seats were all taken back is not among them. */
  counts(clinicId: string): Promise<SeatCounts[]> {
    return this.db.rows(
      `WITH held AS (${seats}), bought AS (
         SELECT l.product_id, max(l.title) AS title, count(*)::int AS bought, bool_and(l.suspended <> '{}') AS paused,
           count(*) FILTER (WHERE s.free)::int AS free
         FROM seat_lots l CROSS JOIN LATERAL (
           SELECT ${seatIsFree} AS free FROM seats s WHERE s.lot_id = l.id AND ${seatStands}) s
         WHERE l.clinic_id = $1 GROUP BY l.product_id)
       SELECT b.product_id AS "productId", pr.slug AS product, b.title, b.bought, b.free, b.paused AS "isPaused",
         count(h.id) FILTER (WHERE h.state = 'waiting')::int AS waiting,
         count(h.id) FILTER (WHERE h.state <> 'waiting')::int AS accepted,
         count(h.id) FILTER (WHERE h.state = 'in_study')::int AS "inStudy",
         count(h.id) FILTER (WHERE h.state = 'done')::int AS done
       FROM bought b JOIN products pr ON pr.id = b.product_id LEFT JOIN held h ON h."productId" = b.product_id
       GROUP BY b.product_id, pr.slug, b.title, b.bought, b.free, b.paused ORDER BY b.title`,
      [clinicId],
    );
  }
}
