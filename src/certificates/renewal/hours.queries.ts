import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Requirements } from '../certifications/requirements.js';

export interface HoursEntry {
  id: string;
  title: string;
  provider: string;
  category: string;
  minutes: number;
  /** Calendar day. */
  heldOn: string;
  status: 'reported' | 'accepted' | 'refused';
  reason: string | null;
}

export interface ReportedHours extends HoursEntry {
  person: string;
  reportedAt: Date;
  hasPaper: boolean;
}

/** A certification one holds, for planning its renewal. */
export interface Renewable {
  slug: string;
  title: string;
  number: string;
  issuedAt: Date;
  validUntil: Date;
  renewal: Requirements['renewal'];
  professions: string[];
  /** Accepted minutes by category since the issue. */
  counted: Record<string, number>;
}

const entry = `h.id, h.title, h.provider, h.category, h.minutes, to_char(h.held_on, 'YYYY-MM-DD') AS "heldOn", h.status, h.reason`;

@Injectable()
export class HoursQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  ofPerson(personId: string): Promise<HoursEntry[]> {
    return this.db.rows(
      `SELECT ${entry} FROM education_hours h WHERE h.person_id = $1 ORDER BY h.held_on DESC, h.id DESC LIMIT 200`,
      [personId],
    );
  }

  /** What waits for a decision, oldest first, without one's own. */
  reported(viewerId: string): Promise<ReportedHours[]> {
    return this.db.rows(
      `SELECT ${entry}, p.name AS person, h.reported_at AS "reportedAt",
         EXISTS (SELECT FROM hours_papers p WHERE p.hours_id = h.id) AS "hasPaper" FROM education_hours h
       JOIN people p ON p.id = h.person_id WHERE h.status = 'reported' AND h.person_id <> $1 ORDER BY h.id LIMIT 100`,
      [viewerId],
    );
  }

  async categories(): Promise<string[]> {
    const rows = await this.db.rows<{ category: string }>(
      `SELECT DISTINCT category FROM awards, jsonb_object_keys(requirements #> '{renewal,categories}') AS category
       WHERE kind = 'certification' ORDER BY category`,
    );
    return ['general', ...rows.map(({ category }) => category)];
  }

  renewable(personId: string): Promise<Renewable[]> {
    return this.db.rows(
      `SELECT a.slug, a.title, c.number, c.issued_at AS "issuedAt", c.valid_until AS "validUntil",
         a.requirements -> 'renewal' AS renewal, jsonb_build_array(c.claim #> '{competence,licence,profession}') AS professions,
         (SELECT coalesce(jsonb_object_agg(category, minutes), '{}') FROM (
           SELECT category, sum(minutes)::int AS minutes FROM education_hours
           WHERE person_id = $1 AND status = 'accepted' AND held_on >= c.issued_at::date GROUP BY category) AS sums) AS counted
       FROM certificates c JOIN awards a ON a.id = c.award_id JOIN certificate_standing s ON s.certificate_id = c.id
       WHERE c.person_id = $1 AND a.kind = 'certification' AND s.status IN ('valid', 'suspended', 'expired')
       ORDER BY c.valid_until`,
      [personId],
    );
  }
}
