import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** A picture that can be chosen for a question. */
export interface StoredPicture {
  id: string;
  /** In words, as the newest question that shows it says; empty if none does. */
  alt: string;
  width: number;
  height: number;
}

const most = 60;

@Injectable()
export class PictureQueries {
  constructor(private readonly db: Database) {}

  /** What the questions of this pool show, and what this person sent of late; the newest first. */
  stored(poolId: string, personId: string): Promise<StoredPicture[]> {
    return this.db.rows<StoredPicture>(
      `WITH shown AS (
         SELECT v.created_at AS at, p.picture FROM questions q JOIN question_versions v ON v.question_id = q.id
         CROSS JOIN LATERAL (
           SELECT v.body -> 'picture' AS picture
           UNION ALL SELECT part #> '{body,picture}' FROM jsonb_array_elements(v.body -> 'parts') AS part
         ) p WHERE q.pool_id = $1 AND p.picture IS NOT NULL
       ), named AS (
         SELECT (picture ->> 'id')::uuid AS id, picture ->> 'alt' AS alt, (picture ->> 'width')::int AS width,
           (picture ->> 'height')::int AS height, at, 1 AS rank FROM shown
         UNION ALL SELECT id, '', width, height, added_at, 2 FROM pictures WHERE added_by = $2
       ), once AS (
         SELECT DISTINCT ON (id) id, alt, width, height, at FROM named ORDER BY id, rank, at DESC
       )
       SELECT id, alt, width, height FROM once ORDER BY at DESC, id LIMIT ${most}`,
      [poolId, personId],
    );
  }
}
