import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { DirectoryFilter, Reach } from './directory.schemas.js';

export interface ListedHolder {
  id: string;
  number: string;
  name: string;
  certification: { slug: string; title: string };
  procedures: { slug: string; title: string }[];
  profession: string;
  /** ISO 3166. */
  place: string;
  validUntil: Date;
}

export interface OwnListing {
  number: string;
  title: string;
  reach: Reach;
}

/** What one can search for: what anybody in the directory has. */
export interface DirectoryChoices {
  places: string[];
  procedures: { slug: string; title: string }[];
  certifications: { slug: string; title: string }[];
}

/** SQL: certifications whose holders want to be found and that are valid at this instant. */
const listed = `directory_listings l JOIN certificates c ON c.id = l.certificate_id
  JOIN certificate_standing s ON s.certificate_id = c.id AND s.status = 'valid' WHERE l.ended_at IS NULL`;

@Injectable()
export class DirectoryQueries {
  constructor(private readonly db: Database) {}

  /** By name. `after` is the id last seen. */
  search({ name, place, procedure, certification, after }: DirectoryFilter, limit: number): Promise<ListedHolder[]> {
    return this.db.rows(
      `SELECT c.id, c.number, c.holder_name AS name, c.valid_until AS "validUntil",
         jsonb_build_object('slug', c.claim #> '{award,slug}', 'title', c.claim #> '{award,title}') AS certification,
         (SELECT jsonb_agg(jsonb_build_object('slug', p ->> 'slug', 'title', p ->> 'title') ORDER BY p ->> 'title')
          FROM jsonb_array_elements(c.claim #> '{competence,procedures}') AS p) AS procedures,
         c.claim #>> '{competence,licence,profession}' AS profession,
         c.claim #>> '{competence,licence,jurisdiction}' AS place
       FROM ${listed}
         AND ($1::text IS NULL OR position(lower($1) IN lower(c.holder_name)) > 0)
         AND ($2::text IS NULL OR c.claim #>> '{competence,licence,jurisdiction}' = $2)
         AND ($3::text IS NULL OR c.claim #> '{competence,procedures}' @> jsonb_build_array(jsonb_build_object('slug', $3)))
         AND ($4::text IS NULL OR c.claim #>> '{award,slug}' = $4)
         AND ($5::uuid IS NULL OR (lower(c.holder_name), c.id) > (SELECT lower(holder_name), id FROM certificates WHERE id = $5))
       ORDER BY lower(c.holder_name), c.id LIMIT $6`,
      [name ?? null, place ?? null, procedure ?? null, certification ?? null, after ?? null, limit],
    );
  }

  async choices(): Promise<DirectoryChoices> {
    const found = await this.db.row<DirectoryChoices>(
      `WITH claims AS (SELECT c.claim FROM ${listed})
       SELECT ARRAY(SELECT DISTINCT claim #>> '{competence,licence,jurisdiction}' FROM claims ORDER BY 1) AS places,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'title', title) ORDER BY title), '[]') FROM (
           SELECT p ->> 'slug' AS slug, min(p ->> 'title') AS title
           FROM claims, jsonb_array_elements(claim #> '{competence,procedures}') AS p GROUP BY 1) AS named) AS procedures,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'title', title) ORDER BY title), '[]') FROM (
           SELECT claim #>> '{award,slug}' AS slug, min(claim #>> '{award,title}') AS title
           FROM claims GROUP BY 1) AS awarded) AS certifications`,
    );
    return found!;
  }

  /** How far the holder wants to be found by this certificate; what is no longer valid is found by nobody. */
  async reachOf(number: string): Promise<Reach> {
    const found = await this.db.row<{ reach: Reach }>(`SELECT l.reach FROM ${listed} AND c.number = $1`, [number]);
    return found?.reach ?? 'nobody';
  }

  /** One certificate of a holder and the choice that stands for it, whatever the certificate is worth now. */
  own(personId: string, number: string): Promise<OwnListing | undefined> {
    return this.db.row(
      `SELECT c.number, c.claim #>> '{award,title}' AS title, coalesce(l.reach, 'nobody') AS reach
       FROM certificates c LEFT JOIN directory_listings l ON l.certificate_id = c.id AND l.ended_at IS NULL
       WHERE c.person_id = $1 AND c.number = $2`,
      [personId, number],
    );
  }
}
